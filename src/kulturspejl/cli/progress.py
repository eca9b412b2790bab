"""How far a long piece of work is, on the terminal of whoever waits; a file or a pipe gets nothing."""

import sys
from collections.abc import Callable

from kulturspejl.core.text import Text

Progress = Callable[[float], None]
READING = Text(da="Læser svarene", en="Reading the answers")
COUNTING = Text(da="Regner på enhederne", en="Counting the units")


def silent(_share: float) -> None:
    """For whoever does not wait."""


class OnTerminal:
    """One line on standard error that is written over, percent by percent, and taken away in the end."""

    def __init__(self, language: str) -> None:
        self._language, self._said = language, ""
        self._is_seen = sys.stderr.isatty()

    def of(self, what: Text) -> Progress:
        """Hears which share (0 to 1) of this is done."""
        return lambda share: self._say(f"{what.into(self._language)}: {int(100 * share)} %")

    def end(self) -> None:
        """The line is empty again."""
        self._write("")

    def _say(self, words: str) -> None:
        if words != self._said:
            self._write(words)

    def _write(self, words: str) -> None:
        if self._is_seen and (words or self._said):
            # Back to the start of the line, and it is cleared to its end.
            print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)
        self._said = words
