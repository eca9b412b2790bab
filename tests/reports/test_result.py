"""The result on A4: tagged, with every fact in its text, and nobody's name read as a command."""

import io
import re
from dataclasses import replace
from datetime import date

import pypdf
import pytest

from kulturspejl.core.disclosure.policy import OFF
from kulturspejl.core.instruments.allocation.names import CultureNames
from kulturspejl.core.instruments.allocation.withhold import without_spread
from kulturspejl.reports import result_pdf
from kulturspejl.reports.result import result_facts
from tests.content import content
from tests.reports.releases import DIMENSIONS, NAMES, numbers, picture, release

CLOSED = date(2026, 11, 23)
EVIL = '#panic("x") *fed* <b> & $x^2$ // [ ] \\ `kode` @ref #import "/etc/passwd" ]]> \x00 _Nord_'


def make(lang="da", found=None, unit="u1", **more):
    words = {"names": NAMES[lang], "dimensions": DIMENSIONS[lang], "lang": lang, "closed_on": CLOSED} | more
    return result_pdf(found or release(), unit, **words)


def read(pdf):
    return pypdf.PdfReader(io.BytesIO(pdf))


def text_of(pdf):
    """The text with spaces as one, so that line breaks do not matter."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in read(pdf).pages))


@pytest.fixture(scope="module")
def danish():
    return make()


@pytest.fixture(scope="module")
def danish_text(danish):
    return text_of(danish)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_it_is_tagged_and_named_in_its_language(lang):
    reader = read(make(lang))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == lang
    name = {"da": "Kulturprofil", "en": "Culture profile"}[lang]
    assert reader.metadata.title == f"{name}: Hjemmepleje Nord"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert all(float(page.mediabox.width) == pytest.approx(595.28, abs=0.1) for page in reader.pages)


def structure(node, found):
    """Every tag of the structure tree, with its alternative text."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            structure(child, found)
    elif isinstance(node, dict):
        if "/S" in node:
            found.append((node["/S"], node.get("/Alt")))
        if "/K" in node:
            structure(node["/K"], found)
    return found


def test_those_who_listen_get_headings_tables_and_pictures_in_words(danish):
    tags = structure(read(danish).trailer["/Root"]["/StructTreeRoot"]["/K"], [])
    names = [name for name, _ in tags]
    assert names.count("/H1") == 1
    assert names.index("/H1") < names.index("/H2")
    assert names.count("/Table") == 3
    assert "/TH" in names
    pictures = [alt for name, alt in tags if name == "/Figure"]
    assert len(pictures) == 3
    assert "Nu: Klankultur 21, adhokrati 9, markedskultur 12, hierarki 18 af 60." in pictures[0]


@pytest.mark.slow
def test_the_facts_stand_in_its_text(danish_text):
    for fact in (
        "Hjemmepleje Nord",
        "Lukket 23. november 2026",
        "A = 21 · B = 9 · C = 12 · D = 18 af 60",
        "Klankultur fylder mest: 21 af 60.",
        "Hvornår så I sidst noget nyt lykkes?",
        "21 af 60",
        "8 af 10 svarede.",
        "De andre enheder her tilsammen, 9 svar: A = 21",
        "A Klankultur: What A means.",
        "4 lavet, 3 brugt",
        "n = 8 af N = 10",
        "Vises fra 5 svar",
        "Kulturprofil (culture_profile 1)",
        "Udsagnene er skrevet til dette værktøj.",
        "ikke en karakter til nogen",
    ):
        assert fact in danish_text, fact


def figures(text):
    """Every number, Danish or English, without dates and page numbers."""
    text = re.sub(r"\d+\.? (november|November) \d+|(Side|Page) \d (af|of) \d", "", text)
    return re.findall(r"\d+(?:\.\d+)?", re.sub(r"(\d),(\d)", r"\1.\2", text))


@pytest.mark.slow
def test_danish_and_english_give_the_same_numbers_in_the_same_order(danish_text):
    assert figures(danish_text) == figures(text_of(make("en")))


def test_picture_line_and_table_agree():
    facts = result_facts(release(), "u1", names=NAMES["en"], dimensions=DIMENSIONS["en"], lang="en")
    beside = dict(re.findall(r'data-number="now" data-letter="(\w)"[^>]*>(\d+)<', facts["web"]["svg"]))
    line = dict(re.findall(r"(\w) = (\d+)", facts["line"]))
    table = {row[0][0]: row[1].split()[0] for row in facts["table"]["rows"]}
    assert beside == line == table == {"A": "21", "B": "9", "C": "12", "D": "18"}


def test_the_same_facts_give_the_same_bytes(danish):
    assert make() == danish


def test_at_most_three_sentences():
    found = release()
    reading = found.units["u1"].reading
    many = replace(found.units["u1"], reading=replace(reading, sentences=reading.sentences * 2))
    facts = result_facts(
        replace(found, units={"u1": many}), "u1", names=NAMES["en"], dimensions=DIMENSIONS["en"], lang="en"
    )
    assert len(facts["sentences"]) == 3


