"""Each picture: well-formed, without script, and with the same numbers as its table and its sentence."""

import re

import pytest
from hypothesis import given

from kulturspejl.drawing import grid, spider, whiskers
from kulturspejl.drawing.geometry import point
from kulturspejl.drawing.ink import PAPER as FIXED
from kulturspejl.drawing.numbers import span_on_paper
from kulturspejl.drawing.series import DimensionRow, Series
from kulturspejl.readers.instruments import culture_profile
from tests.drawing.profiles import ALL, DA, DIMENSIONS, LABELS, NOW, PAPER, PREFERRED, team_means
from tests.drawing.reading import SVG, numbers_beside, parse, shape, texts

SAID = {
    "title": "Kulturprofil",
    "description": "Klankultur 21, adhokrati 9, markedskultur 12, hierarki 18 af 60",
}


def draw_all(lang="da", labels=DA, name="Nu", **more):
    said = SAID | {"labels": labels, "total": 10, "lang": lang} | more
    now = Series(name, "now", NOW.values, NOW.low, NOW.high)
    rows = [DimensionRow(name, PAPER, PREFERRED.values)]
    return {
        "web": spider.spider_web([now, PREFERRED], **said),
        "bars": whiskers.bars(now, **said),
        "grid": grid.dimension_grid(rows, **said),
    }


PICTURES = draw_all()
NASTY = '</text><script>alert(1)</script> & "Vest" <b> ]]> \x00\x0b #let x = 1 $y$ \\'


@pytest.mark.parametrize("svg", PICTURES.values(), ids=PICTURES)
def test_it_is_an_image_with_a_name_and_a_description(svg):
    root = parse(svg)
    assert root.tag == f"{SVG}svg"
    assert root.attrib["role"] == "img"
    by_id = {node.attrib["id"]: node.text for node in root.iter() if "id" in node.attrib}
    assert by_id[root.attrib["aria-labelledby"]] == SAID["title"]
    assert by_id[root.attrib["aria-describedby"]] == SAID["description"]


@pytest.mark.parametrize("svg", PICTURES.values(), ids=PICTURES)
def test_it_needs_nothing_from_elsewhere_and_runs_nothing(svg):
    root = parse(svg)
    assert not {node.tag.removeprefix(SVG) for node in root.iter()} & {"script", "style", "image", "use", "a"}
    names = {name for node in root.iter() for name in node.attrib}
    assert not [name for name in names if name.startswith("on") or name in {"style", "href", "src"}]
    assert "url(" not in svg


@pytest.mark.parametrize("svg", PICTURES.values(), ids=PICTURES)
def test_every_colour_follows_the_page_and_has_a_fallback(svg):
    paints = [
        node.attrib[name] for node in parse(svg).iter() for name in ("fill", "stroke") if name in node.attrib
    ]
    assert paints
    assert all(paint == "none" or re.fullmatch(r"var\(--[\w-]+, #[0-9a-f]{6}\)", paint) for paint in paints)


def test_with_fixed_ink_nothing_is_left_to_a_page():
    for svg in draw_all(ink=FIXED).values():
        assert "var(" not in svg


def test_a_name_of_two_lines_stands_neither_on_the_web_nor_on_the_ends_of_its_axes():
    """As on paper, where everyday names have no term."""
    root = parse(spider.spider_web([], **SAID | {"labels": culture_profile().names("da").called, "total": 10}))
    y = {node.text: float(node.attrib["y"]) for node in root.iter(f"{SVG}text")}
    upper, lower = min(y["Vi er der for"], y["Vi prøver"]), min(y["Vi har styr"], y["Vi går"])
    assert y["Fleksibilitet og frihed"] + 12 <= upper
    edges = [float(node.attrib["y"]) + float(node.attrib["height"]) for node in root.iter(f"{SVG}rect")]
    assert max(edges) + 12 <= lower


