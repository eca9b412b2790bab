"""Pictures on the wall: their area is people, no letter is too small, and what is hidden says so."""

from collections.abc import Sequence
from xml.etree import ElementTree

import pytest

from kulturspejl.drawing.figures import Box, Figure
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.series import Series
from kulturspejl.drawing.wall.bars import Bar, bars, sides_of
from kulturspejl.drawing.wall.canvas import Named, said
from kulturspejl.drawing.wall.four import Cell, four
from kulturspejl.drawing.wall.line import Anchor, Asked, number_line
from kulturspejl.drawing.wall.pairs import Pair, pairs
from kulturspejl.drawing.wall.sides import Seen, two_sides
from kulturspejl.drawing.wall.spread import Scale, spread
from kulturspejl.drawing.wall.steps import steps
from kulturspejl.drawing.wall.web import web
from kulturspejl.drawing.words import edges

FULL, HALF = Canvas(1216, 480), Canvas(690, 520)
"""Under the step's name and its question; beside what is agreed on."""
NAMED = Named("k", "Navn", "Det hele i ord.", "da")
ANCHORS = [Anchor(1, "Lukket"), Anchor(4, "Hver for sig"), Anchor(7, "Venlig, men forsigtig"), Anchor(10, "Lærende")]
NOW = Asked("Hvor er I nu?", "now", ((1, 3, 4), (4, 4, 5), (5, 10, 3)))
GOAL = Asked("Hvor vil I hen?", "preferred", ((1, 8, 7), (9, 10, 5)))
CELLS = [Cell(f"Mod mere {name}", "9 af 26", 9 / 26, letter)
         for name, letter in (("klan", "A"), ("adhokrati", "B"), ("hierarki", "D"), ("marked", "C"))]  # fmt: skip
FEW = Cell("Hensynsbetændelse", "for få til at vise", None)
LABELS = {"A": "Klankultur", "B": "Adhokrati", "C": "Markedskultur", "D": "Hierarki"}
WEB = [Series("Nu", "now", {"A": 4.0, "B": 2.0, "C": 2.0, "D": 2.0}),
       Series("Ønsket", "preferred", {"A": 2.0, "B": 4.0, "C": 2.0, "D": 2.0})]  # fmt: skip


def every(canvas: Canvas) -> dict[str, str]:
    """Each picture, as full as the exercises make it."""
    six = [Pair("Dialog og feedback", "Sladder og brok", share=0.2, value="5 af 26")] * 6
    placed = [Pair("Dialog og feedback", "Sladder og brok", at=-1.0, half=(-2.0, 0.5))] * 5 + [
        Pair("Fælles", "Fragmenteret", value="for få til at vise")
    ]
    return {
        "line": number_line(1, 10, ANCHORS, [NOW, GOAL], canvas=canvas, named=NAMED),
        "one": number_line(1, 10, ANCHORS, [NOW], canvas=canvas, named=NAMED),
        "middle": number_line(1, 10, ANCHORS, [Asked("Nu", "now", at=5.4, half=(4, 7), value="5,4 af 10")],
                              canvas=canvas, named=NAMED),
        "pairs": pairs(six, canvas=canvas, named=NAMED, foot="Andre svar: 4 af 26"),
        "placed": pairs(placed, canvas=canvas, named=NAMED),
        "pull": four(CELLS, edges("da"), "Andre: 3 af 26", arrows=True, canvas=canvas, named=NAMED),
        "fields": four([*CELLS[:3], FEW], edges("da"), "Andre: 3 af 26", arrows=False, canvas=canvas, named=NAMED),
        "bars": bars([Bar("Jeg ved, hvad jeg gør som det næste.", "4,1 af 5", 0.78)] * 5, canvas=canvas, named=NAMED),
        "sides": two_sides([Seen("Retning", (2.1, 3.9), ("2,1", "3,9")), Seen("Commitment", None, ("for få", ""))],
                           ("Os", "Dem"), 1, 5, canvas=canvas, named=NAMED),
        "spread": spread([Scale("Retning", ((1, 2, 4), (3, 5, 9))), Scale("Koordinering", (), "for få til at vise")],
                         1, 5, ("slet ikke", "i høj grad"), canvas=canvas, named=NAMED),
        "steps": steps(Figure("path", (Box("Sagsejeren fortæller", ("Noget, man gør",), "10 minutter"),) * 5, here=1),
                       canvas=canvas, named=NAMED),
        "web": web(WEB, labels=LABELS, total=10, canvas=canvas, named=NAMED),
    }  # fmt: skip


@pytest.mark.parametrize("canvas", [FULL, HALF, Canvas(1216, 430)])
def test_no_letter_is_smaller_than_can_be_read_from_ten_metres(canvas):
    for name, svg in every(canvas).items():
        words = [one for one in ElementTree.fromstring(svg).iter() if one.tag.endswith("text")]
        sizes = [float(one.get("font-size", "14")) for one in words]
        assert min(sizes) >= 22, name


@pytest.mark.parametrize("canvas", [FULL, HALF])
def test_each_has_a_name_and_says_all_of_it(canvas):
    for name, svg in every(canvas).items():
        root = ElementTree.fromstring(svg)
        assert root.get("role") == "img", name
        assert [one.text for one in root[:2]] == ["Navn", "Det hele i ord."], name


def rects(svg: str) -> Sequence[ElementTree.Element]:
    return [one for one in ElementTree.fromstring(svg).iter() if one.get("data-count")]


