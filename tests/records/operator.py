"""An operator who wants to know who said what, and what they hold in their hands."""

import itertools
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.core.management import call_command

from kulturspejl.actions import gates
from kulturspejl.records.ballots import HEAD, Box
from kulturspejl.records.models import Door, Gate, Invitation
from kulturspejl.vault import keys
from kulturspejl.vault.sealing import unseal
from tests.actions.town import answer, found_town, long_codes, open_round, profile
from tests.vault import at_the_door

WIDTH = 28
PEOPLE = 20
Give = Callable[[str, dict[str, int]], object]
WAYS: tuple[Give, ...] = (at_the_door.answer, answer)


@dataclass
class History:
    """Every sealed version of gates and boxes, oldest first: more than any write-ahead log keeps.

    `key_files` are what somebody holds who copied the keys again and again, which the promise leaves out.
    """

    gates: list[bytes] = field(default_factory=list)
    boxes: list[bytes] = field(default_factory=list)
    key_files: list[bytes] = field(default_factory=list)

    def note(self) -> None:
        self.gates.append(bytes(Gate.objects.get().sealed))
        self.boxes.append(bytes(Box.objects.get().sealed))
        self.key_files.append(box_key_file().read_bytes())


@dataclass
class Scene:
    """A round that `PEOPLE` have answered one after the other; `truth` maps an address to its numbers."""

    round_id: object
    truth: dict[str, tuple[int, ...]]
    history: History


def play(round_id: object, seed: int, give: Give) -> Scene:
    """Everybody answers, in random order, each with numbers of their own."""
    rng = random.Random(seed)
    addresses = sorted(Invitation.objects.values_list("address", flat=True))
    profiles = rng.sample(
        [(a, b, c) for a, b, c in itertools.product(range(8), repeat=3) if a + b + c <= 10], PEOPLE
    )
    own = dict(zip(addresses, profiles, strict=True))
    codes = dict(zip(addresses, long_codes(round_id), strict=True))
    history = History()
    history.note()
    for address in rng.sample(addresses, PEOPLE):
        give(codes[address], profile(*own[address]))
        history.note()
    return Scene(round_id, {address: numbers_of(own[address]) for address in addresses}, history)


def numbers_of(abc: tuple[int, int, int]) -> tuple[int, ...]:
    return (*abc, 10 - sum(abc))


def box_key_file() -> Path:
    return next(Path(settings.KULTURSPEJL_KEYS).glob("*.boxes"))


def order_of_admission(scene: Scene) -> list[str]:
    """Addresses in the order their codes were spent: the gate's old versions open with the round's key."""
    key = keys.get(scene.round_id)
    place = b"gate" + Gate.objects.get().round_unit_id.bytes + (0).to_bytes(2, "big")
    spent = [_spent(unseal(key, version, place)) for version in scene.history.gates]
    entries = [min(new - old) for old, new in itertools.pairwise(spent) if new - old]
    whose = _addresses_by_entry(key)
    return [whose[entry] for entry in entries]


def _spent(plain: bytes) -> set[bytes]:
    rows = [plain[at : at + gates.RECORD] for at in range(0, len(plain), gates.RECORD)]
    return {row[: gates.ENTRY] for row in rows if row[-16:] != gates.UNSPENT}


def _addresses_by_entry(key: bytes) -> dict[bytes, str]:
    from kulturspejl.vault import codes

    found = {}
    for one in Invitation.objects.all():
        long = unseal(key, one.code_sealed, one.id.bytes).decode().split(" ")[0]
        found[bytes(Door.objects.get(code_hash=codes.fingerprint(long)).entry)] = one.address
    return found


def boxes_that_open(versions: list[bytes], key_files: list[bytes]) -> list[list[bytes]]:
    """The records of every version of the box that some key in hand opens, oldest first, empty ones left out."""
    place = b"box" + Box.objects.get().round_unit_id.bytes + (0).to_bytes(2, "big")
    in_hand = {raw[at : at + 32] for raw in key_files for at in range(0, len(raw), 32)}
    opened = []
    for version in versions:
        for key in in_hand:
            try:
                plain = unseal(key, version, place)
            except InvalidTag:
                continue
            size = HEAD + 2 * WIDTH
            opened.append([plain[at : at + size] for at in range(0, len(plain), size)])
    return [records for records in opened if records]


def guess(order: list[str], opened: list[list[bytes]]) -> dict[str, tuple[int, ...]]:
    """Pair people, in the order they came, with the answers, in the order that the opened versions give.

    Between two versions that both open, new answers belong to the people who came in between; where only one
    version opens, its own order is all there is.
    """
    answers: list[bytes] = []
    for records in opened:
        answers += [record for record in records if record not in answers]
    return {address: _first_four(record) for address, record in zip(order, answers, strict=False)}


def _first_four(record: bytes) -> tuple[int, ...]:
    numbers = record[HEAD : HEAD + 8]
    return tuple(int.from_bytes(numbers[at : at + 2], "little") for at in range(0, 8, 2))


def hits(guessed: dict[str, tuple[int, ...]], truth: dict[str, tuple[int, ...]]) -> int:
    """How many were paired rightly."""
    return sum(truth[address] == numbers for address, numbers in guessed.items())


def scenes(rounds: int) -> Iterator[Scene]:
    """One round after another, in a fresh organisation each; answers come by the quick door and by a thread in turn."""
    for seed in range(rounds):
        call_command("flush", interactive=False, verbosity=0)
        shutil.rmtree(settings.KULTURSPEJL_KEYS, ignore_errors=True)
        yield play(open_round(found_town(headcount=PEOPLE), mails=PEOPLE), seed, WAYS[seed % len(WAYS)])
