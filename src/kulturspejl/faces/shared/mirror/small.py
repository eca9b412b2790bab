"""A small picture of a result, whose description says the same in numbers."""

from collections.abc import Sequence

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kulturspejl.drawing.numbers import as_line
from kulturspejl.drawing.series import Series
from kulturspejl.drawing.small_pairs import small_pairs
from kulturspejl.drawing.small_steps import small_steps
from kulturspejl.drawing.small_web import one_scale, small_web
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.reports.mirror.pairs.places import line_of_means as line_of_places
from kulturspejl.reports.mirror.scale.steps import line_of_means
from kulturspejl.values.releases import Dot, Dots, Small, Web


def line_of(small: Small) -> str:
    """What is now: "A = 21 · B = 9 · C = 12 · D = 18 of 60", "3.8 on a scale from 1 to 5"."""
    if isinstance(small, Dot):
        return line_of_means(small.now, small.preferred, most=small.total, lang=language())
    if isinstance(small, Dots):
        return line_of_places(small.now, language())
    return as_line(small.now, total=small.total, lang=language())


def small_svg(one: Small, among: Sequence[Small], key: str) -> SafeString:
    """The picture; a web on the scale of all webs that stand `among` it. `key` differs between those of a page."""
    if isinstance(one, Web):
        svg = _web(one, [web for web in among if isinstance(web, Web)], key)
    else:
        svg = _dot(one, key) if isinstance(one, Dot) else _dots(one, key)
    # The drawing escapes what it is given: it is written by an XML library.
    return mark_safe(svg)


def _dot(one: Dot, key: str) -> str:
    return small_steps(
        one.now, one.preferred, most=one.total, title=_("A small picture of a mean"), description=line_of(one),
        lang=language(), key=key,
    )  # fmt: skip


def _dots(one: Dots, key: str) -> str:
    return small_pairs(
        [*one.now.values()], most=one.total, title=_("A small picture of means"), description=line_of(one), key=key
    )


def _web(web: Web, among: Sequence[Web], key: str) -> str:
    theirs = [one for one in among if one.total == web.total]
    shapes = [shape for one in theirs for shape in (one.now, one.preferred) if shape is not None]
    series = [Series(_("Now"), "now", web.now)]
    if web.preferred is not None:
        series.append(Series(_("Preferred"), "preferred", web.preferred))
    return small_web(
        series, maximum=one_scale(shapes, web.total), title=_("A small spider web"), description=line_of(web), key=key
    )
