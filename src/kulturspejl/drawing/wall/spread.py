"""How many stand where on several scales, for people who speak of different units: stretches of people, and no mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from kulturspejl.drawing.ink import SCREEN, Ink
from kulturspejl.drawing.markup import Node, add, render, write
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.wall.canvas import PLAIN, SMALL, Named, centred, opened, said
from kulturspejl.drawing.wall.line import Stretch

LABEL, EDGE, AIR = 0.28, 66.0, 18.0
TALLEST = 48.0


@dataclass(frozen=True, slots=True)
class Scale:
    """`stretches` are empty where there are too few, which `value` says."""

    label: str
    stretches: tuple[Stretch, ...]
    value: str = ""


def spread(
    scales: Sequence[Scale], least: int, most: int, ends: tuple[str, str], *, canvas: Canvas, named: Named,
    ink: Ink = SCREEN,
) -> str:  # fmt: skip
    """One line a scale, all on the same numbers, which stand once, below."""
    root = opened(canvas, named, ink)
    left, step = LABEL * canvas.width, (1 - LABEL) * canvas.width / (most - least + 1)
    each = (canvas.height - EDGE) / max(1, len(scales))
    density = max((n / (b - a + 1) for one in scales for a, b, n in one.stretches), default=1.0)
    unit = min(TALLEST, (each - 52) / density)
    for place, scale in enumerate(scales):
        _scale(root, scale, left, step, least, (place + 1) * each, unit, canvas, ink)
    for value in range(least, most + 1):
        x = left + (value - least + 0.5) * step
        write(root, str(value), x, canvas.height - EDGE + 28, text_anchor="middle", font_size=SMALL, font_weight="700",
              fill=ink("ink"))  # fmt: skip
    for words, x, anchor in ((ends[0], left, "start"), (ends[1], canvas.width, "end")):
        centred(root, said(words, SMALL, canvas.width / 3, paint="ink-soft"), x, canvas.height - 16, ink, anchor)
    return render(root)


def _scale(
    root: Node, scale: Scale, left: float, step: float, least: int, y: float, unit: float, canvas: Canvas, ink: Ink
) -> None:
    base = y - 8
    centred(root, said(scale.label, PLAIN, left - AIR, bold=True), left - AIR, base - 30, ink, "end")
    add(root, "line", x1=left, x2=canvas.width, y1=base, y2=base, stroke=ink("axis"), stroke_width=3)
    if not scale.stretches:
        few = said(scale.value, PLAIN, canvas.width - left, paint="ink-soft")
        centred(root, few, left + AIR, base - 30, ink, "start")
    for first, last, count in scale.stretches:
        wide, tall = (last - first + 1) * step - 6, unit * count / (last - first + 1)
        x = left + (first - least) * step + 3
        add(root, "rect", x=x, y=base - tall, width=wide, height=tall, rx=5, fill=ink("now"), fill_opacity=0.88,
            data_from=first, data_to=last, data_count=count)  # fmt: skip
        write(root, str(count), x + wide / 2, base - tall - 8, text_anchor="middle", font_size=PLAIN, font_weight="700",
              fill=ink("ink"))  # fmt: skip
