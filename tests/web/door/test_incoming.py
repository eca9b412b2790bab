"""What the quick door accepts, the faces read as exactly the same; what only they can read goes their way."""

import base64
import json
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kulturspejl.core.errors import Faulty
from kulturspejl.faces.participant import handing_in
from kulturspejl.faces.respondent import door_calls
from kulturspejl.web.door import incoming

SECRETS = [base64.b64encode(b"x" * n).decode() for n in (8, 15, 16, 32, 1024, 1025)]
SECRETS += ["A" * 21 + "B==", "A" * 22, "=" * 24]
AN_ID = "7b0f6f1e-6d3c-4f5e-9a46-0d8f6f3d1c11"
IDS = [AN_ID, AN_ID.upper().replace("-", ""), f"{{{AN_ID}}}", f"urn:uuid:{AN_ID}"]
HEX = ["ab" * 15, "ab" * 16, "ab" * 64, "ab" * 65, "AB" * 16, "ab" * 16 + "\n", "\u0661" * 32]
ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers(-(2**70), 2**70) | some.floats() | some.text(max_size=5),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
LENGTHS = ["x" * 120, "x" * 121, "x" * 200, "x" * 201]
WORDS = some.text(max_size=8) | some.sampled_from([*LENGTHS, "\ud83d\ude00", "\ud800"])
BODIES = some.fixed_dictionaries(
    {},
    optional={
        "blinded": some.sampled_from(SECRETS) | ANYTHING, "id": some.sampled_from(IDS) | ANYTHING,
        "secret": some.sampled_from(HEX) | ANYTHING, "part": WORDS | ANYTHING, "voucher": WORDS | ANYTHING,
        "values": some.dictionaries(WORDS, ANYTHING, max_size=3) | ANYTHING,
        "answers": some.dictionaries(WORDS, ANYTHING, max_size=3) | ANYTHING, "other": ANYTHING,
    },
)  # fmt: skip


def purchase(body):
    found = handing_in.purchase_of(handing_in.read(body))
    return found.part, found.secret


def contribution(body):
    found = handing_in.contribution_of(handing_in.read(body))
    return found.id, found.part, found.values


def unsigned(body):
    return *contribution(body), handing_in.voucher_of(handing_in.read(body))


def submission(body):
    found = door_calls.read_submission(body)
    return found.voucher, found.retry_id, found.answers


READERS = [
    (incoming.admission, lambda one: one.blinded, door_calls.read_admission),
    (incoming.submission, lambda one: (one.voucher, one.id, one.answers), submission),
    (incoming.purchase, lambda one: (one.part, bytes.fromhex(one.secret)), purchase),
    (incoming.contribution, lambda one: (one.id, one.part, one.values), contribution),
    (incoming.unsigned, lambda one: (one.id, one.part, one.values, one.voucher), unsigned),
]


def tried(body):
    """How many decoders accepted it; fails where the face reads anything else."""
    accepted = 0
    for decoder, told, face in READERS:
        try:
            here = told(incoming.read(decoder, body))
        except Faulty:
            continue
        # By repr: 1, 1.0 and True are equal, and no two of them are the same answer.
        assert repr(here) == repr(face(body))
        accepted += 1
    return accepted


@pytest.mark.slow
@given(BODIES | ANYTHING, some.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), some.booleans())
def test_what_is_accepted_is_read_as_the_faces_read_it(data, coding, is_ascii):
    tried(json.dumps(data, ensure_ascii=is_ascii).encode(coding, errors="surrogatepass"))


SENT = {
    "blinded": SECRETS[3], "voucher": "v", "id": str(uuid.uuid4()), "answers": {"a": 1}, "part": "p", "values": {},
    "secret": "ab" * 32,
}  # fmt: skip
AT_THE_EDGE = {"blinded": SECRETS, "id": IDS, "secret": HEX, "part": LENGTHS, "voucher": LENGTHS}


def test_what_our_pages_send_is_accepted():
    assert tried(json.dumps(SENT).encode()) == len(READERS)


@pytest.mark.parametrize("name", AT_THE_EDGE)
def test_what_is_just_too_long_or_spelt_otherwise_is_left(name):
    accepted = {tried(json.dumps(SENT | {name: value}).encode()) for value in AT_THE_EDGE[name]}
    assert max(accepted) == len(READERS)
    assert min(accepted) < len(READERS)


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 100_000, b"\xff", b'"\xff"', b'{"id": NaN}', b"null", b"1e400"])
def test_what_is_no_object_is_none_of_ours(body):
    assert tried(body) == 0
