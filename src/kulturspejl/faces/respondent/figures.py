"""The spider webs of one person: drawn by the server once, moved by the page's own script."""

from collections.abc import Mapping

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.drawing import Series, spider
from kulturspejl.drawing.numbers import as_line
from kulturspejl.faces.shared.templatetags.saying import language, say


def labels_of(instrument: AllocationInstrument) -> dict[str, str]:
    """Letter -> the culture's name."""
    return {letter: say(culture.name) for letter, culture in instrument.cultures.items()}


def to_draw(instrument: AllocationInstrument, total: int) -> SafeString:
    """The web in which the preferred profile is pulled out from the middle."""
    return _web(instrument, total, _even(total), _even(total), key="draw", title=_("Draw the culture you wish for"))


def own(instrument: AllocationInstrument, total: int, answers: Mapping[str, int] | None = None) -> SafeString:
    """One's own profile; without answers a web that the script fills."""
    now = means(answers, "now_") if answers else _even(total)
    wish = means(answers, "wish_" if "wish_A" in answers else "pref_") if answers else _even(total)
    return _web(instrument, total, now, wish, key="own", title=_("Your own picture"))


def own_numbers(total: int, answers: Mapping[str, int]) -> str:
    """"Now: A = 21 · B = 9 · C = 12 · D = 18 of 60"."""
    return f"{_('Now')}: {as_line(means(answers, 'now_'), total=total, lang=language())}"


def means(answers: Mapping[str, int], prefix: str) -> dict[str, float]:
    """Letter -> mean points over the six dimensions of the answers whose name begins with `prefix`."""
    return {
        letter: sum(value for name, value in answers.items() if name.startswith(prefix) and name[-1] == letter) / 6
        for letter in "ABCD"
    }


def _even(total: int) -> dict[str, float]:
    """What the script finds before it moves the points: as many digits as there will be, so that they have room."""
    return dict.fromkeys("ABCD", total / 4)


def _web(
    instrument: AllocationInstrument, total: int, now: Mapping[str, float], wish: Mapping[str, float], *,
    key: str, title: str,
) -> SafeString:  # fmt: skip
    labels = labels_of(instrument)
    series = [Series(_("Now"), "now", now), Series(_("Preferred"), "preferred", wish)]
    said = ". ".join(
        f"{one.name}: {spider.as_sentence(one.values, labels=labels, total=total, lang=language())}" for one in series
    )
    svg = spider.spider_web(
        series, labels=labels, total=total, title=title, description=said, lang=language(), interactive=True, key=key
    )
    # The drawing escapes what it is given: it is written by an XML library.
    return mark_safe(svg)
