"""An instrument of whichever kind its file says, for whoever makes a round, asks, takes in, counts and tells."""

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.content.parse import parse_instrument
from kulturspejl.core.content.parse_pairs import parse_pairs
from kulturspejl.core.content.parse_scale import parse_scale
from kulturspejl.core.content.scale_instrument import ScaleInstrument
from kulturspejl.core.instruments import ALLOCATION, PAIRS, SCALE

Instrument = AllocationInstrument | ScaleInstrument
Files = Mapping[str, Mapping[str, Any]]

PARSERS: Mapping[str, Callable[[Files], Instrument]] = {
    ALLOCATION: parse_instrument, SCALE: parse_scale, PAIRS: parse_pairs,
}  # fmt: skip
"""By the word of a kind: how its files are read. A kind stands here and in `core.instruments.ASKED`."""


def parse_any(files: Files) -> Instrument:
    """By the kind in its head; an unknown one is the fault that `parse_instrument` tells. Raises ContentError."""
    return PARSERS.get(str(_kind_of(files)), parse_instrument)(files)


def any_from_json(data: Mapping[str, Any]) -> Instrument:
    """What a round stored, read back. Raises ContentError. Every page asks, so the same text is parsed once."""
    return _from_words(json.dumps(data, ensure_ascii=False))


@lru_cache(maxsize=64)
def _from_words(words: str) -> Instrument:
    return parse_any({"round": json.loads(words)})


def _kind_of(files: Files) -> object:
    heads = [head for file in files.values() if isinstance(head := file.get("instrument"), Mapping)]
    return heads[0].get("kind") if heads else None
