"""The ledger of deletions keeps what it was told, also through a kill in the middle of a line."""

import os
import uuid
from datetime import date

import pytest

from kulturspejl.vault import ledger

ONE, OTHER = uuid.UUID(int=1), uuid.UUID(int=2)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.KULTURSPEJL_VAR = tmp_path / "var"


def test_without_a_file_nothing_was_deleted():
    assert list(ledger.entries()) == []


def test_lines_come_back_in_order_and_for_us_alone(tmp_path):
    ledger.note(what=ledger.PEOPLE, round_id=ONE, on=date(2026, 11, 23))
    ledger.note(what=ledger.ROUND, round_id=OTHER, on=date(2026, 11, 24))
    assert list(ledger.entries()) == [
        ledger.Deletion("people", ONE, date(2026, 11, 23)), ledger.Deletion("round", OTHER, date(2026, 11, 24))
    ]  # fmt: skip
    assert (tmp_path / "var" / "deletions.jsonl").stat().st_mode & 0o077 == 0


def test_half_a_line_hides_no_other(tmp_path):
    ledger.note(what=ledger.PEOPLE, round_id=ONE, on=date(2026, 11, 23))
    file = tmp_path / "var" / "deletions.jsonl"
    file.write_text(file.read_text() + '{"what": "peo\n')
    ledger.note(what=ledger.PEOPLE, round_id=OTHER, on=date(2026, 11, 23))
    assert [one.round_id for one in ledger.entries()] == [ONE, OTHER]


def test_a_folder_that_is_not_there_yet_is_made_with_those_above_it(settings, tmp_path):
    settings.KULTURSPEJL_VAR = tmp_path / "srv" / "var"
    ledger.note(what=ledger.PEOPLE, round_id=ONE, on=date(2026, 11, 23))
    assert [one.round_id for one in ledger.entries()] == [ONE]


def test_its_words_are_those_of_every_version_before():
    """The file outlives versions: a word that changes would make what earlier ones have noted come back."""
    words = {name: value for name, value in vars(ledger).items() if name.isupper() and isinstance(value, str)}
    assert {name.lower() for name in words} == {*words.values()}
    assert {*words.values()} == {
        "people", "room", "course_numbers", "course_class", "course_member", "course_key", "trio_meeting", "own_plan",
        "plan_reminder", "letters_off", "letters_on", "kept_meeting", "room_notes", "person", "round", "grant",
    }  # fmt: skip


def test_it_is_its_owners_alone_whatever_the_process_masks(tmp_path):
    before = os.umask(0)
    try:
        ledger.note(what=ledger.ROUND, round_id=ONE, on=date(2026, 11, 23))
    finally:
        os.umask(before)
    (file,) = (one for one in (tmp_path / "var").rglob("*") if one.is_file())
    assert file.stat().st_mode & 0o777 == 0o600
