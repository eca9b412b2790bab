"""Two keys of a box, as a kill of an earlier version left them: one stays, of rounds and of rooms."""

import os
from pathlib import Path

import pytest
from django.conf import settings

from kulturspejl.actions import key_keeping
from kulturspejl.vault import box_keys, keys
from tests.actions import town
from tests.actions.rooms.course import begin, token
from tests.actions.town import answer, found_town, long_codes, open_round, profile

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_keys(tmp_path, settings):
    settings.KULTURSPEJL_KEYS = tmp_path / "keys"
    keys.forget()


def files() -> list[Path]:
    return sorted(Path(settings.KULTURSPEJL_KEYS).glob("*.boxes"))


def leave_two(file: Path, *, killed: str) -> bytes:
    """As it was left: the old key first, the next one behind it. Returns the file as it should become."""
    good = file.read_bytes()
    pairs = [good[at : at + 32] for at in range(0, len(good), 64)]
    two = (lambda key: os.urandom(32) + key) if killed == "after the commit" else (lambda key: key + os.urandom(32))
    file.write_bytes(b"".join(two(key) for key in pairs))
    return good


@pytest.mark.parametrize("killed", ["before the commit", "after the commit"])
@pytest.mark.slow
def test_the_key_that_opens_stays_alone(killed):
    round_id = open_round(found_town(headcount=70), mails=70)
    codes = long_codes(round_id)
    for code in codes[:8]:
        answer(code, profile(4, 3, 2))
    (file,) = files()
    good = leave_two(file, killed=killed)
    assert len(good) == 2 * box_keys.PLACE, "a round of seventy has two boxes"
    key_keeping.settle(now=town.NOW)
    assert file.read_bytes() == good
    answer(codes[8], profile(4, 3, 2))
    key_keeping.settle(now=town.NOW)


@pytest.mark.parametrize("killed", ["before the commit", "after the commit"])
@pytest.mark.slow
def test_in_a_room_as_well(killed):
    course = begin(3)
    part = f"{course.go_to('culture_profile', 'pairs')}/direction"
    course.send(part, {"pull": "A"}, token=token(1))
    (file,) = files()
    good = leave_two(file, killed=killed)
    assert course.answers(part) == [{"choice": "A"}], "it opens as it lies there"
    key_keeping.settle(now=town.NOW)
    assert file.read_bytes() == good
    assert course.answers(part) == [{"choice": "A"}]


def test_a_write_clears_its_own_box_without_waiting_for_that():
    course = begin(3)
    part = f"{course.go_to('culture_profile', 'pairs')}/direction"
    course.send(part, {"pull": "A"}, token=token(1))
    leave_two(files()[0], killed="after the commit")
    course.send(part, {"pull": "B"}, token=token(2))
    assert box_keys.with_two() == []
    assert len(course.answers(part)) == 2
