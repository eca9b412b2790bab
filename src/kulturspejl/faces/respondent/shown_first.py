"""What one gets, before one begins: the picture of a made-up team on the front page, with the words that go with it."""

from functools import lru_cache

from django.utils.translation import gettext as _

from kulturspejl.drawing import Series
from kulturspejl.faces.shared.mirror.content import names_of
from kulturspejl.faces.shared.mirror.drawn import Drawn, drawn
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers import instruments
from kulturspejl.reports.mirror.allocation.web import web_figure

TOTAL, QUESTIONS = 10, 6
NOW = {"A": 21, "B": 9, "C": 11, "D": 19}
WISH = {"A": 19, "B": 16, "C": 11, "D": 14}
"""Points of 60. Nobody's: near to even, so that no culture looks like the right one."""


def made_up_team() -> Drawn:
    """The web of now and wish, its table and its sentence, in the reader's language."""
    return _drawn(language())


@lru_cache(maxsize=2)
def _drawn(_language: str) -> Drawn:
    series = [
        Series(_("Now"), "now", {letter: points / QUESTIONS for letter, points in NOW.items()}),
        Series(_("Preferred"), "preferred", {letter: points / QUESTIONS for letter, points in WISH.items()}),
    ]
    names, title = names_of(instruments.culture_profile()), _("The culture of a made-up team as a spider web")
    return drawn(web_figure(series, names=names, total=TOTAL, lang=language(), title=title, key="shown"))
