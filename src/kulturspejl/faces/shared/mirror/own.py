"""One person's own profile on their own device: the web that a script moves, and the sentences it chooses between."""

from collections.abc import Mapping, Sequence

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.instruments.allocation.own import even
from kulturspejl.drawing import Series, spider
from kulturspejl.drawing.series import Kind
from kulturspejl.faces.shared.mirror.content import names_of
from kulturspejl.faces.shared.templatetags.saying import language, say


def web(
    instrument: AllocationInstrument, total: int, now: Mapping[str, float], wish: Mapping[str, float], *,
    key: str, title: str,
) -> SafeString:  # fmt: skip
    """The two profiles of one person, as letter -> mean points; `key` keeps its ids apart from other drawings'."""
    names = names_of(instrument)
    labels, terms = names.called, names.terms
    series = [Series(_("Now"), "now", now), Series(_("Preferred"), "preferred", wish)]
    said = ". ".join(
        f"{one.name}: {spider.as_sentence(one.values, labels=labels, total=total, lang=language())}" for one in series
    )
    svg = spider.spider_web(
        series, labels=labels, total=total, title=title, description=said, lang=language(), interactive=True, key=key,
        terms=terms,
    )  # fmt: skip
    # The drawing escapes what it is given: it is written by an XML library.
    return mark_safe(svg)


def empty_web(
    instrument: AllocationInstrument, total: int, names: Sequence[str], *, key: str, title: str
) -> SafeString:
    """A web for one or two profiles of these names, which a script gives their numbers: nobody takes hold of it."""
    kinds: tuple[Kind, ...] = ("now", "preferred")
    series = [Series(name, kind, even(total)) for name, kind in zip(names, kinds, strict=False)]
    called = names_of(instrument)
    svg = spider.spider_web(
        series, labels=called.called, total=total, title=title, description=title, lang=language(),
        interactive=True, key=key, terms=called.terms,
    )  # fmt: skip
    # The drawing escapes what it is given: it is written by an XML library.
    return mark_safe(svg)


def line_web(
    instrument: AllocationInstrument, total: int, name: str, kind: Kind, sums: Mapping[str, int], *, title: str
) -> SafeString:
    """A web of one line, `sums` as on paper, that a script lets be pulled; even where nothing is drawn yet."""
    values = {letter: points / 6 for letter, points in sums.items()} or even(total)
    called = names_of(instrument)
    svg = spider.spider_web(
        [Series(name, kind, values)], labels=called.called, total=total, title=title, description=title,
        lang=language(), interactive=True, key=f"line-{kind}", terms=called.terms,
    )  # fmt: skip
    # The drawing escapes what it is given: it is written by an XML library.
    return mark_safe(svg)


def reading_of(instrument: AllocationInstrument) -> dict[str, object]:
    """The sentences for one person, as shared/reading.js chooses between them."""
    texts = instrument.reading
    own = {key: say(line) for key, line in texts.templates.items() if key.startswith("own_")}
    names = names_of(instrument)
    return {
        "templates": own, "called": names.called, "inner": names.quoted, "and": _(" and "),
        "credit": say(instrument.credit),
    }  # fmt: skip
