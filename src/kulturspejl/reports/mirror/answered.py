"""How many answered, of how many where that may be told."""

from kulturspejl.core.disclosure.released import UnitPicture
from kulturspejl.reports.words import say


def how_many_answered(picture: UnitPicture, lang: str) -> str:
    """ "8 of 10 answered.", of a picture that has numbers."""
    n, invited = picture.n, picture.invited
    if invited is None:
        return say("n_answered", lang, n=n)
    return say("all_answered" if invited == n else "some_answered", lang, n=n, invited=invited)
