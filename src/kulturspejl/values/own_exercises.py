"""A facilitator's own exercises as the house reads them, and how many there may be."""

import hashlib
from functools import lru_cache

from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.toml.faults import ContentError
from kulturspejl.library import own_file
from kulturspejl.records.models import OwnExercise, User
from kulturspejl.values.the_library import the_library

MOST_OF_A_PERSON, MOST_OF_ALL = 40, 5000
MARK = 16


@lru_cache(maxsize=128)
def exercise_of(text: str) -> Exercise:
    """What stands in such a file, by what this instance has: the same words are read once. Raises ContentError."""
    library = the_library()
    return own_file.read(text, library.models, library.instruments)


def mark_of(text: str) -> str:
    """What tells one state of a file from another."""
    return hashlib.sha256(text.encode()).hexdigest()[:MARK]


def own_exercises(user: User) -> dict[str, Exercise]:
    """Those of a person that can be held, by their ids.

    One that names a figure that this instance has lost cannot: it stays in the list, where it says so.
    """
    found = {}
    for text in OwnExercise.objects.filter(owner=user).values_list("text", flat=True):
        try:
            made = exercise_of(text)
        except ContentError:
            continue
        found[made.id] = made
    return found
