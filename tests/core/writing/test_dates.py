"""Dates and times as one writes them."""

from datetime import date, datetime

import pytest

from kulturspejl.core.writing.dates import MONTHS, day, moment


@pytest.mark.parametrize(
    ("value", "danish", "english"),
    [
        (date(2026, 1, 1), "1. januar 2026", "1 January 2026"),
        (date(2026, 11, 23), "23. november 2026", "23 November 2026"),
        (date(2026, 12, 31), "31. december 2026", "31 December 2026"),
        (datetime(2026, 5, 2, 9, 5), "2. maj 2026 kl. 9.05", "2 May 2026 at 09:05"),
        (datetime(2026, 10, 2, 14, 30), "2. oktober 2026 kl. 14.30", "2 October 2026 at 14:30"),
    ],
)
def test_a_moment_in_both_languages(value: date, danish: str, english: str) -> None:
    assert (moment(value, "da"), moment(value, "en")) == (danish, english)
    assert moment(value, "da").startswith(day(value, "da"))


def test_a_year_has_twelve_months_in_both() -> None:
    assert {language: len(words.split()) for language, words in MONTHS.words.items()} == {"da": 12, "en": 12}
