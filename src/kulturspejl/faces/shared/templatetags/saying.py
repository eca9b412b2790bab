"""Texts of the house in the reader's language, dates as one writes them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BoundField
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kulturspejl.core.kinds.pairs import towards
from kulturspejl.core.text import OTHERWISE, Text
from kulturspejl.core.writing import dates, listing
from kulturspejl.core.writing.numbers import decimal
from kulturspejl.core.writing.sentence import as_it_is
from kulturspejl.values import links

register = template.Library()


def language() -> str:
    """The reader's language: da, en."""
    return (get_language() or OTHERWISE).partition("-")[0]


@register.filter
def say(text: Text | str | None) -> str:
    """The text in the reader's language; a plain string stays, nothing is nothing."""
    if text is None or isinstance(text, str):
        return text or ""
    return text.into(language())


@register.filter
def day(value: date | datetime | None) -> str:
    """23. november 2026, 23 November 2026."""
    if value is None:
        return ""
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    return dates.day(local, language())


@register.filter
def moment(value: date | datetime | None) -> str:
    """7. december 2026 kl. 23.59, 7 December 2026 at 23:59; the day alone where there is no hour."""
    if value is None:
        return ""
    # On a narrow phone "kl." must not stand alone at the end of a line.
    at = timezone.localtime(value) if isinstance(value, datetime) else value
    return dates.moment(at, language()).replace("kl. ", "kl.\u00a0")


@register.filter
def listed(names: Sequence[str]) -> str:
    """A, B og C."""
    return listing.listed(names, language())


@register.filter
def shown_pass(code: str) -> str:
    """The end of an address into a room: whoever is shown it is not slowed while somebody guesses codes."""
    return f"?{links.PASS}={links.pass_of(code)}"


@register.filter
def without_placeholder(field: BoundField) -> SafeString:
    """The field as drawn, without the grey word that repeats its label, in words that are not the house's own."""
    return field.as_widget(attrs={"placeholder": False})


@register.filter
def role_name(role: str) -> str:
    """A role inside a sentence."""
    names = {
        "amr": _("safety representative (AMR)"), "tr": _("union representative (TR)"), "steward": _("administrator"),
        "leader": _("leader"), "hr": _("HR"), "facilitator": _("facilitator"),
    }  # fmt: skip
    return names.get(role, role)


@register.filter
def percent(share: float) -> str:
    """A share from 0 to 1 as the width of a bar that is 100 long, with a dot in every language."""
    return f"{100 * share:.1f}"


@register.filter
def mean(number: float) -> str:
    """4,2 and 4.2."""
    return decimal(number, language())


@register.filter
def plain(number: float) -> str:
    """A number for a picture: with a point, whatever language the page is in."""
    return f"{number:g}"


@register.simple_tag
def place(number: int, low: str, high: str) -> str:
    """A mark between two words, told: 2 towards Open, in the middle."""
    return say(towards(as_it_is(low), as_it_is(high), number))


@register.simple_tag
def places(least: int, most: int, low: str, high: str) -> str:
    """Every mark from `least` to `most`, told, with a bar between two."""
    return "|".join(place(number, low, high) for number in up_to(most, least))


@register.filter
def barred(items: Sequence[Any]) -> str:
    """Items as one attribute that a script takes apart at the bars: id|label|id|label."""
    return "|".join(word for item in items for word in (item.id, item.label))


@register.filter
def up_to(most: int, least: int = 1) -> range:
    """The whole numbers from `least` to `most`, to be looped over."""
    return range(least, most + 1)
