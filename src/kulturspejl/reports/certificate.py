"""A certificate of attendance: a name, how many of the days, and no grade."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kulturspejl.core.writing.dates import day
from kulturspejl.reports.press import press
from kulturspejl.reports.words import say

LAYOUT = "certificate.typ"


@dataclass(frozen=True, slots=True)
class Certificate:
    """`days` of `total` is what somebody has said themselves on the days; `logo` is the provider's (drawing, words)."""

    name: str
    course: str
    organisation: str
    days: int
    total: int
    first: date
    last: date
    issued: date
    logo: tuple[str, str] = ("", "")


def certificate_pdf(certificate: Certificate, *, lang: str) -> bytes:
    """A tagged PDF of one A4 page."""
    return press(LAYOUT, certificate_facts(certificate, lang=lang))


def certificate_facts(certificate: Certificate, *, lang: str) -> dict[str, Any]:
    """All that the layout sets, as JSON-ready data in the reader's language."""
    one = certificate
    many = "certificate_of_one" if one.total == 1 else "certificate_of"
    return {
        "lang": lang, "title": say("certificate_title", lang), "name": one.name, "course": one.course,
        "took_part": say(many, lang, days=one.days, total=one.total),
        "between": say("certificate_between", lang, first=day(one.first, lang), last=day(one.last, lang)),
        "by": say("certificate_by", lang, organisation=one.organisation, date=day(one.issued, lang)),
        "no_grade": say("certificate_no_grade", lang), "logo": one.logo[0], "logo_alt": one.logo[1],
    }  # fmt: skip