@pytest.mark.parametrize("lang", ["da", "en"])
def test_no_letter_is_small_on_a_phone(lang):
    """A picture is at least 320 px wide on a phone of 390, and on one of 320 px as wide as the screen."""
    names = culture_profile().names(lang)
    for picture, svg in draw_all(lang, names.called, terms=names.terms).items():
        for node in parse(svg).iter():
            # The ends and the rings of a web are larger on a phone than here.
            if "font-size" in node.attrib and node.attrib.get("class") not in {"ends", "rings"}:
                assert float(node.attrib["font-size"]) >= 13.5, (picture, "".join(node.itertext()))


@pytest.mark.parametrize("picture", PICTURES)
def test_a_nasty_name_is_only_a_name(picture):
    svg = draw_all(labels=dict.fromkeys("ABCD", NASTY), name=NASTY, title=NASTY, description=NASTY)[picture]
    root = parse(svg)
    assert not list(root.iter(f"{SVG}script"))
    shown = NASTY.replace("\x00", "").replace("\x0b", "")
    assert root.findtext(f"{SVG}title") == shown
    assert any(shown in text for text in texts(svg))


def test_keys_keep_the_pictures_of_one_page_apart():
    first, second = (
        spider.spider_web([NOW], labels=DA, total=10, key=key, **SAID) for key in ("team", "leader")
    )
    ids = [set(re.findall(r'id="([^"]+)"', svg)) for svg in (first, second)]
    assert ids[0]
    assert not ids[0] & ids[1]


@given(values=team_means())
@pytest.mark.slow
def test_picture_table_and_sentence_have_the_same_numbers_in_both_languages(values):
    now = Series("Nu", "now", values)
    found = []
    for lang, labels in LABELS.items():
        web = spider.spider_web([now], labels=labels, total=10, lang=lang, **SAID)
        table = spider.as_table([now], labels=labels, total=10, lang=lang)
        sentence = spider.as_sentence(values, labels=labels, total=10, lang=lang)
        found += [
            list(numbers_beside(web).values()),
            list(numbers_beside(whiskers.bars(now, labels=labels, total=10, lang=lang, **SAID)).values()),
            [int(row[1].split()[0]) for row in table.rows],
            [int(number) for number in re.findall(r"\d+(?=,| (?:af|of))", sentence)],
        ]
    assert all(numbers == found[0] for numbers in found)


def test_the_sentence():
    assert spider.as_sentence(PAPER, labels=DA, total=10, lang="da") == SAID["description"]
    short = {"A": "Klan", "B": "Adhokrati", "C": "Marked", "D": "TR-kultur"}
    assert (
        spider.as_sentence(PAPER, labels=short, total=10, lang="en")
        == "Klan 21, adhokrati 9, marked 12, TR-kultur 18 of 60"
    )


def test_the_table_of_the_web_gives_points_as_on_paper():
    table = spider.as_table([NOW, PREFERRED], labels=DA, total=10, lang="da")
    assert table.head == ("Kultur", "Nu", "Ønsket")
    assert table.rows[0] == ("A Klankultur", "21 af 60", "19 af 60")


def test_the_sentence_of_the_bars_gives_the_interval_only_where_there_is_one():
    sentence = whiskers.as_sentence(NOW, labels=DA, total=10, lang="da")
    assert sentence.startswith("Klankultur 21 (15–27), adhokrati 9 (5–13), ")
    assert sentence.endswith(" af 60")
    assert "(" not in whiskers.as_sentence(PREFERRED, labels=DA, total=10, lang="da")


def test_a_range_in_whole_points_holds_what_it_held():
    assert span_on_paper((2.44, 4.61)) == "14–28"
    assert span_on_paper((2.5, 4.5)) == "15–27"
    assert span_on_paper((3.5, 3.5)) == "21"


