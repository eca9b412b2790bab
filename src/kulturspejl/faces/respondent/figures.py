"""The spider webs of one person: drawn by the server once, moved by the page's own script."""

from collections.abc import Mapping

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.instruments.allocation.own import even, now_of, wished_of
from kulturspejl.drawing.numbers import as_line
from kulturspejl.faces.shared.mirror.own import web
from kulturspejl.faces.shared.templatetags.saying import language


def to_draw(instrument: AllocationInstrument, total: int) -> SafeString:
    """The web in which the preferred profile is pulled out from the middle."""
    return web(instrument, total, even(total), even(total), key="draw", title=_("Draw the culture you wish for"))


def own(instrument: AllocationInstrument, total: int, answers: Mapping[str, int] | None = None) -> SafeString:
    """One's own profile; without answers a web that the script fills."""
    now = now_of(answers) if answers else even(total)
    wish = wished_of(answers) if answers else even(total)
    return web(instrument, total, now, wish, key="own", title=_("Your own picture"))


def own_numbers(total: int, answers: Mapping[str, int]) -> str:
    """"Now: A = 21 · B = 9 · C = 12 · D = 18 of 60"."""
    return f"{_('Now')}: {as_line(now_of(answers), total=total, lang=language())}"
