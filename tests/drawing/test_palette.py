"""Every picture can be read on paper, on a dark page and by people who see fewer colours."""

import itertools
import re
from pathlib import Path

import numpy as np
import pytest

import kulturspejl
from kulturspejl.drawing.palette import CULTURES, DARK, LIGHT

CSS = Path(kulturspejl.__file__).parent / "faces/shared/static/shared/base.css"

# Machado, Oliveira & Fernandes 2009, severity 1.0, on linear RGB.
SIGHT = {
    "full": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
# Björn Ottosson's OKLab, linear RGB -> cone-like -> lightness and two opponent axes.
TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
TEXT, GRAPHIC = 4.5, 3.0


def linear(colour: str) -> np.ndarray:
    shares = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    low, high = sorted(float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, sight: str) -> np.ndarray:
    return TO_LAB @ np.cbrt(TO_CONES @ np.clip(SIGHT[sight] @ linear(colour), 0, 1))


def block(css: str, opening: str) -> dict[str, str]:
    body = css[css.index(opening) :]
    body = body[body.index(":root {") : body.index("}")]
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", body))


def meanings(opening: str) -> dict[str, str]:
    """Every meaning after `opening`, down to its hexadecimal colour."""
    css = CSS.read_text("utf-8")
    raw = block(css, ":root {")
    named = raw | block(css, opening)
    return {
        name: raw[value[len("var(--") : -1]]
        for name, value in named.items()
        if value.startswith("var(--raw-")
    }


PAGES = {"light": meanings(":root {"), "dark": meanings("@media screen and (prefers-color-scheme: dark)")}


def test_the_stylesheet_has_the_colours_of_the_pictures():
    for mode, palette in (("light", LIGHT), ("dark", DARK)):
        assert {name: PAGES[mode][name] for name in palette} == dict(palette)


def test_dark_mode_gives_every_meaning_a_colour_of_its_own():
    dark = block(CSS.read_text("utf-8"), "@media screen and (prefers-color-scheme: dark)")
    assert set(dark) == set(PAGES["light"])


@pytest.mark.parametrize("mode", PAGES)
def test_text_is_readable_on_every_surface(mode):
    page = PAGES[mode]
    for surface, text in itertools.product(
        ("paper", "surface"), ("ink", "ink-soft", "accent", "warn")
    ):
        assert contrast(page[surface], page[text]) >= TEXT, (surface, text)
    assert contrast(page["accent"], page["accent-ink"]) >= TEXT


@pytest.mark.parametrize("mode", PAGES)
def test_what_carries_meaning_is_seen_on_every_surface(mode):
    page = PAGES[mode]
    lines = ("now", "preferred", "own", "guess", "axis", "accent", *CULTURES.values())
    for surface, line in itertools.product(("paper", "surface"), lines):
        assert contrast(page[surface], page[line]) >= GRAPHIC, (surface, line)


@pytest.mark.parametrize("mode", PAGES)
def test_a_letter_inside_its_culture_is_text(mode):
    page = PAGES[mode]
    for name in CULTURES.values():
        assert contrast(page[name], page["paper"]) >= TEXT, name
    assert contrast("#ffffff", LIGHT["adhocracy"]) >= GRAPHIC


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_four_cultures_stay_apart_for_every_eye(palette, sight):
    """0.12 in OKLab is about six times the step that is just seen between two patches side by side."""
    for one, other in itertools.combinations(CULTURES.values(), 2):
        assert np.linalg.norm(seen(palette[one], sight) - seen(palette[other], sight)) >= 0.12, (one, other)
