"""Since last time on a scale, as it is told: heading, sentences, table and figure. Page, PDF and terminal ask here."""

from collections.abc import Sequence

from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.core.disclosure.since import Since, WhyNot
from kulturspejl.core.instruments.base.since import Change, Changes, Word
from kulturspejl.core.instruments.scale.form import LEAST, NOW
from kulturspejl.core.instruments.scale.numbers import ScaleNumbers
from kulturspejl.core.instruments.scale.since import SCORE, TENTHS, least_tenths
from kulturspejl.core.writing.numbers import decimal, percent
from kulturspejl.drawing import steps
from kulturspejl.drawing.steps import StepRow
from kulturspejl.drawing.table import Table
from kulturspejl.reports.mirror.figure import Figure
from kulturspejl.reports.mirror.scale.since_words import say
from kulturspejl.reports.mirror.scale.steps import score_label
from kulturspejl.reports.mirror.since import Between, Rounds, Told, frame, is_apart, unchanged, when

UNLIKE = (WhyNot.OTHER_POINTS, WhyNot.OTHER_TEXT)
"""Why single statements do not stand side by side."""


def told(
    since: Since, rounds: Rounds, *, instrument: ScaleInstrument, lang: str, agreed: Sequence[Between] = ()
) -> Told:
    """All that is said, in the reader's language. `agreed` is what the team agreed on in between, by the day."""
    around, changes = frame(since, rounds, agreed, lang), since.changes
    apart = is_apart(since) or since.why_not is WhyNot.OTHER_POINTS
    rows = [] if apart else _rows(since, rounds, instrument, lang)
    goal = changes and changes.preferred
    steps_of = {"least": LEAST, "most": rounds.total}
    return Told(
        title=around.title,
        sentences=_sentences(since, rounds.total, lang),
        who=around.who,
        agreed=around.agreed,
        no_cause=around.no_cause,
        figure=_figure(rows, rounds, instrument, lang) if rows else None,
        table=_table(rows, changes, rounds.total, lang) if rows else None,
        caption=say("caption", lang, **steps_of, then=when(rounds.then, lang), now=when(rounds.now, lang)),
        note=_note(rows, changes, lang),
        wish_table=_goal_table(goal[SCORE], rounds.total, lang) if goal else None,
        wish_caption=say("goal_caption", lang, **steps_of),
        recipe=_recipe(since, rounds.total, lang),
    )


def _sentences(since: Since, most: int, lang: str) -> list[str]:
    if since.changes is None:
        return [say(since.why_not or WhyNot.NO_SPREAD, lang)]
    said = [_of_now(since.changes.now[SCORE], most, lang)]
    goal = since.changes.preferred
    if goal is not None and goal[SCORE].word is Word.MORE:
        said.append(_said("goal_more" if goal[SCORE].points > 0 else "goal_less", goal[SCORE], most, lang))
    return said


def _of_now(change: Change, most: int, lang: str) -> str:
    match change.word:
        case Word.MORE:
            word = "more" if change.points > 0 else "less"
        case Word.LITTLE:
            word = "little"
        case _:
            word = "chance" if change.points else "same"
    return _said(word, change, most, lang)


def _said(word: str, change: Change, most: int, lang: str) -> str:
    return say(
        word, lang, points=tenths(abs(change.points), lang), before=tenths(change.before, lang),
        after=tenths(change.after, lang), visible=tenths(change.visible, lang),
        least=tenths(least_tenths(most), lang),
    )  # fmt: skip


def _rows(since: Since, rounds: Rounds, instrument: ScaleInstrument, lang: str) -> list[StepRow]:
    """The score, and each statement where both rounds asked the same ones."""
    was, is_now = _numbers(since.before.numbers), _numbers(rounds.picture.numbers)
    score = StepRow(score_label(instrument, lang), is_now.now.mean, before=was.now.mean, is_score=True)
    items, then = is_now.items.get(NOW, {}), was.items.get(NOW, {})
    if since.why_not in UNLIKE or items.keys() != then.keys():
        return [score]
    return [score, *(
        StepRow(instrument.items[int(number) - 1].text.into(lang), mean, before=then[number])
        for number, mean in items.items()
    )]  # fmt: skip


def _numbers(found: object) -> ScaleNumbers:
    if not isinstance(found, ScaleNumbers):
        raise ValueError("two pictures with numbers on a scale are compared")
    return found


def _figure(rows: Sequence[StepRow], rounds: Rounds, instrument: ScaleInstrument, lang: str) -> Figure:
    title = say("picture_of", lang, name=instrument.name, unit=rounds.picture.name)
    sentence = steps.as_sentence(rows, lang=lang)
    ends = instrument.low.into(lang), instrument.high.into(lang)
    names = when(rounds.then, lang), when(rounds.now, lang)
    return Figure(
        title=title, sentence=sentence, table=_table(rows, None, rounds.total, lang),
        draw=lambda ink: steps.steps(
            rows, ends=ends, most=rounds.total, title=title, description=sentence, lang=lang, ink=ink, key="since",
            then_and_now=names,
        ),
    )  # fmt: skip


def _table(rows: Sequence[StepRow], changes: Changes | None, most: int, lang: str) -> Table:
    """A difference is told of the score alone: only its range can be known."""
    heads = ("statement", "then", "now", *(["difference"] if changes else []))
    told = [[row.label, *_two(row, lang), *(["–"] if changes else [])] for row in rows]
    if changes:
        told[0][-1] = _difference(changes.now[SCORE], most, lang)
    return Table(tuple(say(word, lang) for word in heads), tuple(tuple(row) for row in told))


def _two(row: StepRow, lang: str) -> tuple[str, str]:
    return "–" if row.before is None else decimal(row.before, lang), decimal(row.now, lang)


def _goal_table(change: Change, most: int, lang: str) -> Table:
    row = (say("goal", lang), tenths(change.before, lang), tenths(change.after, lang),
           _difference(change, most, lang))  # fmt: skip
    return Table(tuple(say(word, lang) for word in ("what", "then", "now", "difference")), (row,))


def _difference(change: Change, most: int, lang: str) -> str:
    points, low, high = (signed_tenths(one, lang) for one in (change.points, *change.between))
    return say(
        change.word, lang, points=points, low=low, high=high, visible=tenths(change.visible, lang),
        least=tenths(least_tenths(most), lang),
    )  # fmt: skip


def _note(rows: Sequence[StepRow], changes: Changes | None, lang: str) -> str:
    if changes is None:
        return ""
    said = [say("note", lang, all=percent(changes.holds))]
    return " ".join([*said, *([say("note_items", lang)] if len(rows) > 1 else [])])


def _recipe(since: Since, most: int, lang: str) -> list[tuple[str, str]]:
    found = []
    if since.changes:
        least = tenths(least_tenths(most), lang)
        said = say("method_said", lang, all=percent(since.changes.holds), least=least)
        found.append((say("method", lang), said))
    return [*found, unchanged(since, lang)]


def tenths(many: int, lang: str) -> str:
    """ "0,4" of four tenths of a step."""
    return decimal(many / TENTHS, lang)


def signed_tenths(many: int, lang: str) -> str:
    """ "+0,4", "−0,2", "0,0"."""
    return f"+{tenths(many, lang)}" if many > 0 else tenths(many, lang)
