"""Which text was used."""

from dataclasses import dataclass

from kulturspejl.core.text import Text


@dataclass(frozen=True, slots=True)
class ContentRef:
    """Which text was used, so that the result can say it. `credit` is the provider's own line."""

    id: str
    version: str
    name: Text
    credit: Text
