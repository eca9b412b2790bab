"""The operator of tests.records.operator, in a room: who has a voucher when, and what lies in the box."""

import itertools
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.core.management import call_command

from kulturspejl.actions import gates, rooms
from kulturspejl.core.kinds.base.packing import unpacked
from kulturspejl.records.models import Participant
from kulturspejl.records.room_boxes import RoomBox, RoomGate
from kulturspejl.vault import codes, keys
from kulturspejl.vault.sealing import unseal
from tests.actions.rooms.course import NOW, Course, begin, token
from tests.vault import at_the_door

PEOPLE = 20
HEAD = 32


@dataclass
class History:
    """Every sealed version of gate and box, oldest first, and the key files of every moment."""

    gates: list[bytes] = field(default_factory=list)
    boxes: list[bytes] = field(default_factory=list)
    key_files: list[bytes] = field(default_factory=list)

    def note(self) -> None:
        row = RoomBox.objects.get()
        self.gates.append(bytes(RoomGate.objects.get().sealed))
        self.boxes.append(bytes(row.sealed))
        self.key_files.append(box_key_file().read_bytes())


@dataclass
class Scene:
    """A part that `PEOPLE` have answered one after the other; `truth` maps a participant to their own words."""

    course: Course
    part: str
    truth: dict[str, str]
    history: History


def _send(course: Course, number: int, part: str, values: dict[str, str]) -> None:
    course.send(part, values, token=token(number))


def _done(course: Course, number: int, station: str) -> None:
    rooms.mark_done(code=course.code, key=course.keys[number], station=station, now=NOW)


WAYS = ((at_the_door.send, at_the_door.done), (_send, _done))


def scenes(days: int) -> Iterator[Scene]:
    """One day after another, in a fresh organisation each."""
    for seed in range(days):
        call_command("flush", interactive=False, verbosity=0)
        shutil.rmtree(settings.KULTURSPEJL_KEYS, ignore_errors=True)
        keys.forget()
        yield play(seed)


def play(seed: int) -> Scene:
    """Everybody fetches a voucher, answers at once and says so, in random order; a few change their mind.

    By the quick door and by a thread, a day each in turn.
    """
    send, done = WAYS[seed % len(WAYS)]
    rng = random.Random(seed)
    course = begin(PEOPLE)
    station = course.go_to("evaluation", "alone")
    part, history, truth = f"{station}/words", History(), {}
    order = rng.sample(range(PEOPLE), PEOPLE)
    for number in order:
        words = f"ord {number}." + "x" * rng.randrange(200)
        send(course, number, part, {"keep": f"første bud {number}" if number % 5 == 0 else words})
        history.note()
        done(course, number, station)
        truth[str(who(course, number).id)] = words
        if number % 5 == 0:
            send(course, number, part, {"keep": words})
            history.note()
    return Scene(course, part, truth, history)


def who(course: Course, number: int) -> Participant:
    return Participant.objects.get(key_hash=codes.fingerprint(course.keys[number]))


def box_key_file() -> Path:
    return next(Path(settings.KULTURSPEJL_KEYS).glob("*.boxes"))


def order_of_vouchers(scene: Scene) -> list[str]:
    """Participants in the order in which they got their vouchers: the gate's old versions open with the part's key."""
    id = RoomBox.objects.get().id
    opened = [_entries(unseal(keys.get(id), version, b"room gate" + id.bytes)) for version in scene.history.gates]
    whose = {one.id.bytes: str(one.id) for one in Participant.objects.all()}
    return [whose[min(new - old)] for old, new in itertools.pairwise([set(), *opened]) if new - old]


def _entries(plain: bytes) -> set[bytes]:
    return {plain[at : at + gates.ENTRY] for at in range(0, len(plain), gates.RECORD)}


def boxes_that_open(scene: Scene, key_files: list[bytes]) -> list[list[str]]:
    """The words in every version of the box that some key in hand opens, oldest first."""
    id = RoomBox.objects.get().id
    in_hand = {raw[at : at + 32] for raw in key_files for at in range(0, len(raw), 32)}
    opened = []
    for count, version in zip(_counts(scene), scene.history.boxes, strict=True):
        for key in in_hand:
            try:
                plain = unseal(key, version, b"room box" + id.bytes)
            except InvalidTag:
                continue
            size = len(plain) // count
            opened.append([unpacked(plain[at + HEAD : at + size])["keep"] for at in range(0, len(plain), size)])
    return opened


def _counts(scene: Scene) -> list[int]:
    """How many answers each version holds: its length says so, and nothing else."""
    first = len(scene.history.boxes[0]) - 28
    return [(len(version) - 28) // first for version in scene.history.boxes]


def guess(order: list[str], opened: list[list[str]]) -> dict[str, str]:
    """Pair people, in the order they came, with the words, in the order that the opened versions give.

    Between two versions that both open, what is new belongs to whoever came in between; a version with as many
    answers as the one before is somebody who changed their mind. Where one version opens, its own order is all.
    """
    grown = [(old, new) for old, new in itertools.pairwise([[], *opened]) if len(new) > len(old)]
    words = [one for old, new in grown for one in new if one not in old]
    return dict(zip(order, words, strict=False))


def by_length(scene: Scene, words: list[str]) -> dict[str, str]:
    """Words of which the log tells the length at the moment they came, with whoever came then."""
    grown = [new - old for old, new in itertools.pairwise([28, *map(len, scene.history.boxes)])]
    came = [growth for growth in grown if growth]
    ranked = sorted(range(len(came)), key=lambda place: came[place])
    order = order_of_vouchers(scene)
    return {order[place]: one for place, one in zip(ranked, sorted(words, key=len), strict=True)}


def hits(guessed: dict[str, str], truth: dict[str, str]) -> int:
    """How many were paired rightly."""
    return sum(truth[one] == words for one, words in guessed.items())