@pytest.mark.parametrize("name", ["line", "spread"])
def test_the_area_of_a_stretch_is_people(name):
    """A gap of a few units stands between two, whatever their width: so by the width of its numbers."""
    areas = []
    for one in rects(every(FULL)[name]):
        numbers = int(one.get("data-to")) - int(one.get("data-from")) + 1
        areas.append(float(one.get("height")) * numbers / int(one.get("data-count")))
    assert areas
    assert areas == pytest.approx([areas[0]] * len(areas), rel=0.01)


def test_a_disc_s_area_is_people():
    cells = [Cell("a", "2 af 8", 0.25), Cell("b", "4 af 8", 0.5), Cell("c", "2 af 8", 0.25), FEW]
    svg = four(cells, {}, "", arrows=False, canvas=FULL, named=NAMED)
    discs = [one for one in ElementTree.fromstring(svg).iter() if one.tag.endswith("circle") and one.get("data-share")]
    assert len(discs) == 3
    each = [float(one.get("r")) ** 2 / float(one.get("data-share")) for one in discs]
    assert each == pytest.approx([each[0]] * 3, rel=0.01)


def test_what_is_hidden_says_so():
    assert every(FULL)["fields"].count("for få til at vise") == 1
    assert every(FULL)["placed"].count("for få til at vise") == 1
    assert "for få til at vise" in every(FULL)["spread"]


def test_more_bars_than_fit_take_more_sides():
    rows = [Bar(f"Udsagn {number}", "4,1 af 5", 0.7) for number in range(20)]
    sides = sides_of(rows, FULL)
    assert [row for side in sides for row in side] == rows
    assert len(sides) == 2
    assert {len(side) for side in sides} == {10}


def words_of(svg: str) -> list[ElementTree.Element]:
    return [one for one in ElementTree.fromstring(svg).iter() if one.tag.endswith("text")]


def test_a_culture_s_name_is_never_broken_beside_an_agreement():
    """There is less room beside the shape than a word needs, so the names stand over and under it."""
    said = ("Vi er der for hinanden", "Vi prøver noget nyt", "Vi går efter målet", "Vi har styr på tingene")
    labels = dict(zip("ABCD", said, strict=True))
    for width in (608, 690, 1216):
        drawn = " ".join("".join(one.itertext()) for one in words_of(
            web(WEB, labels=labels, total=10, canvas=Canvas(width, 500), named=NAMED)))  # fmt: skip
        for word in " ".join(labels.values()).split():
            assert word in drawn.split()


def test_an_anchor_s_name_stands_under_its_number():
    """Nothing has to lead from one to the other, across what people have answered."""
    svg = every(FULL)["line"]
    assert "<path" not in svg.partition("</text>")[2]
    places = {"".join(one.itertext()): float(one.get("x")) for one in words_of(svg)}
    assert places["10 Lærende"] < places["10"] < places["10 Lærende"] + 200
    close = [Anchor(number, "Et langt navn på et sted") for number in (1, 2, 3)]
    assert "<path" in number_line(1, 10, close, [NOW, GOAL], canvas=FULL, named=NAMED)


@pytest.mark.parametrize("share", [0.1, 0.5, 1.0])
def test_no_arrow_touches_a_name(share):
    cells = [Cell("Mod mere nysgerrighed (adhokrati)", "13 af 26", share, letter) for letter in "ABDC"]
    svg = four(cells, edges("da"), "Andre: 3 af 26", arrows=True, canvas=FULL, named=NAMED)
    root = ElementTree.fromstring(svg)
    arrows = [one.get("d") for one in root.iter() if one.get("data-share")]
    highest = min(float(pair.split()[1]) for d in arrows for pair in d.strip("MZ").split("L"))
    names = [float(one.get("y")) for one in words_of(svg) if "adhokrati" in "".join(one.itertext())]
    assert len(arrows) == 4
    assert highest > min(names) + 4


def test_a_short_row_leaves_its_room_to_a_long_one():
    """Seven rows of which one has two lines stand on one side; what is left over is shared out."""
    rows = [Bar("Dialog og feedback – sladder og brok", "3 af 26", 0.1), *[Bar("Tillid", "4 af 26", 0.2)] * 6]
    assert sides_of(rows, Canvas(1216, 380)) == [rows]


def test_no_line_is_left_with_a_single_word():
    lines = ["".join(one.itertext()) for one in words_of(every(FULL)["bars"])]
    assert lines[:2] == ["Jeg ved, hvad jeg", "gør som det næste."]


def test_a_count_never_runs_into_the_other_end_of_its_pair():
    """Beside a long agreement there is little between the two words."""
    rows = [Pair("Dialog og feedback", "Sladder og brok", share=0.3, value="21 af 60")] * 6
    svg = words_of(pairs(rows, canvas=Canvas(608, 480), named=NAMED))
    ends = [one for one in svg if "Sladder" in "".join(one.itertext())]
    counts = [one for one in svg if "21 af 60" in "".join(one.itertext())]
    assert {one.get("y") for one in ends}.isdisjoint({one.get("y") for one in counts})
    assert all(one.get("text-anchor") == "middle" for one in counts)


@pytest.mark.parametrize("width", [205.0, 211.3, 217.7, 229.1])
def test_a_name_that_is_made_as_wide_as_its_place_keeps_its_last_letter(width):
    for word in ("Optrapning", "Opfølgning"):
        assert [line.text for line in said(word, 34.0, width, bold=True).lines] == [word]
