"""What comes in, decoded with its types: as our own pages send it; else Django's way reads it and says what is wrong.

No rule begins here: whatever is accepted is read by the faces (`door_calls`, `handing_in`) as exactly the same, which a
test compares. What they would cut, or read in another spelling, is not accepted.
"""

import uuid
from typing import Annotated, Any, TypeVar

import msgspec

from kulturspejl.core.errors import Faulty
from kulturspejl.faces.respondent.door_calls import UNREADABLE

Read = TypeVar("Read")
Secret = Annotated[bytes, msgspec.Meta(min_length=16, max_length=1024)]
Part = Annotated[str, msgspec.Meta(max_length=120)]
Voucher = Annotated[str, msgspec.Meta(max_length=200)]


class Admission(msgspec.Struct, frozen=True):
    """Somebody's secret number, in base64."""

    blinded: Secret | None = None


class Submission(msgspec.Struct, frozen=True):
    """An answer, not checked yet."""

    voucher: str
    id: uuid.UUID
    answers: dict[str, Any]


class Purchase(msgspec.Struct, frozen=True):
    """For which part a voucher is wanted, and the phone's random number in hexadecimal."""

    part: Part
    secret: Annotated[str, msgspec.Meta(pattern="^(?:[0-9a-f]{2}){16,64}\\Z")]


class Contribution(msgspec.Struct, frozen=True):
    """What somebody has filled in at a part, not checked yet."""

    id: uuid.UUID
    part: Part
    values: dict[str, Any]


class Unsigned(Contribution, frozen=True):
    """The same with the voucher of whoever has no name."""

    voucher: Voucher


admission = msgspec.json.Decoder(Admission)
submission = msgspec.json.Decoder(Submission)
purchase = msgspec.json.Decoder(Purchase)
contribution = msgspec.json.Decoder(Contribution)
unsigned = msgspec.json.Decoder(Unsigned)


def read(decoder: msgspec.json.Decoder[Read], body: bytes) -> Read:
    """The body. Raises Faulty, which sends the request Django's way."""
    try:
        return decoder.decode(body)
    except (ValueError, RecursionError) as error:
        raise Faulty(UNREADABLE, {}) from error
