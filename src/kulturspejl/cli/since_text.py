"""What has changed since an earlier round, as text for the terminal."""

from collections.abc import Iterator, Sequence

from kulturspejl.cli.earlier import Earlier
from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.core.disclosure.released import UnitPicture
from kulturspejl.reports.mirror import choosing
from kulturspejl.reports.mirror.allocation import since as allocation
from kulturspejl.reports.mirror.since import Rounds, Told


def told_of(earlier: Earlier | None, picture: UnitPicture, language: str) -> Told | None:
    """What is said of a unit; None where there is nothing to hold it against. A round is known by its file."""
    since = earlier.since(picture.unit) if earlier else None
    if earlier is None or since is None:
        return None
    now, instrument = {"da": "nu", "en": "now"}[language], earlier.now.instrument
    rounds = Rounds(earlier.name, now, picture, earlier.now.released.total, earlier.released.total)
    if isinstance(instrument, ScaleInstrument):
        return choosing.told(since, rounds, instrument=instrument, lang=language)
    return allocation.told(since, rounds, names=instrument.names(language), lang=language)


def since_lines(earlier: Earlier | None, picture: UnitPicture, language: str) -> Iterator[str]:
    """Heading, table and sentences; nothing where there is nothing to hold it against."""
    said = told_of(earlier, picture, language)
    if said is None:
        return
    yield f"  {said.title}"
    if said.table is not None:
        yield from columns([list(said.table.head), *map(list, said.table.rows)], left=1)
    for sentence in (*said.sentences, said.who, said.no_cause):
        yield f"  · {sentence}"


def columns(rows: Sequence[Sequence[str]], *, left: int) -> Iterator[str]:
    """Lines of equal columns, the first `left` of them to the left, the others to the right."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        cells = zip(row, widths, strict=True)
        yield "  " + "  ".join(
            f"{cell:{'<' if at < left else '>'}{width}}" for at, (cell, width) in enumerate(cells)
        )
