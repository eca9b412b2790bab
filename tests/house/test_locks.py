"""The locked lists hold on every Python and machine that we name, and hold nothing but names and hashes."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.files import ROOT

FOLDER = ROOT / "requirements"
LISTS = ["run", "build", "test"]
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
MACHINES = ["x86_64", "aarch64"]
ENVIRONMENTS = [
    {
        "python_version": python,
        "python_full_version": f"{python}.1",
        "platform_machine": machine,
        "sys_platform": "linux",
        "platform_system": "Linux",
        "os_name": "posix",
        "extra": "",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    for python in PYTHONS
    for machine in MACHINES
]


class Locked(NamedTuple):
    """One entry of a list."""

    requirement: Requirement
    hashes: list[str]


def entries(name: str) -> list[Locked]:
    """Every entry of requirements/<name>.txt."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [entry(line) for line in lines]


def entry(line: str) -> Locked:
    """A line such as `numpy==2.4.6 ; marker --hash=sha256:…`."""
    first, *hashes = re.split(r"\s+--hash=", line)
    return Locked(Requirement(first), [value.strip() for value in hashes])


def wanted(file: Path) -> list[Requirement]:
    """What an in-file asks for, those that it reads included."""
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        words = line.split("#")[0].strip()
        if words.startswith("-r "):
            found += wanted(file.parent / words[3:].strip())
        elif words:
            found.append(Requirement(words))
    return found


def chosen(name: str, environment: dict[str, str]) -> dict[str, str]:
    """Which version of what a machine installs; an entry that stands twice for it is an error."""
    versions: dict[str, str] = {}
    for requirement, _hashes in entries(name):
        if requirement.marker is None or requirement.marker.evaluate(environment):
            key = canonicalize_name(requirement.name)
            assert key not in versions, f"{key} stands twice in {name}.txt for {environment}"
            (pin,) = requirement.specifier
            versions[key] = pin.version
    return versions


@pytest.mark.parametrize("name", LISTS)
def test_every_entry_is_pinned_and_hashed(name):
    assert entries(name)
    for requirement, hashes in entries(name):
        assert [pin.operator for pin in requirement.specifier] == ["=="], requirement
        assert hashes, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in hashes), requirement


@pytest.mark.parametrize("name", LISTS)
def test_no_address_link_path_or_option(name):
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert re.findall(r"://|@ |file:|^\s*-(?!-hash=sha256:).*|^\s*[./].*", text, re.MULTILINE) == []


@pytest.mark.parametrize(
    "environment", ENVIRONMENTS, ids=lambda e: f"{e['python_version']}-{e['platform_machine']}"
)
@pytest.mark.parametrize("name", LISTS)
def test_every_wish_is_met_on_every_python_and_machine(name, environment):
    versions = chosen(name, environment)
    for wish in wanted(FOLDER / f"{name}.in"):
        key = canonicalize_name(wish.name)
        assert key in versions, f"{wish} of {name}.in is missing: run `make locks`"
        assert wish.specifier.contains(versions[key], prereleases=True), (
            f"{wish} is not met by {versions[key]}"
        )


@pytest.mark.parametrize(
    "environment", ENVIRONMENTS, ids=lambda e: f"{e['python_version']}-{e['platform_machine']}"
)
def test_the_lists_agree_with_each_other(environment):
    whole = chosen("test", environment)
    for name in ("run", "build"):
        for key, version in chosen(name, environment).items():
            assert whole[key] == version


def test_what_running_needs_is_small_and_without_the_tests():
    assert not {"pytest", "playwright", "mypy", "ruff", "hypothesis"} & set(chosen("run", ENVIRONMENTS[0]))
