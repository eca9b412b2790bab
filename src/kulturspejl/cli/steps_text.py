"""A release of answers on a scale as text for the terminal, and its picture and report."""

from collections.abc import Iterator, Sequence

from kulturspejl.cli.analysis_files import chosen
from kulturspejl.cli.bad_file import BadFile
from kulturspejl.cli.earlier import Earlier
from kulturspejl.cli.left_out import LeftOut
from kulturspejl.cli.since_text import columns, since_lines, told_of
from kulturspejl.cli.text_blocks import Words, answered, bar, hidden_lines, left_out_lines, rule
from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.instruments.scale.form import LEAST
from kulturspejl.drawing.ink import PAPER
from kulturspejl.reports.mirror.choosing import mirror_of
from kulturspejl.reports.mirror.chosen import ChosenMirror
from kulturspejl.reports.steps_result import steps_pdf
from kulturspejl.reports.words import say


def steps_text(
    released: Released, left_out: Sequence[LeftOut], instrument: ScaleInstrument, language: str, only: str | None,
    earlier: Earlier | None = None,
) -> str:  # fmt: skip
    """The readable result; with `only`, of one unit, and with `earlier` beside an earlier round."""
    words = Words(language)
    shown = [picture for picture in released.units.values() if only in (None, picture.unit)]
    steps = words.say(f"trin {LEAST} til {released.total}", f"steps {LEAST} to {released.total}")
    blocks = [f"{words.line(released.content.name)} · {steps} · {rule(released, words)}"]
    blocks += [
        "\n".join([
            *_unit(mirror_of(released, picture, instrument, language), words),
            *since_lines(earlier, picture, language),
        ])
        for picture in shown if picture.hidden is None
    ]  # fmt: skip
    hidden = [picture for picture in shown if picture.hidden is not None]
    blocks += ["\n".join(hidden_lines(hidden, words))] if hidden else []
    blocks += ["\n".join(left_out_lines(left_out, words))] if left_out else []
    return "\n\n".join(blocks)


def steps_picture(
    released: Released, instrument: ScaleInstrument, unit: str | None, language: str, earlier: Earlier | None = None
) -> bytes:
    """The lines with their dots as SVG, in the colours of paper, with the `earlier` round's where they are put
    together. BadFile where there are too few answers for one.
    """
    picture = chosen(released, unit)
    if picture.numbers is None:
        raise BadFile("Her er for få svar til et billede.", "There are too few answers for a picture.")
    since = told_of(earlier, picture, language)
    if since is not None and since.figure is not None:
        return since.figure.draw(PAPER).encode()
    return mirror_of(released, picture, instrument, language).figure.draw(PAPER).encode()


def steps_report(
    released: Released, instrument: ScaleInstrument, unit: str | None, language: str, earlier: Earlier | None = None
) -> bytes:
    """The report as PDF; of a unit without numbers it is the guide to a conversation without them."""
    picture = chosen(released, unit)
    since = told_of(earlier, picture, language)
    return steps_pdf(released, picture.unit, instrument=instrument, lang=language, since=since)


def _unit(found: ChosenMirror, words: Words) -> Iterator[str]:
    picture: UnitPicture = found.picture
    yield f"{picture.name}  ({answered(picture, words)})"
    if picture.numbers is None:
        yield "  " + words.say("Under tre svar: ingen tal.", "Under three answers: no numbers.")
        return
    rows = [[one.label, bar(one.share), one.number] for one in found.bars]
    yield from columns(rows, left=2)
    rest = found.together
    said = [found.agreement, *found.sentences, *found.sure[1:]]
    said += [say("together", words.language, n=rest.n, line=rest.line)] if rest else []
    yield from (f"  · {line}" for line in said if line)
    if found.question:
        yield f"  ? {found.question}"
