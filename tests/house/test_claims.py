"""The rates of claims in the documents are those that were counted, and each keeps what it says."""

import json

import pytest

from benchmarks import claims_set
from benchmarks.claims import KEPT

RATES = json.loads(KEPT.read_text(encoding="utf-8"))


@pytest.mark.parametrize("lang", ["da", "en"])
def test_page_and_picture_are_set_from_what_was_counted(lang):
    page = claims_set.PAGES[lang].read_text(encoding="utf-8")
    assert claims_set.set_into(page, RATES, lang) == page, "python -m benchmarks.claims --set"
    drawn = (claims_set.DOCS / "pictures" / f"claims-{lang}.svg").read_text(encoding="utf-8")
    assert drawn == claims_set.figure(RATES, lang) + "\n"


def test_every_claim_that_promises_a_number_keeps_it():
    assert claims_set.short(RATES) == []


def test_a_claim_that_does_not_is_named():
    lower = [{"of": "points", "claim": "most", "size": "8/10 much", "said": 0.7, "right": 0.76}]
    assert claims_set.short(lower) == lower
    said = claims_set.sentence(lower, "da")
    assert said == (
        "I 1 af 1 linjer er en påstand sjældnere rigtig, end den siger, minus 3 point: »fylder mest« (Kulturprofilen, "
        "8 af 10, meget forskellige teams: 76,0)."
    )
    assert "I 0 af" not in claims_set.sentence([{**lower[0], "right": 0.77}], "da")


def test_every_kind_of_answers_has_its_words_and_its_ranges():
    found = {(one["of"], one["claim"]) for one in RATES}
    for of in claims_set.OF:
        assert {(of, claim) for claim in ("alike", "very", "another_day", "today", "since")} <= found, of
