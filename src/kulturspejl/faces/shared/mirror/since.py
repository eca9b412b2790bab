"""Since last time on the page: the two pictures on one figure, and what is said beside it."""

from dataclasses import dataclass

from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.core.writing.dates import moment
from kulturspejl.faces.shared.mirror import content
from kulturspejl.faces.shared.mirror.drawn import Drawn, drawn
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers.results import ResultPage
from kulturspejl.reports.mirror import choosing
from kulturspejl.reports.mirror.allocation import since as allocation
from kulturspejl.reports.mirror.since import Between, Rounds, Told


@dataclass(frozen=True)
class Other:
    """Another earlier result that may be chosen instead, by its round unit."""

    id: str
    when: str


@dataclass(frozen=True)
class SinceSeen:
    """`figure` is None where the two are not put together. `earlier` is the round unit of the earlier result."""

    told: Told
    figure: Drawn | None
    earlier: str
    others: list[Other]


def since_told(page: ResultPage) -> Told | None:
    """What page and PDF say; None where there is nothing to hold the result against."""
    last = page.since
    if last is None:
        return None
    rounds = Rounds(last.earlier.closed, last.closed, page.picture, page.total, last.released.total)
    agreed = [Between(one.on, one.what, one.is_trait) for one in last.agreed]
    if isinstance(page.instrument, ScaleInstrument):
        return choosing.told(last.since, rounds, instrument=page.instrument, lang=language(), agreed=agreed)
    names = content.names_of(page.instrument)
    return allocation.told(last.since, rounds, names=names, lang=language(), agreed=agreed)


def since_seen(page: ResultPage) -> SinceSeen | None:
    """The same with its figure and the others to choose from."""
    last, said = page.since, since_told(page)
    if last is None or said is None:
        return None
    figure = drawn(said.figure) if said.figure else None
    others = [Other(str(one.round_unit_id), moment(one.closed, language())) for one in last.others]
    return SinceSeen(said, figure, str(last.earlier.round_unit_id), others)
