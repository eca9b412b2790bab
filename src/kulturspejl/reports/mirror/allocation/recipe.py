"""How the numbers were made: enough for somebody else to make them again. Page and PDF ask here."""

from datetime import date

from kulturspejl.core.disclosure.policy import OFF
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.statistics.composition import ZERO_SHARE
from kulturspejl.core.writing.dates import day
from kulturspejl.core.writing.numbers import decimal
from kulturspejl.drawing.numbers import paper_total
from kulturspejl.reports.mirror.allocation.sureness import has_spread
from kulturspejl.reports.words import say

Ingredient = tuple[str, str]


def recipe(
    released: Released, picture: UnitPicture, *, closed_on: date | None, lang: str
) -> list[Ingredient]:
    """(name, what is said) for a unit that has numbers; lines that would tell who answered are left out."""
    total, content = released.total, released.content
    found: list[tuple[str, str | None]] = [
        (say("r_closed", lang), day(closed_on, lang) if closed_on else None),
        (say("r_answers", lang), _answers(picture, lang)),
        (say("r_codes", lang), _codes(picture, lang)),
        (say("r_points", lang), say("r_points_said", lang, total=total, sum=paper_total(total))),
        (say("r_rule", lang), _rule(released, lang)),
        *_spread(released, picture, lang),
        (say("r_text", lang), f"{content.name.into(lang)} ({content.id} {content.version})"),
        (say("r_zeros", lang), _zeros(picture, total, lang)),
    ]
    return [(name, said) for name, said in found if said]


def _spread(released: Released, picture: UnitPicture, lang: str) -> list[tuple[str, str | None]]:
    """How intervals and agreement were made, where there are any."""
    if picture.numbers is None or not has_spread(picture.numbers):
        return []
    total, least = released.total, released.recipe.get("least_sd")
    variance = decimal(_blind_variance(total), lang, 2)
    floor = least and say("r_floor_said", lang, total=total, floor=decimal(float(least), lang))
    return [
        (say("r_intervals", lang), say("r_intervals_said", lang, total=total, today=say("today", lang))),
        (say("r_floor", lang), floor),
        (say("r_null", lang), say("r_null_said", lang, total=total, variance=variance)),
    ]


def _answers(picture: UnitPicture, lang: str) -> str:
    if picture.invited is None:
        return f"n = {picture.n}"
    return say("r_answers_said", lang, n=picture.n, invited=picture.invited)


def _blind_variance(total: int) -> float:
    """Of one of four numbers that give `total`, when every way of giving them is equally likely (science.md 1.2)."""
    return total * 3 / 16 * (total + 4) / 5


def _zeros(picture: UnitPicture, total: int, lang: str) -> str | None:
    if picture.numbers is None or not picture.numbers.composition:
        return None
    return say("r_zeros_said", lang, delta=decimal(ZERO_SHARE * 0.5 / total, lang, 4))


def _codes(picture: UnitPicture, lang: str) -> str | None:
    if picture.codes is None:
        return None
    return say("r_codes_said", lang, made=picture.codes.made, used=picture.codes.used)


def _rule(released: Released, lang: str) -> str:
    if released.policy_version == OFF:
        return say("r_rule_off", lang)
    return say("r_rule_said", lang, k=released.k, version=released.policy_version)
