"""How the numbers of a scale were made: enough for somebody else to make them again."""

from datetime import date

from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.instruments.scale.agreement_word import ALIKE_BELOW, VERY_FROM
from kulturspejl.core.instruments.scale.form import LEAST
from kulturspejl.core.instruments.scale.numbers import ScaleNumbers
from kulturspejl.core.writing.numbers import decimal
from kulturspejl.reports.mirror.chosen_recipe import Ingredient, ingredients
from kulturspejl.reports.mirror.chosen_words import say


def recipe(
    released: Released, picture: UnitPicture, *, closed_on: date | None, lang: str
) -> list[Ingredient]:
    """(name, what is said) for a unit that has numbers."""
    width = released.total - LEAST
    score = say("r_score", lang), say("r_score_said", lang)
    word = _word(picture.numbers if picture.agreement else None, width, lang)
    return ingredients(released, picture, score=score, word=word, closed_on=closed_on, lang=lang)


def _word(numbers: ScaleNumbers | None, width: int, lang: str) -> str | None:
    """In two decimals: one would not tell the threshold from its neighbours. None where no word is told."""
    if not numbers:
        return None
    alike, very = (decimal(share * width, lang, 2) for share in (ALIKE_BELOW, VERY_FROM))
    said = say("r_word_said", lang, alike=alike, very=very)
    return f"{said} {say('r_word_blind', lang)}" if numbers.items else said
