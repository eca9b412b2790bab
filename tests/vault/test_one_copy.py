"""One copy of an open round or part pairs nobody: at any instant of the disk, and file by file in any order.

A copy tells something when two versions of a box open in it: what the younger one has more is the answer of whoever
came last, and the gate says who that is. `as_it_was` shows that these spies find it as keys were kept before.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import threading
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from kulturspejl.vault import keys
from tests.actions.rooms.course import begin, token
from tests.actions.town import answer, found_town, long_codes, open_round, profile
from tests.records import operator
from tests.vault import at_the_door, disk
from tests.vault.disk import Recorder, Version

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[2]
FEW = 12
BLOCK = 4096
EMPTY = bytes(BLOCK)


@pytest.fixture(autouse=True)
def fresh_keys(own_keys):
    keys.forget()


def a_round(people: int) -> None:
    """Everybody answers, one after the other."""
    round_id = open_round(found_town(headcount=people), mails=people)
    for number, code in enumerate(long_codes(round_id)):
        answer(code, profile(number % 5, number % 4, number % 2))


def a_round_by_the_door(people: int) -> None:
    """The same over the whole program's quick door, one after the other."""
    moment = timezone.now()
    round_id = open_round(found_town(headcount=people, now=moment), mails=people, now=moment)
    numbers = (profile(number % 5, number % 4, number % 2) for number in range(people))
    at_the_door.answer_all(zip(long_codes(round_id), numbers, strict=True))


def a_round_that_crowds_the_door(people: int) -> None:
    """The same, six at a time: several answers to a transaction."""
    moment = timezone.now()
    round_id = open_round(found_town(headcount=people, now=moment), mails=people, now=moment)
    numbers = (profile(number % 5, number % 4, number % 2) for number in range(people))
    at_the_door.answer_all(zip(long_codes(round_id), numbers, strict=True), at_once=6)


def a_room(people: int) -> None:
    """Everybody answers a part without a name; the first changes the answer."""
    course = begin(people)
    part = f"{course.go_to('evaluation', 'alone')}/words"
    for number in (*range(people), 0):
        course.send(part, {"keep": f"ord {number}"}, token=token(number))


def a_room_by_the_door(people: int) -> None:
    """The same from phones, which fetch a voucher each and then answer without a name."""
    course = begin(people)
    part = f"{course.go_to('evaluation', 'alone')}/words"
    for number in (*range(people), 0):
        at_the_door.send(course, number, part, {"keep": f"ord {number}"})


@pytest.mark.parametrize("what", [a_round, a_round_by_the_door, a_room, a_room_by_the_door])
@pytest.mark.parametrize("people", [FEW, pytest.param(60, marks=pytest.mark.sweep)])
@pytest.mark.slow
def test_no_disk_that_there_could_have_been_opens_two_versions(what, people, record_property):
    """Every part of what was written since the last sync, at every moment, and every version of the database."""
    with disk.recording() as recorder:
        what(people)
    found = disk.spy_on(recorder)
    record_property("disks", f"{found.telling} of {found.disks}")
    assert len(recorder.versions) > people
    assert found.disks > 2 * people, "before and after each sync, and between"
    assert (found.telling, found.share_of_time) == (0, 0.0)


@pytest.mark.slow
def test_nor_where_many_answers_share_a_transaction():
    with disk.recording() as recorder:
        a_round_that_crowds_the_door(FEW)
    found = disk.spy_on(recorder)
    assert 1 < len(recorder.versions) <= FEW + 1
    assert (found.telling, found.share_of_time) == (0, 0.0)


@pytest.mark.parametrize("what", [a_round, a_round_by_the_door, a_room])
@pytest.mark.slow
def test_the_spy_finds_what_two_keys_on_the_disk_told(what, record_property):
    with disk.as_it_was(), disk.recording() as recorder:
        what(FEW)
    found = disk.spy_on(recorder)
    record_property("share of time", round(found.share_of_time, 3))
    assert found.telling > FEW
    assert found.share_of_time > 0.5


@pytest.mark.slow
def test_and_whose_the_last_answer_was():
    """By name: the gate says who came last, the two versions what that one answered."""
    with disk.as_it_was(), disk.recording() as recorder:
        scene = next(operator.scenes(1))
    last = operator.order_of_admission(scene)[-1]
    older, younger = disk.opened(recorder.versions, disk.keys_in(recorder.moments[-1].disks[0].values())).popitem()[1]
    size = operator.HEAD + 2 * operator.WIDTH
    (new,) = {younger[at : at + size] for at in range(0, len(younger), size)} - {
        older[at : at + size] for at in range(0, len(older), size)
    }
    assert operator._first_four(new) == scene.truth[last]


# File by file, in any order, while eight answer at once


@contextmanager
def eight_at_once(people: int):
    """A round that eight answer at a time until all have; yields whether somebody still does."""
    round_id = open_round(found_town(headcount=people), mails=people)
    codes = long_codes(round_id)
    ended = threading.Event()

    def one(code: str) -> None:
        try:
            answer(code, profile(random.randrange(5), random.randrange(3), random.randrange(3)))
        finally:
            connection.close()

    def all_of_them() -> None:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(one, codes))
        ended.set()

    crowd = threading.Thread(target=all_of_them)
    crowd.start()
    yield ended
    crowd.join()


def database(recorder: Recorder) -> bytes:
    """Database and write-ahead log. Of PostgreSQL every version ever sealed, which is more than its files hold."""
    if connection.vendor != "sqlite":
        return b"".join(one.sealed for one in tuple(recorder.versions))
    file = Path(connection.settings_dict["NAME"])
    return b"".join(one.read_bytes() for one in sorted(file.parent.glob(f"{file.name}*")))


