"""Which mirror, and which words of since last time, belong to what was asked by choosing steps."""

from collections.abc import Sequence
from datetime import date

from kulturspejl.core.content.pairs_instrument import PairsInstrument
from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.core.disclosure.released import Released, UnitPicture
from kulturspejl.core.disclosure.since import Since
from kulturspejl.reports.mirror.beside import Lines
from kulturspejl.reports.mirror.chosen import ChosenMirror
from kulturspejl.reports.mirror.pairs import since as pairs
from kulturspejl.reports.mirror.pairs.places import PlacesMirror
from kulturspejl.reports.mirror.scale import since as scale
from kulturspejl.reports.mirror.scale.steps import StepsMirror
from kulturspejl.reports.mirror.since import Between, Rounds, Told


def mirror_of(
    released: Released, picture: UnitPicture, instrument: ScaleInstrument, lang: str, closed_on: date | None = None,
    lines: Lines = (),
) -> ChosenMirror:  # fmt: skip
    """Of a picture that has numbers, beside the `lines` of the leader's that this reader may see."""
    if isinstance(instrument, PairsInstrument):
        return PlacesMirror(released, picture, instrument, lang, closed_on, lines)
    return StepsMirror(released, picture, instrument, lang, closed_on, lines)


def told(
    since: Since, rounds: Rounds, *, instrument: ScaleInstrument, lang: str, agreed: Sequence[Between] = ()
) -> Told:
    """What is said of two rounds beside each other."""
    if isinstance(instrument, PairsInstrument):
        return pairs.told(since, rounds, instrument=instrument, lang=lang, agreed=agreed)
    return scale.told(since, rounds, instrument=instrument, lang=lang, agreed=agreed)
