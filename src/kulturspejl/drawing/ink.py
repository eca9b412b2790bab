"""Which colours and letters a picture is drawn with: a page's own, or fixed ones for any program."""

from dataclasses import dataclass

from kulturspejl.drawing.palette import LIGHT, OTHER_NAMES


@dataclass(frozen=True, slots=True)
class Ink:
    """`live` colours are CSS custom properties with the paper colour as fallback, so they follow the page."""

    letters: str
    live: bool

    def __call__(self, name: str) -> str:
        """The paint of a meaning in the palette. Raises KeyError for an unknown one."""
        paint = OTHER_NAMES.get(name, name)
        return f"var(--{paint}, {LIGHT[paint]})" if self.live else LIGHT[paint]


SCREEN = Ink("var(--letters, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif)", live=True)
"""For pages: presentation attributes only, because a strict content security policy refuses `style`."""

PAPER = Ink("'Libertinus Serif', Georgia, serif", live=False)
"""For PDF and for files that other programs open: not all of them know custom properties."""
