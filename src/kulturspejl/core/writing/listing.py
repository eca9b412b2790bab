"""Several names in one sentence, and words in quotation marks."""

from collections.abc import Sequence

from kulturspejl.core.text import Text

AND, OR = Text(da="og", en="and"), Text(da="eller", en="or")
QUOTED = Text(da="»{words}«", en="“{words}”")


def listed(words: Sequence[str], language: str, last: Text = AND) -> str:
    """ "A", "A og B", "A, B og C"; nothing of nothing."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last.into(language)} {words[-1]}"
