"""What one check has found."""

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "warning", "fault"]
SIGNS: dict[State, str] = {"ok": "ok      ", "warning": "warning ", "fault": "FAULT   "}


@dataclass(frozen=True)
class Finding:
    """The thing that was looked at, how it is, and what to do; `do` is "" where nothing has to be done."""

    about: str
    state: State
    said: str
    do: str = ""

    @property
    def is_fault(self) -> bool:
        """Whether it must be mended."""
        return self.state == "fault"

    def line(self) -> str:
        """One line of text."""
        return f"{SIGNS[self.state]}{self.about}: {self.said}{self.do and ' ' + self.do}"

    def as_json(self) -> dict[str, str]:
        """For a program."""
        return {"check": self.about, "state": self.state, "says": self.said, "do": self.do}


def ok(about: str, said: str) -> Finding:
    """It is well."""
    return Finding(about, "ok", said)


def warning(about: str, said: str, do: str) -> Finding:
    """It works, and somebody should look at it."""
    return Finding(about, "warning", said, do)


def fault(about: str, said: str, do: str) -> Finding:
    """It does not work, or something will be lost."""
    return Finding(about, "fault", said, do)