def test_the_band_lies_between_the_two_profiles():
    svg = parse(spider.spider_web([NOW], labels=DA, total=10, **SAID))
    (band,) = svg.findall(f".//{SVG}path[@data-band]")
    assert band.get("fill-rule") == "evenodd"
    assert band.get("d").count("M") == 2


def test_the_dimensions_have_the_same_numbers_in_picture_table_and_sentence():
    svg = grid.dimension_grid(DIMENSIONS, labels=DA, total=10, **SAID)
    table = grid.as_table(DIMENSIONS, labels=DA, total=10, lang="da")
    drawn = [node.text for node in parse(svg).findall(f".//{SVG}text[@data-letter]")]
    assert drawn == [cell for row in table.rows for cell in row[1:]]
    sentence = grid.as_sentence(DIMENSIONS, labels=DA, total=10, lang="da")
    assert sentence.startswith("Dominerende træk: klankultur 3,5 → 3,2, adhokrati 1,5 → 2,8, ")
    assert sentence.count("→") == len(drawn)


@given(values=team_means())
@pytest.mark.slow
def test_the_shape_stands_where_the_formula_says(values):
    svg = spider.spider_web([Series("Nu", "now", values)], labels=DA, total=10, **SAID)
    root = parse(svg).attrib
    frame = {
        "cx": float(root["data-cx"]),
        "cy": float(root["data-cy"]),
        "radius": float(root["data-radius"]),
        "maximum": float(root["data-max"]),
    }
    wanted = [point(letter, values[letter], **frame) for letter in "ABCD"]
    for found, exact in zip(shape(svg), wanted, strict=True):
        assert found == pytest.approx(exact, abs=0.01)


def test_every_corner_of_every_series_can_be_found():
    root = parse(spider.spider_web(ALL, labels=DA, total=10, interactive=True, **SAID))
    for one in ALL:
        for letter in "ABCD":
            corner = root.find(f".//{SVG}g[@data-series='{one.kind}'][@data-letter='{letter}']")
            assert corner is not None
            assert float(corner.attrib["data-value"]) == one.values[letter]
    handles = root.findall(f".//{SVG}circle[@class='web-handle']")
    assert len(handles) == 4
    assert all(float(handle.attrib["r"]) * 2 >= 44 for handle in handles)


def test_an_interactive_web_holds_all_six_rings_and_hides_those_outside():
    root = parse(spider.spider_web([PREFERRED], labels=DA, total=10, interactive=True, **SAID))
    rings = root.findall(f".//{SVG}polygon[@data-ring]")
    seen = [ring.attrib["visibility"] for ring in rings]
    assert seen == ["visible"] * 4 + ["hidden"] * 2
    assert float(rings[3].attrib["data-ring"]) == pytest.approx(float(root.attrib["data-max"]), abs=1e-5)


def test_the_lines_differ_without_colour():
    root = parse(spider.spider_web(ALL, labels=DA, total=10, **SAID))
    shapes = root.findall(f".//{SVG}polygon[@data-series]")
    assert len({node.get("stroke-dasharray", "solid") for node in shapes}) == len(ALL)
    marker = {one.kind: root.find(f".//{SVG}g[@data-series='{one.kind}']/{SVG}path") for one in ALL}
    assert len({node.attrib["d"] for node in marker.values() if node is not None}) == len(ALL)


@pytest.mark.parametrize(
    ("lang", "up", "right"),
    [("da", "Fleksibilitet og frihed", "Blikket udad"), ("en", "Flexibility and freedom", "Looking outward")],
)
def test_the_ends_of_the_axes_are_named(lang, up, right):
    assert {up, right} <= set(texts(draw_all(lang)["web"]))


def test_a_provider_may_name_the_ends():
    ends = {"up": "Frit", "down": "Fast", "left": "Ind", "right": "Ud"}
    shown = set(texts(spider.spider_web([NOW], labels=DA, total=10, ends=ends, **SAID)))
    assert set(ends.values()) <= shown
    assert "Blikket udad" not in shown
