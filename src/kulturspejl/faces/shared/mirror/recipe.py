"""How the numbers were made: enough for somebody else to make them again."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kulturspejl.drawing.numbers import decimal, paper_total
from kulturspejl.faces.shared.templatetags.saying import day, language, say
from kulturspejl.readers.results import ResultPage


@dataclass(frozen=True)
class Ingredient:
    """One line of the recipe."""

    name: str
    said: str


def recipe(page: ResultPage) -> list[Ingredient]:
    """The recipe of a page that has numbers."""
    picture, content = page.picture, page.released.content
    lines = [
        (_("Closed"), day(page.closed_on)),
        (_("Answers"), _answers(page)),
        (_("Cards and links"), _codes(page)),
        (_("Points"), _points(page)),
        (_("Rule"), _rule(page)),
        (_("Intervals"), _intervals()),
        (_("Blind throwing"), _null(page)),
        (_("Text used"), f"{say(content.name)} ({content.id} {content.version})"),
    ]
    if picture.numbers is not None and picture.numbers.composition:
        lines.append((_("Zeros"), _zeros(page.total)))
    return [Ingredient(name, said) for name, said in lines if said]


def _intervals() -> str:
    return _("95 in 100, by Student's t, cut at 0 and the total. All who were asked count as everybody.")


def _answers(page: ResultPage) -> str:
    said = {"n": page.picture.n, "invited": page.picture.invited}
    if page.picture.invited is None:
        return _("n = %(n)s") % said
    return _("n = %(n)s of N = %(invited)s invited") % said


def _codes(page: ResultPage) -> str:
    if page.cards_made is None or page.cards_used is None:
        return ""
    return _("%(made)s made, %(used)s used") % {"made": page.cards_made, "used": page.cards_used}


def _points(page: ResultPage) -> str:
    return _("%(total)s points to each of six dimensions, %(sum)s in all; a mean is taken person by person first") % {
        "total": page.total, "sum": paper_total(page.total),
    }  # fmt: skip


def _rule(page: ResultPage) -> str:
    return _(
        "Shown from %(k)s answers, and never so that a subtraction tells of fewer. Rules of version %(version)s."
    ) % {"k": page.released.k, "version": page.released.policy_version}


def _null(page: ResultPage) -> str:
    variance = page.total * 3 / 16 * (page.total + 4) / 5
    return _("All ways of giving %(total)s points to four boxes equally likely: variance %(variance)s.") % {
        "total": page.total, "variance": decimal(variance, language(), 2),
    }  # fmt: skip


def _zeros(total: int) -> str:
    return _("Where logarithms are taken, a zero counts as %(delta)s of the whole.") % {
        "delta": decimal(0.65 * 0.5 / total, language(), 4)
    }
