"""Short letters: what may stand in one, and what it becomes."""

import pytest

from kulturspejl.core.content.short_letters import PLACES, parse_short_letter, shortened

PLACED = dict.fromkeys(PLACES, "x") | {"organisation": "Havnby", "link": "https://x.dk/y", "unit": "Nord"}


def table(subject="Om {unit}", body="Se {link}\n\nSpørg {contact}."):
    return {"id": "a", "subject": {"da": subject, "en": subject}, "body": {"da": body, "en": body}}


def test_a_letter_is_a_greeting_its_lines_and_who_sends_it():
    subject, body = parse_short_letter(table()).write(PLACED, name="Karen\nBcc: x", language="da")
    assert subject == "Om Nord"
    assert body == (
        "Kære Karen Bcc: x\n\nSe https://x.dk/y\n\nSpørg x.\n\nVenlig hilsen\nKulturspejl, Havnby\n"
    )


def test_a_line_about_nobody_is_left_out():
    _subject, body = parse_short_letter(table()).write(PLACED | {"contact": ""}, name="K", language="en")
    assert body == "Dear K\n\nSe https://x.dk/y\n\nKind regards\nKulturspejl, Havnby\n"


@pytest.mark.parametrize("name", ["x" * 200, "Område Nord, " * 20, "N\u2028\nord" * 50])
def test_a_subject_stands_on_one_line_of_sixty_signs_however_the_unit_is_called(name):
    letter = parse_short_letter(table(subject="x" * 40 + "{unit}"))
    subject, _body = letter.write(PLACED | {"unit": name}, name="K", language="da")
    assert len(subject) <= 60
    assert subject.endswith("…")
    assert subject.isprintable()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (table(subject=""), "lacks subject"),
        (table(subject="x" * 41), "longer"),
        (table(subject="a {nobody}"), "nobody"),
        (table(body="{link}\n" * 2), "exactly one"),
        (table(body="no link"), "exactly one"),
        (table(body="a\n" * 6 + "{link}"), "more than 6"),
        (table(body="{link} {"), "brace"),
    ],
)
def test_what_cannot_be_a_letter_is_said(wrong, said):
    with pytest.raises(ValueError, match=said):
        parse_short_letter(wrong)


def test_a_name_that_fits_is_not_cut():
    assert shortened("Nord", 4) == "Nord"
    assert shortened("Nord og Syd", 6) == "Nord…"
