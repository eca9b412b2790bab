"""Since last time, as it is told: heading, sentences, table and figure. Page, PDF and terminal ask here."""

from collections.abc import Mapping, Sequence

from kulturspejl.core.disclosure.since import Since, WhyNot
from kulturspejl.core.instruments.allocation.form import LETTERS
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.instruments.allocation.numbers import Estimate
from kulturspejl.core.instruments.allocation.paper import paper_points
from kulturspejl.core.instruments.allocation.since import least_points
from kulturspejl.core.instruments.base.since import Change, Changes, Word, together
from kulturspejl.core.writing.numbers import decimal, percent
from kulturspejl.drawing.numbers import paper_total
from kulturspejl.drawing.series import Series
from kulturspejl.drawing.table import Table
from kulturspejl.drawing.words import sentence_case
from kulturspejl.reports.mirror.allocation.since_words import say
from kulturspejl.reports.mirror.allocation.web import web_figure
from kulturspejl.reports.mirror.figure import Figure
from kulturspejl.reports.mirror.since import Between, Rounds, Told, frame, is_apart, unchanged, when

MOST_NAMED = 3


def told(
    since: Since, rounds: Rounds, *, names: CultureNames, lang: str, agreed: Sequence[Between] = ()
) -> Told:
    """All that is said, in the reader's language. `agreed` is what the team agreed on in between, by the day."""
    of, then = paper_total(rounds.total), when(rounds.then, lang)
    wish = since.changes and since.changes.preferred
    around, apart = frame(since, rounds, agreed, lang), is_apart(since)
    return Told(
        title=around.title,
        sentences=_sentences(since, rounds.total, names, lang),
        who=around.who,
        agreed=around.agreed,
        no_cause=around.no_cause,
        figure=None if apart else _web(since, rounds, names, lang),
        table=None if apart else _table(since, rounds, names, lang),
        caption=say("caption", lang, of=of, then=then, now=when(rounds.now, lang)),
        note=say("note", lang, all=percent(since.changes.holds)) if since.changes else "",
        wish_table=_changes(wish, names, rounds.total, lang) if wish else None,
        wish_caption=say("wish_caption", lang, of=of),
        recipe=_recipe(since, rounds.total, lang),
    )


def _sentences(since: Since, total: int, names: CultureNames, lang: str) -> list[str]:
    if since.changes is None:
        return [say(since.why_not or WhyNot.NO_SPREAD, lang)]
    wish = _surest(since.changes.preferred)
    found = _of_now(since.changes.now, total, names, lang)
    return [*found, *(_one("wish", *one, names, total, lang) for one in wish[:1])]


def _surest(found: Mapping[str, Change] | None) -> list[tuple[str, Change]]:
    """Those that are more than chance, the largest first."""
    sure = [(letter, one) for letter, one in (found or {}).items() if one.word is Word.MORE]
    return sorted(sure, key=lambda pair: -abs(pair[1].points))


def _of_now(found: Mapping[str, Change], total: int, names: CultureNames, lang: str) -> list[str]:
    sure, least = _surest(found), least_points(total)
    if sure:
        others = {one.word for one in found.values() if one.word is not Word.MORE}
        rest = "rest" if others == {Word.CHANCE} else "rest_small"
        said = [_one("", *one, names, total, lang) for one in sure[:MOST_NAMED]]
        return said + ([say(rest, lang, least=least)] if others else [])
    letter, largest = max(found.items(), key=lambda pair: abs(pair[1].points))
    if largest.word is Word.LITTLE:
        return [say("little", lang, least=least)]
    if not largest.points:
        return [say("same", lang, visible=max(one.visible for one in found.values()))]
    return [_one("chance", letter, largest, names, total, lang)]


def _one(kind: str, letter: str, change: Change, names: CultureNames, total: int, lang: str) -> str:
    way = "more" if change.points > 0 else "less"
    said = say(
        f"{kind}_{way}" if kind else way, lang, name=names.quoted[letter], points=abs(change.points),
        before=change.before, after=change.after, of=paper_total(total), visible=change.visible,
    )  # fmt: skip
    return sentence_case(said)


def _web(since: Since, rounds: Rounds, names: CultureNames, lang: str) -> Figure:
    """The earlier one first, so that what is now lies over it; in points of this round."""
    was, is_now = _both(since, rounds)
    series = [Series(when(rounds.then, lang), "before", was), Series(when(rounds.now, lang), "now", is_now)]
    title = say("web_of", lang, unit=rounds.picture.name)
    return web_figure(series, names=names, total=rounds.total, lang=lang, title=title, key="since")


def _both(since: Since, rounds: Rounds) -> tuple[dict[str, float], dict[str, float]]:
    if since.before.numbers is None or rounds.picture.numbers is None:
        raise ValueError("two pictures with numbers are compared")
    scale = rounds.total / rounds.total_then
    return _means(since.before.numbers.now, scale), _means(rounds.picture.numbers.now)


def _means(found: Mapping[str, Estimate], scale: float = 1.0) -> dict[str, float]:
    return {letter: found[letter].mean * scale for letter in LETTERS}


def _table(since: Since, rounds: Rounds, names: CultureNames, lang: str) -> Table:
    if since.changes is not None:
        return _changes(since.changes.now, names, rounds.total, lang)
    was, is_now = (paper_points(values) for values in _both(since, rounds))
    rows = ((f"{letter} {names.called[letter]}", str(was[letter]), str(is_now[letter])) for letter in LETTERS)
    return Table(tuple(say(word, lang) for word in ("culture", "then", "now")), tuple(rows))


def _changes(found: Mapping[str, Change], names: CultureNames, total: int, lang: str) -> Table:
    head = tuple(say(word, lang) for word in ("culture", "then", "now", "difference"))
    rows = tuple(
        (
            f"{letter} {names.called[letter]}",
            str(found[letter].before),
            str(found[letter].after),
            _difference(found[letter], total, lang),
        )
        for letter in LETTERS
    )
    return Table(head, rows)


def _difference(change: Change, total: int, lang: str) -> str:
    points, low, high = (_signed(one, lang) for one in (change.points, *change.between))
    return say(
        change.word, lang, points=points, low=low, high=high, visible=change.visible, least=least_points(total)
    )


def _signed(points: int, lang: str) -> str:
    """ "+5", "−3", "0"."""
    return f"+{points}" if points > 0 else decimal(points, lang, 0)


def _recipe(since: Since, total: int, lang: str) -> list[tuple[str, str]]:
    """How it was worked out, and what whoever takes it that nobody has changed their answer would find."""
    found = [(say("method", lang), _method(since.changes, total, lang))] if since.changes else []
    return [*found, unchanged(since, lang)]


def _method(changes: Changes, total: int, lang: str) -> str:
    each = decimal(100 * together(len(LETTERS), changes.holds), lang, 2)
    return say(
        "method_said", lang, each=each, all=percent(changes.holds), least=least_points(total), of=paper_total(total)
    )
