"""A released sentence in the reader's language."""

from kulturspejl.core.disclosure.released import Line


def line(text: Line, lang: str) -> str:
    """Danish for "da", English for "en"."""
    return text.en if lang == "en" else text.da
