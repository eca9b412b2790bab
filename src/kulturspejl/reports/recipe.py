"""How the numbers were made, line by line."""

from datetime import date

from kulturspejl.core.disclosure.policy import OFF
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.drawing.numbers import paper_total
from kulturspejl.reports.dates import day
from kulturspejl.reports.localised import line
from kulturspejl.reports.words import say

Ingredient = tuple[str, str]


def recipe(
    released: Released, picture: UnitPicture, *, closed_on: date | None, lang: str
) -> list[Ingredient]:
    """(name, what is said) for a unit that has numbers; lines that would tell who answered are left out."""
    total, content = released.total, released.content
    found: list[tuple[str, str | None]] = [
        (say("r_closed", lang), day(closed_on, lang) if closed_on else None),
        (say("r_answers", lang), _answers(picture)),
        (say("r_codes", lang), _codes(picture, lang)),
        (say("r_points", lang), say("r_points_said", lang, total=total, sum=paper_total(total))),
        (say("r_rule", lang), _rule(released, lang)),
        (say("r_intervals", lang), say("r_intervals_said", lang, total=total, today=say("today", lang))),
        (say("r_text", lang), f"{line(content.name, lang)} ({content.id} {content.version})"),
    ]
    return [(name, said) for name, said in found if said]


def _answers(picture: UnitPicture) -> str:
    return f"n = {picture.n}" if picture.invited is None else f"n = {picture.n}, N = {picture.invited}"


def _codes(picture: UnitPicture, lang: str) -> str | None:
    if picture.codes is None:
        return None
    return say("r_codes_said", lang, made=picture.codes.made, used=picture.codes.used)


def _rule(released: Released, lang: str) -> str:
    if released.policy_version == OFF:
        return say("r_rule_off", lang)
    return say("r_rule_said", lang, k=released.k, version=released.policy_version)
