"""An address is a mailbox: one form for whatever leads to the same place, and a sentence for what leads nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kulturspejl.core.errors import Refused
from kulturspejl.core.tables.mailbox import inbox, is_mailbox, mailbox


@pytest.mark.parametrize(
    "written",
    [
        "anna@ærø.example",
        " Anna@Ærø.EXAMPLE. ",
        "anna@xn--r-3fa9c.example",
        "ANNA@XN--R-3FA9C.example",
        "an\u00adna@ærø.example\u200b",
        "\ufeffanna\u2060@\u200eærø.example\u200f",
        "anna@æ\u200drø\ufe0f.example",
        "mailto:anna@ærø.example",
        "\u00a0anna＠ærø。example",
    ],
)
def test_whatever_leads_to_one_mailbox_is_one_text(written):
    assert mailbox(written) == "anna@ærø.example"


@pytest.mark.parametrize(
    "written",
    [
        "", "anna", "@x.dk", "anna@", "anna@x", "a@b@x.dk", "an na@x.dk", "anna@x..dk", "anna@-x.dk", "anna@127.0.0.1",
        "anna@" + 60 * "ä" + ".dk", "=?utf-8?q?=0a?=@x.dk", "anna\nbcc:b@x.dk", "anna@x\r\n.dk", "a\x00@x.dk",
        ".a@x.dk", "anna@x.dk\u2800", "anna@x.dk\u2020", "anna@\u2764.dk", "//x.dk/anna@x.dk",
        "änna@x.dk", "a" * 65 + "@x.dk", "a@" + ".".join(["b" * 60] * 5) + ".dk", "a,b@x.dk", '"a b"@x.dk', "a<b>@x.dk",
    ],
)  # fmt: skip
def test_what_cannot_be_sent_is_refused_with_a_sentence(written):
    with pytest.raises(Refused) as refusal:
        mailbox(written)
    assert refusal.value.text.da != refusal.value.text.en
    assert "\n" not in refusal.value.text.da
    assert not is_mailbox(written)


@pytest.mark.parametrize(
    ("written", "sign"),
    [("søren@x.dk", "ø"), ("\u0430nna@x.dk", "\u0430"), ("anna–b@x.dk", "–"), ("anna@skole\u043e.dk", "\u043e")],
)
def test_a_letter_that_only_looks_right_is_named(written, sign):
    """Without it nobody sees what is wrong: »аnna@x.dk« er ikke en mailadresse."""
    with pytest.raises(Refused) as refusal:
        mailbox(written)
    assert f"»{sign}«" in refusal.value.text.da
    assert f"“{sign}”" in refusal.value.text.en
    assert ("før @: Dér er kun" in refusal.value.text.da) == (sign == "ø")


def test_a_place_all_in_another_script_is_one():
    assert mailbox("anna@почта.example") == "anna@почта.example"


def test_a_mailbox_whose_dots_say_nothing_is_one_person_s():
    assert inbox("An.Na+svar@googlemail.com") == inbox("anna@gmail.com") == "anna@gmail.com"
    assert inbox("an.na@x.dk") == "an.na@x.dk"


def test_a_local_part_that_names_a_topic_is_stored_but_leads_to_the_same_person():
    assert mailbox("Anna+Svar@x.dk") == "anna+svar@x.dk"
    assert inbox("anna+svar@x.dk") == inbox("anna@x.dk") == "anna@x.dk"
    assert inbox("+@x.dk") == "+@x.dk"


def test_the_longest_address_is_counted_as_it_is_sent():
    place = ".".join(["b" * 63, "b" * 63, "b" * 62, "dk"])
    fits = "a" * (254 - len(place) - 1) + "@" + place
    assert mailbox(fits) == fits
    assert len(fits) == 254
    assert not is_mailbox("a" + fits)
    assert not is_mailbox("a@" + 100_000 * "ø" + ".dk")


ALMOST = st.from_regex(r"[a-zæ+.\u200b]{1,6}@[a-zæß\u00ad-]{1,9}\.(dk|xn--[a-z0-9-]{1,8})")


@pytest.mark.slow
@given(st.text(max_size=60) | st.emails() | ALMOST)
def test_one_form_is_its_own_form_and_can_be_sent(text):
    try:
        found = mailbox(text)
    except Refused:
        return
    assert mailbox(found) == found
    sent = f"{found.rpartition('@')[0]}@{found.rpartition('@')[2].encode('idna').decode('ascii')}"
    assert sent.isascii()
    assert sent.isprintable()
    assert " " not in sent
    assert len(sent) <= 254
    assert mailbox(sent) == found
