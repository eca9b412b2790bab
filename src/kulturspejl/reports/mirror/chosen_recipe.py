"""How the numbers of a result that was answered by choosing steps were made."""

from datetime import date

from kulturspejl.core.disclosure.policy import OFF
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.instruments.scale.form import LEAST
from kulturspejl.core.writing.dates import day
from kulturspejl.core.writing.numbers import decimal
from kulturspejl.reports.mirror.chosen_words import say
from kulturspejl.reports.words import say as shared

Ingredient = tuple[str, str]


def ingredients(
    released: Released, picture: UnitPicture, *, score: Ingredient, word: str | None, closed_on: date | None, lang: str
) -> list[Ingredient]:
    """(name, what is said) for a unit that has numbers: `score` is what they are, `word` how the word is found."""
    content = released.content
    found: list[tuple[str, str | None]] = [
        (shared("r_closed", lang), day(closed_on, lang) if closed_on else None),
        (shared("r_answers", lang), _answers(picture, lang)),
        (shared("r_codes", lang), _codes(picture, lang)),
        score,
        (shared("r_rule", lang), _rule(released, lang)),
        (say("r_word", lang), word),
        (say("r_intervals", lang), say("r_intervals_said", lang, least=LEAST, most=released.total)),
        (say("r_floor", lang), _floor(released, lang)),
        (shared("r_text", lang), f"{content.name.into(lang)} ({content.id} {content.version})"),
    ]  # fmt: skip
    return [(name, said) for name, said in found if said]


def _answers(picture: UnitPicture, lang: str) -> str:
    if picture.invited is None:
        return f"n = {picture.n}"
    return shared("r_answers_said", lang, n=picture.n, invited=picture.invited)


def _codes(picture: UnitPicture, lang: str) -> str | None:
    if picture.codes is None:
        return None
    return shared("r_codes_said", lang, made=picture.codes.made, used=picture.codes.used)


def _rule(released: Released, lang: str) -> str:
    if released.policy_version == OFF:
        return shared("r_rule_off", lang)
    return shared("r_rule_said", lang, k=released.k, version=released.policy_version)


def _floor(released: Released, lang: str) -> str | None:
    least = released.recipe.get("least_sd")
    return say("r_floor_said", lang, floor=decimal(float(least), lang, 2)) if least else None
