"""Which unit of the units' file each unit of the answers is, where the two files write it in two ways."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from kulturspejl.cli.responses_file import Responses
from kulturspejl.cli.units_file import Unit
from kulturspejl.core.tables.units import id_meant


def as_the_units(answers: Responses, units: Sequence[Unit]) -> Responses:
    """The answers with their units by id: a name that one unit has means it, and `12.0` is `12` where only that is one.

    What is neither stays as it is written.
    """
    ids, times = {unit.unit for unit in units}, Counter(unit.name for unit in units)
    called = {unit.name: unit.unit for unit in units if times[unit.name] == 1}
    meant = [word if word in ids else called.get(word, id_meant(word, ids)) for word in answers.unit_names]
    if meant == list(answers.unit_names):
        return answers
    place = {word: at for at, word in enumerate(dict.fromkeys(meant))}
    codes = np.array([place[word] for word in meant], dtype=answers.units.dtype)
    return replace(answers, units=codes[answers.units], unit_names=list(place))
