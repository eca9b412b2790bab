"""Since last time on six lines, as it is told: heading, sentences, table and figure, for page, PDF and terminal."""

from collections.abc import Mapping, Sequence

from kulturspejl.core.content.pairs_instrument import PairsInstrument
from kulturspejl.core.disclosure.since import Since, WhyNot
from kulturspejl.core.instruments.base.since import Change, Changes, Word, together
from kulturspejl.core.instruments.pairs.form import COLUMNS, LEAST, PLACES
from kulturspejl.core.instruments.pairs.numbers import PairsNumbers
from kulturspejl.core.instruments.scale.since import least_tenths
from kulturspejl.core.writing.numbers import decimal, percent
from kulturspejl.drawing import pair_lines
from kulturspejl.drawing.pair_lines import PairRow
from kulturspejl.drawing.table import Table
from kulturspejl.reports.mirror.figure import Figure
from kulturspejl.reports.mirror.pairs.since_words import say
from kulturspejl.reports.mirror.scale.since import signed_tenths, tenths
from kulturspejl.reports.mirror.since import Between, Rounds, Told, frame, is_apart, unchanged, when

MOST_NAMED = 2
UNLIKE = (WhyNot.OTHER_POINTS, WhyNot.OTHER_TEXT)
"""Why the lines do not stand side by side."""


def told(
    since: Since, rounds: Rounds, *, instrument: PairsInstrument, lang: str, agreed: Sequence[Between] = ()
) -> Told:
    """All that is said, in the reader's language. `agreed` is what the team agreed on in between, by the day."""
    around, changes = frame(since, rounds, agreed, lang), since.changes
    rows = [] if is_apart(since) or since.why_not in UNLIKE else _rows(since, rounds, instrument, lang)
    places = {"least": LEAST, "most": PLACES}
    return Told(
        title=around.title,
        sentences=_sentences(since, instrument, lang),
        who=around.who,
        agreed=around.agreed,
        no_cause=around.no_cause,
        figure=_figure(rows, rounds, instrument, lang) if rows else None,
        table=_table(rows, changes, lang) if rows else None,
        caption=say("caption", lang, **places, then=when(rounds.then, lang), now=when(rounds.now, lang)),
        note=say("note", lang, all=percent(changes.holds)) if changes else "",
        wish_table=None,
        wish_caption="",
        recipe=_recipe(since, lang),
    )


def _sentences(since: Since, instrument: PairsInstrument, lang: str) -> list[str]:
    if since.changes is None:
        return [say(since.why_not or WhyNot.NO_SPREAD, lang)]
    found = since.changes.now
    sure = sorted(
        (column for column in COLUMNS if found[column].word is Word.MORE),
        key=lambda column: (-abs(found[column].points), int(column)),
    )
    if sure:
        said = [_one("moved", column, found[column], instrument, lang) for column in sure[:MOST_NAMED]]
        rest = [say("rest", lang, least=tenths(least_tenths(PLACES), lang))] if len(sure) < len(COLUMNS) else []
        return [*said, *rest]
    column, largest = max(found.items(), key=lambda pair: abs(pair[1].points))
    word = "little" if largest.word is Word.LITTLE else "chance" if largest.points else "same"
    return [_one(word, column, largest, instrument, lang, most=max(one.visible for one in found.values()))]


def _one(
    word: str, column: str, change: Change, instrument: PairsInstrument, lang: str, *, most: int | None = None
) -> str:
    line = instrument.items[int(column) - 1]
    visible = change.visible if change.points or most is None else most
    return say(
        word, lang, low=line.low, high=line.high, end=line.high if change.points > 0 else line.low,
        points=tenths(abs(change.points), lang), before=tenths(change.before, lang), after=tenths(change.after, lang),
        visible=tenths(visible, lang), least=tenths(least_tenths(PLACES), lang),
    )  # fmt: skip


def _rows(since: Since, rounds: Rounds, instrument: PairsInstrument, lang: str) -> list[PairRow]:
    was, is_now = _means(since.before.numbers), _means(rounds.picture.numbers)
    return [
        PairRow(line.low.into(lang), line.high.into(lang), is_now[column], before=was[column])
        for column, line in zip(COLUMNS, instrument.items, strict=True)
    ]


def _means(found: object) -> Mapping[str, float]:
    if not isinstance(found, PairsNumbers):
        raise ValueError("two pictures with numbers on six lines are compared")
    return {column: one.mean for column, one in found.now.items()}


def _figure(rows: Sequence[PairRow], rounds: Rounds, instrument: PairsInstrument, lang: str) -> Figure:
    title = say("picture_of", lang, name=instrument.name, unit=rounds.picture.name)
    sentence = pair_lines.as_sentence(rows, lang=lang)
    names = when(rounds.then, lang), when(rounds.now, lang)
    return Figure(
        title=title, sentence=sentence, table=_table(rows, None, lang),
        draw=lambda ink: pair_lines.pair_lines(
            rows, most=PLACES, title=title, description=sentence, lang=lang, ink=ink, key="since", then_and_now=names
        ),
    )  # fmt: skip


def _table(rows: Sequence[PairRow], changes: Changes | None, lang: str) -> Table:
    heads = ("what", "then", "now", *(["difference"] if changes else []))
    told_of = [
        (f"{row.low} – {row.high}", "–" if row.before is None else decimal(row.before, lang), decimal(row.now, lang),
         *([_difference(changes.now[column], lang)] if changes else []))
        for column, row in zip(COLUMNS, rows, strict=True)
    ]  # fmt: skip
    return Table(tuple(say(word, lang) for word in heads), tuple(told_of))


def _difference(change: Change, lang: str) -> str:
    points, low, high = (signed_tenths(one, lang) for one in (change.points, *change.between))
    return say(
        change.word, lang, points=points, low=low, high=high, visible=tenths(change.visible, lang),
        least=tenths(least_tenths(PLACES), lang),
    )  # fmt: skip


def _recipe(since: Since, lang: str) -> list[tuple[str, str]]:
    found = []
    if since.changes:
        each = decimal(100 * together(len(COLUMNS), since.changes.holds), lang, 2)
        said = say(
            "method_said", lang, each=each, all=percent(since.changes.holds), least=tenths(least_tenths(PLACES), lang)
        )
        found.append((say("method", lang), said))
    return [*found, unchanged(since, lang)]
