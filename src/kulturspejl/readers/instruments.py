"""The instruments that this instance asks with."""

from collections.abc import Mapping, Sequence

from django.db.models.fields.json import KeyTransform

from kulturspejl.core.content.any_instrument import Instrument
from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.permissions.visibility import fits_a_round
from kulturspejl.core.text import Text, written
from kulturspejl.core.writing.order import danish_key
from kulturspejl.values.the_library import the_library

CULTURE_PROFILE = "culture_profile"


def culture_profile() -> AllocationInstrument:
    """The culture profile as this instance words it. Asked by anybody: the text is no secret."""
    return the_library().instruments[CULTURE_PROFILE]


def for_rounds() -> Sequence[Instrument]:
    """What an anonymous round can ask with: the culture profile first, then the others by name."""
    fit = [one for one in the_library().questionnaires.values() if fits_a_round(one.visibility)]
    return sorted(fit, key=lambda one: (one.id != CULTURE_PROFILE, danish_key(one.name.da)))


def of_a_round(id: str) -> Instrument:
    """The instrument by its id; the culture profile where nothing or none of ours is named."""
    return next((one for one in for_rounds() if one.id == id), culture_profile())


NAME = KeyTransform("name", KeyTransform("instrument", "content"))
"""The name of what a round asks, out of its own words: a list of rounds reads no more of them."""


def named(raw: object) -> Text:
    """What NAME has found, as a text."""
    words = raw if isinstance(raw, Mapping) else {}
    return Text(**{"da": "", "en": "", **written(words)})
