"""What every test may ask for: a browser, a mail server, a PostgreSQL and the program itself, all real."""

import gc
import re
from pathlib import Path

import pytest

pytest_plugins = [
    "tests.fixtures.browser",
    "tests.fixtures.certificate",
    "tests.fixtures.emptied",
    "tests.fixtures.grace",
    "tests.fixtures.ledger",
    "tests.fixtures.mail",
    "tests.fixtures.postgres",
    "tests.fixtures.served",
    "tests.fixtures.sweep",
    "tests.fixtures.written",
]

LONGEST = (
    "test_half_a_year.py", "test_kill.py", "test_there_and_back.py", "test_whole_day.py", "test_backup.py",
    "test_on_postgres.py",
    "test_answering.py", "test_room_faces.py", "test_sign_in.py", "test_who_sees_what.py", "test_after_close.py",
    "test_own_answers.py", "test_room.py", "test_models.py", "test_sealing.py", "test_room_devices.py",
    "test_own_file.py", "test_thread.py", "test_rude_input.py", "test_answers_forgotten.py", "test_room_kill.py",
    "test_every_line_on_the_wall.py", "test_steward.py", "test_lost.py", "test_several_processes.py",
    "test_every_link.py", "test_a_month.py", "test_half_year.py",
)  # fmt: skip
"""Files that take a minute or two, the longest first by what they ask of the processor."""


OF_THE_FILE = re.compile(r"^pytestmark = .*?$", re.MULTILINE)
LEFT_OUT = re.compile(r"not (\w+)(?: and not (\w+))*")


gc.disable()  # until all tests are found: none of what is imported and found ever goes again


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """A file all of whose tests are left out by their mark is not even read: a third of the time of finding them."""
    wanted = config.option.markexpr
    if collection_path.suffix != ".py" or not LEFT_OUT.fullmatch(wanted):
        return None
    marks = OF_THE_FILE.search(collection_path.read_text(encoding="utf-8"))
    left_out = set(wanted.split()) - {"not", "and"}
    return True if marks and left_out & set(re.findall(r"pytest\.mark\.(\w+)", marks.group())) else None


def pytest_collection_finish() -> None:
    """What is there now stays to the end, and nobody looks through it again."""
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long files first, then those in which anything is slow: two processes then end at about the same time."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    order = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: (order.get(item.path.name, len(order)), item.path not in slow))
