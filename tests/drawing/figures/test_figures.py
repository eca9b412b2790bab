"""Each figure of a model: well-formed, words inside the picture, and the same words without it."""

import re
from dataclasses import replace

import pytest

from kulturspejl.core.content.model import FIGURES
from kulturspejl.drawing.figures import (
    Box,
    Figure,
    Marks,
    as_sentence,
    as_table,
    draw,
    own_scales,
    page_for,
    page_in,
)
from kulturspejl.drawing.figures.draw import KINDS, LYING
from kulturspejl.drawing.figures.lines import Said, block, even, width_of, wrap
from kulturspejl.drawing.figures.shape import UPRIGHT
from kulturspejl.drawing.ink import PAPER
from kulturspejl.drawing.room import Canvas
from kulturspejl.drawing.wall.letters import broken
from tests.content import content
from tests.drawing.reading import SVG, parse
from tests.every import every

COUNT = {"sheet": 2, "columns": 2, "triad": 3}
LONG = Box("Arbejdsmiljørepræsentant", ("Samarbejdsorganisationen på tværs af afdelinger",), "tværfaglighed")


def in_language(one, lang):
    found = one.figure
    boxes = tuple(
        Box(box.label.into(lang), tuple(word.into(lang) for word in box.words),
            box.note.into(lang) if box.note else "", box.at)
        for box in found.boxes
    )  # fmt: skip
    edges = {name: text.into(lang) for name, text in found.edges.items()}
    return Figure(found.kind, boxes, found.centre.into(lang) if found.centre else "", edges)


ALL = {
    f"{one.id}-{lang}": (in_language(one, lang), lang)
    for one in content().models.values()
    for lang in ("da", "en")
}
each = every(ALL)


def on(**pages):
    """Each of them on each of these pages."""
    return every({f"{one}-{name}": (*ALL[one], page) for one in ALL for name, page in pages.items()})


def words(text):
    return re.findall(r"\w+", text.replace("\u00ad", "").casefold())


def drawn(figure, lang="da", **more):
    return parse(draw(figure, title="Modellen", lang=lang, **more))


def written(root):
    return list(root.iter(f"{SVG}text"))


def test_the_content_knows_every_kind_that_can_be_drawn():
    assert set(KINDS) == set(FIGURES)


@each
def test_it_is_an_image_that_needs_nothing_from_elsewhere(figure, lang):
    root = drawn(figure, lang)
    assert root.attrib["role"] == "img"
    names = {name for node in root.iter() for name in node.attrib}
    assert not [name for name in names if name.startswith("on") or name in {"style", "href", "src"}]
    said = {node.attrib["id"]: node.text for node in root.iter() if "id" in node.attrib}
    assert said["figure-desc"] == as_sentence(figure, lang)


@each
def test_colours_follow_the_page_and_are_fixed_on_paper(figure, lang):
    def paints(root):
        return {node.attrib[name] for node in root.iter() for name in ("fill", "stroke") if name in node.attrib}

    assert all(paint.startswith("var(--") for paint in paints(drawn(figure, lang)) - {"none"})
    assert not [paint for paint in paints(drawn(figure, lang, ink=PAPER)) if paint.startswith("var")]


@pytest.mark.slow
def test_letters_are_large_enough_for_ten_metres_where_the_figure_fills_a_wall():
    wide, high, readable = 1800, 720, 28
    for name, (figure, lang) in ALL.items():
        page = page_for(figure, lang=lang, shape=wide / high)
        _, _, width, height = map(float, drawn(figure, lang, page=page).attrib["viewBox"].split())
        assert 13 * min(wide / width, high / height) >= readable, name


def fits(figure, lang, page, least=11):
    root = drawn(figure, lang, page=page)
    _, _, wide, tall = map(float, root.attrib["viewBox"].split())
    for node in written(root):
        size, x = float(node.attrib["font-size"]), float(node.attrib["x"])
        reach = width_of(node.text, size, node.attrib.get("font-weight") in {"600", "700"})
        left = {"start": x, "middle": x - reach / 2, "end": x - reach}[node.attrib.get("text-anchor", "start")]
        assert left >= -0.5, node.text
        assert left + reach <= wide + 0.5, node.text
        assert 0 < float(node.attrib["y"]) <= tall
        assert size >= least, node.text


@pytest.mark.slow
@on(**{f"{page.width:g}": page for page in (UPRIGHT, *LYING[::5])})
def test_no_line_is_wider_than_the_picture_and_none_too_small_to_read(figure, lang, page):
    fits(figure, lang, page, least=13.5 if page is UPRIGHT else 11)


@pytest.mark.slow
@on(upright=UPRIGHT, lying=LYING[0])
def test_table_and_sentence_say_every_word_of_the_picture(figure, lang, page):
    picture = set(words(" ".join(node.text.removesuffix("-") for node in written(drawn(figure, lang, page=page)))))
    table = as_table(figure, lang)
    told = words(" ".join(cell for row in table.rows for cell in row))
    whole = " ".join(words(as_sentence(figure, lang)))
    for box in figure.boxes:
        for said in (box.label, *box.words[: 1 if figure.kind == "pairs" else None]):
            assert " ".join(words(said)) in whole
            assert set(words(said)) <= set(told)
    loose = [one for one in picture if not one.isdigit() and one not in whole]
    assert not loose


