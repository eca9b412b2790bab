"""The picture and the report of one unit of a release."""

from kulturspejl.cli.bad_file import BadFile
from kulturspejl.cli.earlier import Earlier
from kulturspejl.cli.since_text import told_of
from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.drawing.ink import PAPER
from kulturspejl.reports.mirror.allocation.web import series_of, web_figure
from kulturspejl.reports.result import result_pdf


def picture_of(
    released: Released, instrument: AllocationInstrument, unit: str | None, language: str,
    earlier: Earlier | None = None,
) -> bytes:  # fmt: skip
    """The spider web as SVG, in the colours of paper, with the `earlier` round's where they are put together.

    BadFile where there are too few answers for one.
    """
    picture = chosen(released, unit)
    if picture.numbers is None:
        raise BadFile("Her er for få svar til et billede.", "There are too few answers for a picture.")
    names = instrument.names(language)
    since = told_of(earlier, picture, language)
    if since is not None and since.figure is not None:
        return since.figure.draw(PAPER).encode()
    series = series_of(picture.numbers, language)
    figure = web_figure(series, names=names, total=released.total, lang=language, title=picture.name)
    return figure.draw(PAPER).encode()


def report_of(
    released: Released, instrument: AllocationInstrument, unit: str | None, language: str,
    earlier: Earlier | None = None,
) -> bytes:  # fmt: skip
    """The report as PDF; of a unit without numbers it is the guide to a conversation without them."""
    picture, names = chosen(released, unit), instrument.names(language)
    return result_pdf(
        released,
        picture.unit,
        names=names,
        dimensions=[one.label.into(language) for one in instrument.dimensions],
        lang=language,
        guide=[one.into(language) for one in instrument.guide],
        since=told_of(earlier, picture, language),
    )


def chosen(released: Released, unit: str | None) -> UnitPicture:
    """The unit that was named, else the first that has numbers (parents stand first), else the first."""
    if unit is not None:
        return released.units[unit]
    pictures = list(released.units.values())
    if not pictures:
        raise BadFile("Der er ingen svar i filen.", "There are no answers in the file.")
    return next((picture for picture in pictures if picture.numbers), pictures[0])