def test_a_hidden_unit_has_the_reason_and_the_conversation_and_no_number_of_its_own():
    text = text_of(make(unit="u2", guide=["Hvad er I stolte af?"]))
    assert "Færre end 5 svarede" in text
    assert "Hvad er I stolte af?" in text
    assert not re.search(r"A = \d|n = \d", text)


@pytest.mark.slow
def test_the_leaders_own_lines_are_shown_when_given(danish_text):
    guess = ("guess", {"A": 3.0, "B": 2.5, "C": 2.5, "D": 2.0})
    assert "Lederens gæt" not in danish_text
    assert "18 af 60" in text_of(make(lines=[guess]))
    own = ("own", {"A": 2.0, "B": 2.5, "C": 2.5, "D": 3.0})
    assert len(pypdf.PdfReader(io.BytesIO(make(lines=[own, guess]))).pages) == 2


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_first_page_is_one_page_with_the_longest_words_that_there_are(lang):
    """With the words of the real instrument it was one page and the last lines of its foot, alone on a second."""
    names = content().instruments["culture_profile"].names(lang)
    unit = "Rehabiliteringscenter for sundhed, socialpsykiatri og hjerneskade, Nordre Fasanvej"
    found = replace(release(), units={"u1": replace(picture(), name=unit)})
    own, guess = (("own", dict.fromkeys("ABCD", 2.5)), ("guess", {"A": 3.0, "B": 2.5, "C": 2.5, "D": 2.0}))
    for lines in ([], [guess], [own, guess]):
        made = result_pdf(found, "u1", names=names, dimensions=DIMENSIONS[lang], lang=lang, lines=lines)
        assert len(pypdf.PdfReader(io.BytesIO(made)).pages) == 2, lines


@pytest.mark.slow
def test_where_no_spread_is_told_the_report_says_so_and_draws_no_range():
    bare = without_spread(numbers())
    found = replace(release(), units={"u1": replace(picture(), numbers=bare)})
    facts = result_facts(found, "u1", names=NAMES["da"], dimensions=DIMENSIONS["da"], lang="da")
    assert any("viser vi ikke her" in one for one in facts["sure"]["sentences"])
    assert facts["sure"]["title"] == "Hvor sikkert er det?"
    assert facts["sure"]["bars"]["alt"].startswith("De fire kulturer. Klankultur 21, adhokrati 9")
    assert {name for name, _ in facts["recipe"]["rows"]}.isdisjoint({"Spænd", "Lodtrækning", "Mindste afstand"})
    text = text_of(make(found=found))
    assert "en anden dag" not in text
    assert "A = 21 · B = 9" in text


def test_the_floor_stands_in_the_recipe():
    found = replace(release(), recipe={"least_sd": "0.7"})
    facts = result_facts(found, "u1", names=NAMES["en"], dimensions=DIMENSIONS["en"], lang="en")
    said = dict(facts["recipe"]["rows"])["Least distance"]
    assert "closer together than 0.7 points of 10" in said
    without = result_facts(release(), "u1", names=NAMES["en"], dimensions=DIMENSIONS["en"], lang="en")
    assert "Least distance" not in dict(without["recipe"]["rows"])


def test_what_the_policy_withheld_is_left_out():
    found = numbers()
    nothing = {"t": None, "shown": None, "finite": None, "bounds": None}
    bare = replace(
        found,
        now={letter: replace(one, **nothing) for letter, one in found.now.items()},
        type={},
        agreement={},
        dimensions={},
        smallest_visible_gap=None,
    )
    text = text_of(make(found=replace(release(), units={"u1": replace(picture(), numbers=bare)})))
    assert "A = 21 · B = 9" in text
    assert "De seks dimensioner" not in text
    assert "ud af 100" not in text


def test_how_alike_it_is_seen_stands_on_the_first_page():
    alike = replace(release(), units={"u1": replace(picture(), agreement="alike")})
    words = {"names": NAMES["da"], "dimensions": DIMENSIONS["da"], "lang": "da"}
    assert result_facts(alike, "u1", **words)["agreement"] == "I ser det nogenlunde ens."


@pytest.mark.slow
def test_a_file_without_control_says_so():
    assert "uden beskyttelse af små grupper" in text_of(make(found=replace(release(), policy_version=OFF)))


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.slow
def test_names_are_never_read_as_commands(lang):
    found = release(name=EVIL, credit=EVIL)
    evil = dict.fromkeys("ABCD", EVIL)
    pdf = make(lang, found, names=CultureNames(evil, evil, evil, evil), dimensions=[EVIL] * 6)
    text = text_of(pdf)
    assert b"pdfuaid" in read(pdf).trailer["/Root"]["/Metadata"].get_data()
    assert '#panic("x") *fed* <b> & $x^2$ // [ ] \\ `kode` @ref #import' in text


@pytest.mark.parametrize("name", ["Køkken 🍲", "Ældrepleje 日本", "‏عربى", "a\u0301́ Ø"])
@pytest.mark.slow
def test_a_name_in_any_script_still_gives_a_report(name):
    reader = read(make(found=release(name=name)))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_another_unit_than_the_releases_is_refused():
    with pytest.raises(KeyError):
        make(unit="u9")
