"""What is wrong with a piece of content: where, what, and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.core.text import Text


@dataclass(frozen=True)
class Fault:
    """One fault; `key` is written with dots, e.g. dimension.3.B.en, and is "" where the whole file is at fault."""

    file: str
    key: str
    wrong: Text
    remedy: Text

    def line(self, language: str) -> str:
        """File, key, what is wrong, what to do, in one line."""
        place = f"{self.file}: {self.key}" if self.key else self.file
        return f"{place}: {self.wrong.into(language)} {self.remedy.into(language)}"


class ContentError(ValueError):
    """Content that cannot be used, with every fault found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(fault.line("en") for fault in faults))
        self.faults = list(faults)
