"""How the numbers of six lines were made: enough for somebody else to make them again."""

from datetime import date

from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.instruments.pairs.agreement_word import ALIKE_BELOW, VERY_FROM
from kulturspejl.core.instruments.pairs.form import WIDTH
from kulturspejl.core.writing.numbers import decimal
from kulturspejl.reports.mirror.chosen_recipe import Ingredient, ingredients
from kulturspejl.reports.mirror.pairs.words import say


def recipe(
    released: Released, picture: UnitPicture, *, closed_on: date | None, lang: str
) -> list[Ingredient]:
    """(name, what is said) for a unit that has numbers."""
    score = say("r_score", lang), say("r_score_said", lang)
    alike, very = (decimal(share * WIDTH, lang, 2) for share in (ALIKE_BELOW, VERY_FROM))
    word = say("r_word_said", lang, alike=alike, very=very) if picture.agreement else None
    return ingredients(released, picture, score=score, word=word, closed_on=closed_on, lang=lang)
