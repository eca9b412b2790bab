"""A small web of a picture, whose description says the same in numbers."""

from collections.abc import Sequence

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kulturspejl.drawing.numbers import as_line
from kulturspejl.drawing.series import Series
from kulturspejl.drawing.small_web import one_scale, small_web
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.values.releases import Web


def line_of(web: Web) -> str:
    """What is now, in points: "A = 21 · B = 9 · C = 12 · D = 18 of 60"."""
    return as_line(web.now, total=web.total, lang=language())


def small(web: Web, among: Sequence[Web], key: str) -> SafeString:
    """The web on the scale of all that stand `among` it. `key` differs between the webs of a page."""
    theirs = [one for one in among if one.total == web.total]
    shapes = [shape for one in theirs for shape in (one.now, one.preferred) if shape is not None]
    series = [Series(_("Now"), "now", web.now)]
    if web.preferred is not None:
        series.append(Series(_("Preferred"), "preferred", web.preferred))
    svg = small_web(
        series, maximum=one_scale(shapes, web.total), title=_("A small spider web"), description=line_of(web), key=key
    )
    # The drawing escapes what it is given: it is written by an XML library.
    return mark_safe(svg)
