"""What a commit is called fits on a line, in every list of them."""

import subprocess

from tests.house.files import ROOT

LONGEST = 70
SINCE = "2026-11-28T15:00:00Z"
"""Commits from before nobody held to it."""


def too_long(log: str) -> list[str]:
    """Of lines with an abbreviated hash and a subject, those whose subject has more signs than fit."""
    return [line for line in log.splitlines() if len(line.partition(" ")[2]) > LONGEST]


def unpublished() -> str:
    """Commits that no remote has: what is published stays as it is, and a shallow clone tells of what it has."""
    words = ["git", "log", "--no-merges", f"--since={SINCE}", "--format=%h %s", "HEAD", "--not", "--remotes"]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_a_commit_that_is_not_published_yet_is_called_in_at_most_70_signs():
    assert too_long(unpublished()) == []


def test_a_subject_that_is_too_long_is_seen():
    assert too_long(f"0a1b2c3 {'a' * 70}\n0a1b2c4 {'a' * 71}\n") == [f"0a1b2c4 {'a' * 71}"]
