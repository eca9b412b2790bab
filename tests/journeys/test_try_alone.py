"""The profile alone: nothing leaves the device, and what comes out of it is whole."""

import json
import random
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect
from pypdf import PdfReader

from kulturspejl.core.instruments.allocation.reading import read_person
from tests.content import content
from tests.fixtures.served import Server
from tests.journeys.screens import WISH, give, go_on, kept, seen

pytestmark = pytest.mark.browser
Make = Callable[..., Page]


def fill_all(page: Page) -> None:
    go_on(page)
    for _ in range(6):
        give(page)
        go_on(page)
    give(page, WISH)
    go_on(page)


def saved(page: Page, button: str) -> bytes:
    with page.expect_download() as caught:
        page.get_by_role("button", name=button).click()
    download: Download = caught.value
    return Path(download.path()).read_bytes()


def test_nothing_is_sent_from_first_screen_to_deletion(server: Server, page: Page):
    page.goto(f"{server.url}/try")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.set_offline(True)
    fill_all(page)
    expect(page.locator("[data-own-numbers]")).to_have_text("A = 24 · B = 18 · C = 6 · D = 12 af 60")
    saved(page, "Gem som billede")
    saved(page, "Gem som PDF")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Slet alt herfra").click()
    expect(page.get_by_role("status").first).to_have_text("Slettet. Her ligger ikke noget tilbage.")
    assert kept(page) == {}
    assert [url for url in asked if url.startswith("http")] == []


def test_it_is_there_again_after_a_reload_and_gone_after_deletion(server: Server, page: Page):
    page.goto(f"{server.url}/try")
    fill_all(page)
    page.reload()
    expect(page.locator("[data-own-numbers]")).to_contain_text("B = 18")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Slet alt herfra").click()
    page.reload()
    expect(page.locator("#first")).to_be_visible()
    assert "".join(page.eval_on_selector_all("input[type=number]", "all => all.map(one => one.value)")) == ""


def test_deleting_asks_first(server: Server, page: Page):
    page.goto(f"{server.url}/try")
    fill_all(page)
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Slet alt herfra").click()
    expect(page.locator("#result")).to_be_visible()
    assert kept(page)


def test_the_table_says_what_the_figure_says(server: Server, page: Page):
    page.goto(f"{server.url}/try")
    fill_all(page)
    page.get_by_text("Det samme som tabel").click()
    cells = page.locator("[data-table] td").all_inner_texts()
    assert cells == ["24", "20", "18", "18", "6", "10", "12", "12"]
    assert page.locator("#result svg desc").text_content() is not None
    numbers = page.locator("#result svg [data-number=now]").all_text_contents()
    assert sorted(numbers) == sorted(["24", "18", "6", "12"])


def test_the_pdf_is_one_page_of_a4_with_words_that_can_be_selected(server: Server, page: Page):
    page.goto(f"{server.url}/try")
    fill_all(page)
    reader = PdfReader(BytesIO(saved(page, "Gem som PDF")), strict=True)
    assert len(reader.pages) == 1
    sheet = reader.pages[0]
    assert (round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height))) == (595, 842)
    text = sheet.extract_text()
    for said in (
        "Dit billede af kulturen",
        "Nu: A = 24",
        "Ønsket: A = 20",
        "Vi går\nefter målet\nMarkedskultur",
        "Et spørgsmål at tage med",
        "Competing Values",
    ):
        assert said in text.replace("\xa0", " "), text
    assert reader.trailer["/Root"]["/Lang"] == "da"
    assert (
        reader.trailer["/Root"]["/MarkInfo"]["/Marked"] is True
        or str(reader.trailer["/Root"]["/MarkInfo"]["/Marked"]) == "True"
    )
    assert not sheet.images


def test_the_picture_is_a_png(server: Server, page: Page):
    page.goto(f"{server.url}/try")
    fill_all(page)
    picture = saved(page, "Gem som billede")
    assert picture.startswith(b"\x89PNG")
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert width == 1080
    assert 1200 < height < 2600


@pytest.mark.parametrize(
    ("language", "button", "asks"),
    [
        ("da", "Gem som", "Et spørgsmål at tage med til teamet"),
        ("en", "Save as", "A question to take to the team"),
    ],
)
def test_on_paper_it_is_one_page_with_the_table(
    server: Server, new_page: Make, language: str, button: str, asks: str
):
    page = new_page(language)
    page.goto(f"{server.url}/try")
    fill_all(page)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    reader = PdfReader(BytesIO(page.pdf(format="A4")))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    assert button not in text
    assert asks in text


@pytest.mark.parametrize("language", ["da", pytest.param("en", marks=pytest.mark.sweep)])
def test_every_screen_is_accessible_and_fits_a_narrow_phone(
    server: Server, new_page: Make, axe: Callable[..., None], language: str
):
    page = new_page(language=language, width=320, height=640)

    def look() -> None:
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    page.goto(f"{server.url}/try")
    look()
    go_on(page)
    for _ in range(6):
        look()
        give(page)
        go_on(page)
    look()
    give(page, WISH)
    go_on(page)
    for fold in page.locator("#result details").all():
        fold.locator("summary").click()
    look()


def drawn(chance: random.Random) -> dict[str, int]:
    cuts = sorted(chance.choices(range(61), k=3))
    return dict(zip("ABCD", (b - a for a, b in zip([0, *cuts], [*cuts, 60], strict=True)), strict=True))


def plain(value: float) -> int:
    assert value == int(value)
    return int(value)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_script_reads_a_profile_as_the_house_does(server: Server, new_page: Make, language: str):
    page = new_page(language=language)
    page.goto(f"{server.url}/try")
    chance, texts = random.Random(2026), content().instruments["culture_profile"].reading
    cases = [(drawn(chance), drawn(chance)) for _ in range(60)]
    same = dict.fromkeys("ABCD", 15)
    cases += [
        (same, same),
        (same, cases[0][0]),
        (cases[0][0], cases[0][0]),
        ({"A": 30, "B": 30, "C": 0, "D": 0}, same),
    ]
    read = """async cases => {
        const { read } = await import('/static/shared/reading.js');
        const texts = JSON.parse(document.querySelector('#reading').textContent);
        return cases.map(([now, wish]) => read(now, wish, 60, texts));
    }"""
    for (now, wish), said in zip(cases, json.loads(json.dumps(page.evaluate(read, cases))), strict=True):
        ours = read_person(now, wish, total=10, texts=texts)
        assert said["sentences"] == [getattr(line, language) for line in ours.sentences], (now, wish)
        assert said["question"] == getattr(ours.question, language)


def test_a_screen_says_whose_points_are_meant_in_letters(server: Server, page: Page):
    page.goto(f"{server.url}/try")
    go_on(page)
    labels = seen(page).locator("label").all_inner_texts()
    assert [label[:2] for label in labels] == ["A.", "B.", "C.", "D."]
