"""Sentences with something to fill in: each number, day and list is written as the language around it has it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kulturspejl.core.text import Text, in_common
from kulturspejl.core.writing.dates import MONTHS, moment
from kulturspejl.core.writing.listing import AND, OR, QUOTED, listed
from kulturspejl.core.writing.numbers import (
    DECIMAL_SIGN,
    THOUSANDS_SIGN,
    decimal,
    exact,
    in_thousands,
    short_decimal,
)

N_OF = Text(da="{n} af {most}", en="{n} of {most}")


def filled(text: Text, /, **places: object) -> Text:
    """`text` with its {places} filled in, in every language in which all of it can be said.

    A text is said in the language around it; a float has one decimal; a date is a day, with its time where it has one;
    a sequence of names is listed. Raises KeyError for a place without a value.
    """
    return Text(
        **{
            language: text.into(language).format(
                **{name: _said(value, language) for name, value in places.items()}
            )
            for language in in_common([text, *_needed(places.values())])
        }
    )


def n_of(n: float, most: int) -> Text:
    """ "3 af 10" of a whole number, "3,5 af 10" of a mean (a float)."""
    return filled(N_OF, n=n, most=most)


def quoted(words: Text) -> Text:
    """»ord«, “words”."""
    return filled(QUOTED, words=words)


def cited(words: str) -> Text:
    """What stands in somebody's list: »Nord«, “Nord”."""
    return filled(QUOTED, words=words)


def either(values: Sequence[object]) -> Text:
    """ "A", "A eller B", "A, B eller C"."""
    languages = in_common([OR, *_needed(values)])
    return Text(**{language: listed([_said(one, language) for one in values], language, OR) for language in languages})


def in_words(value: date) -> Text:
    """A day, and its time where it has one."""
    return MONTHS.each(lambda _months, language: moment(value, language))


def as_it_is(words: str) -> Text:
    """Words that no language changes: "3–5", a name."""
    return DECIMAL_SIGN.each(lambda _sign, _language: words)


def exactly(value: float) -> Text:
    """A number that somebody has typed, with the decimals that it has."""
    return DECIMAL_SIGN.each(lambda _sign, language: exact(value, language))


def many(value: int) -> Text:
    """A whole number with its thousands: "20.000", "20,000"."""
    return THOUSANDS_SIGN.each(lambda _sign, language: in_thousands(value, language))


def short(value: float) -> Text:
    """A number with one decimal, and none where it would be 0."""
    return DECIMAL_SIGN.each(lambda _sign, language: short_decimal(value, language))


def _said(value: object, language: str) -> str:
    if isinstance(value, Text):
        return value.into(language)
    if isinstance(value, float):
        return decimal(value, language)
    if isinstance(value, date):
        return moment(value, language)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return listed([_said(one, language) for one in value], language)
    return str(value)


def _needed(values: Iterable[object]) -> Iterator[Text]:
    """What a language must have, so that these values can be written in it."""
    for value in values:
        if isinstance(value, Text):
            yield value
        elif isinstance(value, float):
            yield DECIMAL_SIGN
        elif isinstance(value, date):
            yield MONTHS
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield from (AND, *_needed(value))
