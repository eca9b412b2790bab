"""What the four cultures are called, in one language: in everyday words, each with its term, and within a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CultureNames:
    """By letter: `called` is the name that everybody reads, `terms` what stands in grey beside it (only where the
    culture has everyday words as well), `quoted` the name as it stands within a sentence, `texts` what it means."""

    called: Mapping[str, str]
    terms: Mapping[str, str]
    quoted: Mapping[str, str]
    texts: Mapping[str, str]
