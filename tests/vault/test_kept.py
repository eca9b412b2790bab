"""What one version has made with a key, the next makes again or opens: stores, cards and ledgers outlive versions."""

import uuid

import pytest

from kulturspejl.vault import codes, ledger, own_key, room_answers, sealing
from kulturspejl.vault.secret_mark import secret_mark

KEY = b"k" * 32


@pytest.fixture(autouse=True)
def one_secret(settings):
    settings.SECRET_KEY = "a secret of this test"


def test_a_card_opens_the_door_that_it_opened_before():
    assert codes.fingerprint("abcd-2345") == "eac89ec587da2a19cc82aca36df1955cc1410f2df23c33f50c05a44ac6896aea"
    assert codes.long_again(b"purpose", b"whose") == "YDCVWVJGPKF8R7GKVJYPM4C4NQ6"
    assert codes.long_from(bytes(range(32))) == "3NNBMEXX7FPTWK2G8Q3V4AXV4NG"


def test_the_same_secret_leaves_the_same_mark_and_opens_what_it_has_sealed():
    assert secret_mark() == "dbf3362fc52882f0"
    text = "sealed1:7klgHhKK8dWBsFWcrK7myOlKSgh0G62y-jIDX3D_EIDvppBS8w=="
    assert own_key.unseal_text(text, "tests") == "Hemmeligt"


def test_bytes_that_were_sealed_and_tags_that_were_given_are_still_right():
    sealed = "4dea65d5c527f6affd9ec6ec827038ffb3a6c7c1a5a3546493377a25e6547edf58"
    assert sealing.unseal(KEY, bytes.fromhex(sealed), b"about") == b"plain"
    assert sealing.tag(KEY, "label", b"one", b"two").hex() == "107a0181dfa768cda48e4e38a70ec837"


def test_the_ledger_calls_a_thing_as_it_did():
    assert ledger.of_turn(uuid.UUID(int=1), 2) == uuid.UUID("8ff9f83c-0bdf-58d9-be4e-b11369508e29")
    assert ledger.of_version_0_7(uuid.UUID(int=1)) == uuid.UUID("bc0525e9-1fd4-5fdc-b893-fe40d02043eb")


def test_an_answer_in_a_box_begins_with_the_whole_id_under_which_it_was_sent():
    """Open boxes outlive an update: an answer of another length could not be taken apart any more."""
    assert len(uuid.uuid4().bytes) == room_answers.RETRY
