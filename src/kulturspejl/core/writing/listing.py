"""Several names in one sentence, and words in quotation marks."""

from collections.abc import Sequence

from kulturspejl.core.text import Text

AND = Text(da="og", en="and")
QUOTED = Text(da="„{words}“", en="“{words}”")


def listed(words: Sequence[str], language: str) -> str:
    """ "A", "A og B", "A, B og C"; nothing of nothing."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {AND.into(language)} {words[-1]}"
