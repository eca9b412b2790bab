"""From files of answers and units to a release, by the same maker as every round."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kulturspejl.cli.bad_file import BadFile
from kulturspejl.cli.left_out import LeftOut
from kulturspejl.cli.meant_units import as_the_units
from kulturspejl.cli.progress import Progress, silent
from kulturspejl.cli.responses_file import Responses, read_responses
from kulturspejl.cli.steps_file import read_steps
from kulturspejl.cli.units_file import Unit, read_units
from kulturspejl.core.content.any_instrument import Instrument
from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.core.disclosure.policy import WITHOUT_CONTROL
from kulturspejl.core.disclosure.release import Place, TooMany, make_release
from kulturspejl.core.disclosure.released import Released
from kulturspejl.core.tables.plain_numbers import Numbers
from kulturspejl.library import ContentError, load
from kulturspejl.library.policies import load_policy

INSTRUMENT = "culture_profile"


@dataclass(frozen=True)
class Analysis:
    """The release of a file, the text it is told in, what was left out, and the answers it was made of."""

    released: Released
    instrument: Instrument
    left_out: Sequence[LeftOut]
    is_total_found: bool
    answers: Responses


def analyse(
    responses: Path, units: Path | None, *, total: int | None, k: int | None, encoding: str | None = None,
    instrument: str = INSTRUMENT, reading: Progress = silent, counting: Progress = silent,
) -> Analysis:  # fmt: skip
    """What the files say; with `k` None nothing is held back. Raises BadFile.

    With control off each period stands on its own respondents and gaps on complete pairs (science C3, C4); with it,
    all on the same persons. `total` None: the answers say. `instrument` is the id of what was asked.
    `reading` and `counting` hear how far each is.
    """
    asking = _instrument(instrument)
    if isinstance(asking, ScaleInstrument) and total is not None:
        raise BadFile(
            f"--total hører til point. Her går trinene til {asking.most}.",
            f"--total belongs to points. Here the steps go to {asking.most}.",
        )
    answers = answers_of(responses, asking, total, k=k, encoding=encoding, progress=reading)
    found, aside = read_units(units, encoding) if units else (alone(answers), [])
    answers = as_the_units(answers, found)
    _must_be_known(responses, answers, found)
    released = release_of(answers, found, asking, k=k, told_in=units or responses, counting=counting)
    return Analysis(released, asking, [*answers.left_out, *aside], answers.is_total_found, answers)


def answers_of(
    path: Path, instrument: Instrument, total: int | None, *, k: int | None, encoding: str | None,
    progress: Progress = silent,
) -> Responses:  # fmt: skip
    """What a file of answers to this instrument says. Raises BadFile."""
    if isinstance(instrument, ScaleInstrument):
        return read_steps(path, instrument, encoding=encoding)
    return read_responses(path, total, encoding=encoding, is_each_period_alone=k is None, progress=progress)


def release_of(
    answers: Responses, units: Sequence[Unit], instrument: Instrument, *, k: int | None, told_in: Path,
    counting: Progress = silent,
) -> Released:  # fmt: skip
    """What may be told of the answers of these units; `told_in` is the file that says how many were invited."""
    try:
        return make_release(
            places=[Place(unit.unit, unit.name, unit.parent, unit.invited) for unit in units],
            answers=by_unit(answers),
            content=instrument.ref(),
            policy=WITHOUT_CONTROL if k is None else load_policy().raised_to(k),
            asked=instrument.asked(answers.total, answers.form),
            progress=counting,
        )
    except TooMany as fault:
        raise _too_many(told_in, fault) from fault


def _instrument(id: str) -> Instrument:
    try:
        there = load(_folders()).questionnaires
    except ContentError as fault:
        da, en = ("\n".join(one.line(language) for one in fault.faults) for language in ("da", "en"))
        raise BadFile(da, en) from fault
    if id not in there:
        known = ", ".join(sorted(there))
        raise BadFile(f"Spørgeskemaet {id} findes ikke. Vælg {known}.", f"There is no instrument {id}. Use {known}.")
    return there[id]


def _folders() -> list[Path]:
    """The provider's own content, as the server reads it."""
    return [Path(folder) for folder in os.environ.get("KULTURSPEJL_CONTENT", "").split(os.pathsep) if folder]


def alone(answers: Responses) -> list[Unit]:
    """Without a file of units each stands alone, and nobody knows how many were invited."""
    return [Unit(unit, unit, None, None) for unit in _answering(answers)]


def _answering(answers: Responses) -> list[str]:
    """The units that somebody usable belongs to, in order of first appearance."""
    found, first = np.unique(answers.units, return_index=True)
    return [answers.unit_names[unit] for unit in found[np.argsort(first)].tolist()]


def _must_be_known(path: Path, answers: Responses, units: Sequence[Unit]) -> None:
    unknown = set(_answering(answers)) - {unit.unit for unit in units}
    if unknown:
        some = ", ".join(sorted(unknown)[:5]) + (" …" if len(unknown) > 5 else "")
        raise BadFile(f"{path.name}: ukendte enheder: {some}.", f"{path.name}: unknown units: {some}.")


def by_unit(answers: Responses) -> dict[str, Numbers]:
    """The rows of each unit: one copy of all, cut where a unit ends."""
    order = np.argsort(answers.units, kind="stable")
    counts = np.bincount(answers.units, minlength=len(answers.unit_names))
    points, ends = answers.points[order], np.cumsum(counts).tolist()
    cut = zip(answers.unit_names, [0, *ends], ends, strict=False)
    return {name: points[start:end] for name, start, end in cut if end > start}


def _too_many(path: Path, fault: TooMany) -> BadFile:
    name, invited = fault.place.name, fault.place.invited
    return BadFile(
        f"{path.name}: {name} har {fault.answers} svar, men kun {invited} inviterede. Ret tallet, og prøv igen.",
        f"{path.name}: {name} has {fault.answers} answers but only {invited} invited. Correct it and try again.",
    )