def key_files() -> bytes:
    return b"".join(file.read_bytes() for file in sorted(Path(settings.KULTURSPEJL_KEYS).glob("*.boxes")))


def copied(order: str, recorder: Recorder) -> tuple[bytes, set[bytes]]:
    """The database and the keys; one after the other."""
    ways = {"database": lambda: database(recorder), "keys": key_files}
    held = {what: ways[what]() for what in order.split(" then ")}
    return held["database"], disk.keys_in([held["keys"]])


def told_by_files(order: str, people: int) -> tuple[int, int, int]:
    """How many copies were made until all had answered, how many opened something, how many told answers apart."""
    copies = opening = told = 0
    with disk.recording() as recorder, eight_at_once(people) as ended:
        while not ended.is_set():
            raw, in_hand = copied(order, recorder)
            versions = disk.lying_in(raw, recorder.versions, in_hand)
            copies += 1
            opening += bool(versions)
            told += bool(disk.told_apart(disk.opened(versions, in_hand)))
            time.sleep(random.uniform(0, 0.05))
    return copies, opening, told


@pytest.mark.parametrize("order", ["keys then database", "database then keys"])
@pytest.mark.slow
@pytest.mark.parametrize("people", [96, pytest.param(960, marks=pytest.mark.sweep)])
def test_files_copied_one_after_the_other_while_eight_answer(order, people, record_property):
    copies, opening, told = told_by_files(order, people)
    record_property("copies that tell", f"{told} of {copies}")
    assert opening, "there are copies that open"
    assert told == 0


@pytest.mark.sweep
def test_the_spy_finds_something_in_files_copied_as_keys_were_kept_before(record_property):
    with disk.as_it_was():
        copies, _opening, told = told_by_files("keys then database", 960)
    record_property("copies that tell", f"{told} of {copies}")
    assert told > 0


# The image of a disk, as a hypervisor copies it


def may_have_a_disk() -> bool:
    """Whether this machine lets us make a file into a disk."""
    tools = all(shutil.which(name) for name in ("losetup", "mkfs.ext4", "mount", "umount"))
    if os.geteuid() or not tools:
        return False
    return not subprocess.run(["losetup", "--find"], capture_output=True, check=False).returncode


@contextmanager
def a_disk(folder: Path):
    """An ext4 of 32 MB on a file; yields the file and where the disk is mounted."""
    image, place = folder / "image", folder / "disk"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(32 << 20)
    subprocess.run(["mkfs.ext4", "-q", str(image)], check=True)
    mounted = subprocess.run(["mount", "-o", "loop", str(image), str(place)], capture_output=True, check=False)
    if mounted.returncode:
        yield None
        return
    try:
        yield image, place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def told_by_copies_of(folder: Path, counts: dict[str, int]) -> dict[str, int] | None:
    """For each way of keeping keys, in how many of so many copies of the whole disk two versions of a box open."""
    with a_disk(folder) as made:
        if made is None:
            return None
        image, place = made
        environment = os.environ | {
            "KULTURSPEJL_VAR": str(place), "KULTURSPEJL_KEYS": str(place / "keys"), "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "kulturspejl.web.settings", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
        }  # fmt: skip
        people = str(3 * sum(counts.values()))
        command = [sys.executable, "-m", "tests.vault.answering", str(folder / "list"), people, *counts]
        told = dict.fromkeys(counts, 0)
        with subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        ) as process:
            for way, count in counts.items():
                assert process.stdout is not None
                assert process.stdout.readline() == f"{way}\n"
                for _ in range(count):
                    time.sleep(random.uniform(0.1, 0.8))
                    told[way] += bool(disk.told_apart(disk.opened(*_in(image.read_bytes(), folder / "list"))))
                assert process.stdin is not None
                process.stdin.write("next\n")
                process.stdin.flush()
        assert process.returncode == 0
    return told


def _in(image: bytes, listed: Path) -> tuple[list[Version], set[bytes]]:
    """The versions and the keys that lie in it.

    Nothing is mounted: it is searched byte by byte, free blocks and the file system's own log included.
    """
    blocks = (image[at : at + BLOCK] for at in range(0, len(image), BLOCK))
    raw = b"".join(block for block in blocks if block != EMPTY)
    lines = [json.loads(line) for line in listed.read_text().splitlines() if line.endswith("]")]
    versions = [Version(*(bytes.fromhex(part) for part in line)) for line in lines]
    in_hand = {one.key for one in versions if one.key in raw}
    return disk.lying_in(raw, versions, in_hand), in_hand


@pytest.mark.slow
@pytest.mark.parametrize("count", [10, pytest.param(60, marks=pytest.mark.sweep)])
def test_a_disk_that_is_copied_while_people_answer(tmp_path, count, record_property):
    """Where loop devices are permitted; elsewhere the recorder's disks are all there is, and the run says so.

    At first keys are kept as they were before, so that the spy can show what it is able to.
    """
    few = max(5, count // 5)
    found = told_by_copies_of(tmp_path, {"as-it-was": few, "now": count}) if may_have_a_disk() else None
    if found is None:
        warnings.warn("No loop device here: the disks of the recorder were looked at alone.", stacklevel=1)
        with disk.recording() as recorder:
            a_round(FEW)
        assert disk.spy_on(recorder).telling == 0
        return
    record_property("copies that tell", f"{found['now']} of {count}, as it was {found['as-it-was']} of {few}")
    if not found["as-it-was"]:  # by chance, on a busy machine
        (tmp_path / "again").mkdir()
        found |= told_by_copies_of(tmp_path / "again", {"as-it-was": 5 * few}) or {}
    assert found["as-it-was"] > 0, "the spy finds two keys where two were kept"
    assert found["now"] == 0