@pytest.mark.parametrize("page", [UPRIGHT, LYING[0]], ids=["upright", "lying"])
@pytest.mark.parametrize("kind", FIGURES)
def test_long_words_fit_into_every_kind(kind, page):
    boxes = tuple(replace(LONG, at=place + 1.0) for place in range(COUNT.get(kind, 4)))
    fits(Figure(kind, boxes, "Midten"), "da", page)


def test_a_word_breaks_at_its_soft_hyphen_alone_where_it_must():
    assert wrap("Udviklings\u00adfællesskab", 90, 15) == ["Udviklings-", "fællesskab"]
    assert wrap("Udviklings\u00adfællesskab", 300, 15) == ["Udviklingsfællesskab"]
    assert block([Said("Ord")], 100).height > 14


@pytest.mark.parametrize(
    ("text", "time"), [("Du læser din mail kl. 23 igen", "kl.\xa023"), ("You read mail at 11 p.m. again", "11\xa0p.m.")]
)
def test_a_time_of_the_day_is_never_on_two_lines(text, time):
    for width in range(60, 300, 4):
        assert any(time in line for line in wrap(text, width, 14)), (width, wrap(text, width, 14))
        assert any(time in line for line in broken(text, width, 14))


def test_signs_grow_into_height_that_is_left_and_letters_stay_as_large():
    figure = ALL["boundaries-en"][0]
    low, high = (page_in(figure, lang="en", room=Canvas(1216, height)) for height in (440, 464))
    assert low.page == replace(high.page, signs=1.0)
    assert (high.letters, high.page.signs) == (low.letters, 1.25)
    assert 0.6 * 720 < high.height <= 464


def test_no_word_stands_alone_in_the_middle_of_three():
    figure = ALL["trio_roles-en"][0]
    said = Said(figure.centre, 13, bold=True)
    assert wrap(said.text, even(said, 140), 13, True) == ["Shared: causes", "in the work"]


def test_marks_stand_in_picture_table_and_sentence():
    pairs = next(figure for figure, lang in ALL.values() if figure.kind == "pairs" and lang == "da")
    marked = replace(pairs, marks=(Marks("Mig", "own", (-3, -2, -1, 0, 1, 3)),))
    places = [node.attrib["transform"] for node in drawn(marked).iter() if "data-pair" in node.attrib]
    xs = [float(re.findall(r"[\d.]+", place)[0]) for place in places]
    assert xs == sorted(xs)
    assert xs[3] == 180
    assert [row[-1] for row in as_table(marked, "da").rows] == ["-3", "-2", "-1", "+0", "+1", "+3"]
    line = next(figure for figure, lang in ALL.values() if figure.kind == "line" and lang == "en")
    dots = drawn(replace(line, marks=(Marks("Now", "now", (3, 4, 4)),)), "en")
    assert [node.attrib["data-mark"] for node in dots.iter() if "data-mark" in node.attrib] == ["3", "4", "4"]


@on(upright=UPRIGHT, lying=LYING[0])
def test_a_mark_of_one_s_own_is_unseen_and_stays_inside_at_both_ends(figure, lang, page):
    root, scales = drawn(replace(figure, has_own=True), lang, page=page), own_scales(figure)
    marks = [node.attrib for node in root.iter() if "data-own" in node.attrib]
    assert {int(mark[name]) for mark in marks for name in ("data-x", "data-y")} == set(range(len(scales)))
    _, _, wide, tall = map(float, root.attrib["viewBox"].split())
    for mark in marks:
        assert mark["visibility"] == "hidden"
        for name, most in (("x", wide), ("y", tall)):
            scale = scales[int(mark[f"data-{name}"])]
            for value in (scale.least, scale.most):
                assert 6 < float(mark[f"data-{name}-zero"]) + value * float(mark[f"data-{name}-each"]) < most - 6


@pytest.mark.parametrize("page", [UPRIGHT, LYING[0]], ids=["upright", "lying"])
def test_you_are_here_is_said_in_words_too(page):
    path = next(figure for figure, lang in ALL.values() if figure.kind == "path" and lang == "en")
    here = replace(path, here=1)
    assert "You are here" in [node.text for node in written(drawn(here, "en", page=page))]
    assert f"You are at: {path.boxes[1].label}." in as_sentence(here, "en")


def test_a_road_from_the_centre_ends_at_a_field_also_where_the_rows_are_of_other_lengths():
    figure = Figure("around", tuple(Box(str(at), ("Ord",)) for at in range(5)), "Midten")
    root = parse(draw(figure, title="", lang="da", page=page_for(figure, lang="da", shape=2)))
    fields = [
        (float(one.get("x")), float(one.get("width")), float(one.get("y")))
        for one in root.iter(f"{SVG}rect") if one.get("rx") and float(one.get("width")) and one.get("y")
    ]
    low = max(y for _x, _wide, y in fields)
    centres = {round(x + wide / 2) for x, wide, y in fields if y == low}
    ways = [(round(float(one.get("x1"))), float(one.get("y2"))) for one in root.iter(f"{SVG}line")]
    assert {x for x, end in ways if end > low} == centres


def test_a_long_title_on_the_path_is_no_smaller_than_the_others():
    stops = tuple(Box(one) for one in ("Opstartsworkshop", "Modul 1", "Modul 2", "Modul 3"))
    root = drawn(Figure("path", stops, here=1), page=LYING[0])
    sizes = {one.get("font-size") for one in written(root) if one.text.startswith(("Opstarts", "Modul"))}
    assert len(sizes) == 1
    assert "Opstartsworkshop" in [one.text for one in written(root)]
