"""One's own profile, trait and plan as one file: saved after the day, opened elsewhere, on the device alone."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import desk, go_to, phone_of

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
POINTS = {
    f"now_d{place}_{letter}": points
    for place in range(1, 7)
    for letter, points in zip("ABCD", (4, 1, 2, 3), strict=True)
}
ANSWERS = POINTS | {"wish_A": 20, "wish_B": 20, "wish_C": 10, "wish_D": 10}
FILE = {"format": "kulturspejl-own", "version": 1, "language": "da", "made": "2026-11-23", "notes": []}
HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>\u202eabc 🦊 مرحبا"


def open_file(page: Page, content: object) -> None:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    page.locator("#own-file").set_input_files(
        {"name": "min.json", "mimeType": "application/json", "buffer": raw}
    )


@pytest.fixture
def trying(server: Server, new_page) -> Page:
    """The page for trying alone at some instance; no dialog may come unless a test takes it."""
    page = new_page("da", 390, 844)
    page.goto(f"{server.url}/try")
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    return page


def closed_day(desk: Page, new_page, place: Server) -> Page:
    """A phone whose day is over, with a profile and a plan."""
    phone = phone_of(desk, new_page, place)
    phone.evaluate(
        "a => localStorage.setItem('kulturspejl.alone', JSON.stringify({ answers: a, at: 8 }))", ANSWERS
    )
    phone.get_by_role("link", name="Gå videre").click()
    phone.get_by_label("Hvad skal du have med hjem, for at dagen har været det værd?").fill("At turde spørge")
    phone.get_by_role("button", name="Gem målet").click()
    go_to(desk, "Kulturprofil: alene, to og to, sammen · Hver for sig")
    expect(phone.locator("[data-profile]")).to_contain_text("A = 24")
    go_to(desk, "Tjek-ud · Hver for sig")
    expect(phone.locator("[data-goal-said]")).to_have_text("I morges kom du for: At turde spørge")
    phone.get_by_label("Hvad er dit første lille skridt?").fill("Jeg spørger Aisha; først, på mandag")
    phone.get_by_label("Hvad går du hjem med, som du ikke havde med i morges?").fill("Mod")
    desk.locator("summary", has_text="Slut dagen").click()
    desk.get_by_role("button", name="Slut dagen").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tak for i dag")
    return phone


@pytest.mark.parametrize("language", ["da", pytest.param("en", marks=pytest.mark.sweep)])
def test_the_page_after_the_day_has_what_one_takes_home(
    demo_server: Server, desk: Page, new_page, axe, language
):
    phone = closed_day(desk, new_page, demo_server)
    own = phone.locator("[data-own]")
    expect(own).to_contain_text(
        "A = 24 · B = 6 · C = 12 · D = 18 af 60".replace(" = ", "\u00a0=\u00a0").replace(
            " af 60", "\u00a0af\u00a060"
        )
    )
    expect(own).to_contain_text("Om et år ønsker du dig mere af »Vi prøver noget nyt«")
    expect(phone.get_by_label("Det ene, jeg lover")).to_have_value("Jeg spørger Aisha; først, på mandag")
    expect(own.locator(".chapter:visible").first).to_contain_text("Mod")
    expect(own).to_contain_text("Mit mål for dagen: At turde spørge")
    expect(own.locator(".promises")).to_contain_text("✓ slettet den")
    expect(desk.locator("#says .promises")).to_contain_text("✓ slettet den")
    if language == "en":
        phone.get_by_role("button", name="English").click()
        expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you for today")
        expect(own).to_contain_text("What gets deleted")
    for fold in phone.locator("[data-own] summary").all():
        fold.click()
    axe(phone)
    axe(desk)


def test_the_first_step_goes_into_a_calendar(demo_server: Server, desk: Page, new_page):
    phone = closed_day(desk, new_page, demo_server)
    button = phone.get_by_role("button", name="Læg det i kalenderen")
    expect(button).to_be_disabled()
    phone.get_by_label("Den dag, jeg gør det").fill("2026-12-31")
    phone.get_by_label("Den, der spørger mig").fill("Å" * 80)
    with phone.expect_download() as waited:
        button.click()
    assert waited.value.suggested_filename == "mit-loefte.ics"
    raw = Path(waited.value.path()).read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    lines = raw.decode().replace("\r\n ", "").split("\r\n")
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert r"SUMMARY:Mit løfte: Jeg spørger Aisha\; først\, på mandag" in lines
    assert "DESCRIPTION:Spørger mig: " + "Å" * 80 in lines
    assert re.search(r"\r\nDTSTAMP:\d{8}T\d{6}Z\r\n", raw.decode())


def test_a_file_from_one_instance_is_opened_at_another(
    demo_server: Server, desk: Page, new_page, trying: Page
):
    phone = closed_day(desk, new_page, demo_server)
    phone.get_by_label("Det træk, jeg vil arbejde med").fill("At spørge")
    with phone.expect_download() as waited:
        phone.get_by_role("button", name="Gem filen").click()
    raw = Path(waited.value.path()).read_bytes()
    file = json.loads(raw)
    assert (file["format"], file["version"], file["trait"]) == ("kulturspejl-own", 1, "At spørge")
    assert file["goal"] == "At turde spørge"
    assert file["profile"] == {"points": 10, "answers": ANSWERS}
    assert "spørger" in raw.decode(), "words can be read"
    assert "Mette" not in raw.decode(), "not even one's own name is in it"
    asked: list[str] = []
    trying.on("request", lambda request: asked.append(request.url))
    open_file(trying, raw)
    expect(trying.get_by_role("heading", level=1).locator("visible=true")).to_have_text(
        "Dit billede af kulturen"
    )
    expect(trying.locator("#result [data-own-numbers]")).to_contain_text("24")
    trying.reload()
    assert trying.evaluate("JSON.parse(localStorage.getItem('kulturspejl.taken')).trait") == "At spørge"
    assert [
        url for url in asked if not url.endswith(("/try", ".js", ".css")) and not url.startswith("data:")
    ] == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "ikke en fil fra Kulturspejl"),
        (b"\xff\xfe\x00{", "ikke en fil fra Kulturspejl"),
        (b"[" * 60_000, "ikke en fil fra Kulturspejl"),
        (b"null", "ikke en fil fra Kulturspejl"),
        ({"format": "andet", "version": 1}, "ikke en fil fra Kulturspejl"),
        (FILE | {"version": "1"}, "ikke en fil fra Kulturspejl"),
        (FILE | {"version": 2}, "nyere Kulturspejl"),
        (FILE | {"trait": "x" * 100_000}, "for stor"),
        (FILE | {"profile": {"points": 10, "answers": ANSWERS | {"now_d1_A": 5}}}, "passer ikke sammen"),
        (FILE | {"profile": {"points": 10, "answers": ANSWERS | {"now_d1_A": -1, "now_d1_B": 6}}}, "passer ikke"),
        (FILE | {"profile": {"points": 10, "answers": dict.fromkeys(ANSWERS, "<b>")}}, "passer ikke sammen"),
        (FILE | {"profile": None}, "passer ikke sammen"),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_refused_with_a_sentence_and_changes_nothing(trying: Page, content, said):
    open_file(trying, content)
    expect(trying.locator("[data-file-told]")).to_contain_text(said)
    assert trying.evaluate("Object.keys(localStorage).length") == 0


def test_what_is_hostile_is_shown_as_text_and_cut(trying: Page, axe):
    notes = [{"asked": HOSTILE, "wrote": HOSTILE * 3, "__proto__": {"x": 1}}, "no note", None, {"wrote": 7}]
    file = FILE | {
        "trait": HOSTILE,
        "first_step": ["a"],
        "goal": "g" * 5000,
        "day": "2026-99-99",
        "partner": {},
        "notes": notes,
    }
    open_file(trying, file)
    expect(trying.locator("[data-file-told]")).to_contain_text("Filen er åbnet")
    kept = trying.locator("[data-taken-list]")
    expect(kept).to_contain_text("<img src=x onerror=alert(1)><script>alert(2)</script>abc 🦊 مرحبا")
    assert trying.locator("[data-taken] img, [data-taken] script").count() == 0
    assert kept.locator("dt").count() == 3
    assert len(kept.locator("dd").nth(0).inner_text()) == 300
    assert trying.evaluate("document.documentElement.scrollWidth <= innerWidth")
    axe(trying)
    trying.get_by_role("button", name="Slet det herfra").click()
    expect(trying.locator("[data-taken]")).to_be_hidden()
    assert trying.evaluate("localStorage.getItem('kulturspejl.taken')") is None


def test_other_numbers_are_not_replaced_unasked(server: Server, new_page):
    page = new_page("da", 390, 844)
    page.goto(f"{server.url}/try")
    other = ANSWERS | {"now_d1_A": 3, "now_d1_B": 2}
    page.evaluate(
        "a => localStorage.setItem('kulturspejl.alone', JSON.stringify({ answers: a, at: 0 }))", other
    )
    page.reload()
    page.once("dialog", lambda dialog: dialog.dismiss())
    open_file(page, FILE | {"profile": {"points": 10, "answers": ANSWERS}})
    page.wait_for_timeout(300)
    assert page.evaluate("JSON.parse(localStorage.getItem('kulturspejl.alone')).answers.now_d1_A") == 3
    page.once("dialog", lambda dialog: dialog.accept())
    open_file(page, FILE | {"profile": {"points": 10, "answers": ANSWERS}})
    expect(page.locator("#result")).to_be_visible()
    assert page.evaluate("JSON.parse(localStorage.getItem('kulturspejl.alone')).answers.now_d1_A") == 4


def test_what_somebody_wrote_for_themselves_is_deleted_here_and_in_the_copy(
    demo_server: Server, desk: Page, new_page
):
    phone = closed_day(desk, new_page, demo_server)
    phone.wait_for_timeout(3500)
    phone.once("dialog", lambda dialog: dialog.accept())
    with phone.expect_response(lambda reply: reply.request.method == "DELETE") as waited:
        phone.get_by_role("button", name="Slet det, jeg skrev til mig selv").click()
    assert waited.value.status == 204
    expect(phone.get_by_text("Slettet. Der er intet tilbage af det.")).to_be_visible()
    expect(phone.get_by_label("Det ene, jeg lover")).to_have_value("")
    phone.reload()
    expect(phone.get_by_label("Det ene, jeg lover")).to_have_value("")
    phone.wait_for_timeout(3500)
    address = phone.url.rstrip("/") + "/sealed"
    assert phone.evaluate(f"fetch('{address}').then((reply) => reply.json())") == {"sealed": "", "mark": ""}
