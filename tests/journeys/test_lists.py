"""A list as an office has it, from the file to the difference; and a long one says that it is being read."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.core.tables.workbooks import xlsx
from tests.fixtures.served import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ROWS = [
    ["Enhedsnr", "Refererer til", "Enhedsnavn", "Antal ansatte", "Telefon"],
    [9001, None, "Havnevæsenet", 8, "12345678"], [9002, 9001, "Kajen", 7, ""], ["I alt", None, None, 15, ""],
]  # fmt: skip


def test_a_file_is_asked_about_and_a_long_list_says_that_it_is_read(
    demo_server: Server, new_page, axe, tmp_path: Path
) -> None:
    page: Page = new_page("da", 390, 844)
    page.goto(f"{demo_server.url}/demo/")
    page.locator('form[action="/demo/steward"] button').click()
    page.goto(f"{demo_server.url}/organisation/units/table")
    file = tmp_path / "enheder.xlsx"
    file.write_bytes(xlsx({"Forside": [["Til AMR"]], "Enheder": ROWS}))
    page.locator("#id_file").set_input_files(file)
    page.get_by_role("button", name="Se, hvad det ændrer").click()
    expect(page.get_by_role("heading", name="Hvad er hvad?")).to_be_visible()
    axe(page)
    page.get_by_label("Refererer til").select_option("parent")
    page.get_by_role("button", name="Se, hvad det ændrer").first.click()
    expect(page.get_by_text("lægger de andre sammen")).to_be_visible()
    expect(page.get_by_text("Kajen").first).to_be_visible()

    page.goto(f"{demo_server.url}/organisation/units/table")
    told = page.locator("[data-progress]")
    expect(told).to_be_hidden()
    # After the page's own: it is sent nowhere, so that the page stays to be looked at.
    page.evaluate("window.addEventListener('submit', (event) => event.preventDefault())")
    # As it is pasted: key by key it would take the browser minutes.
    page.locator("#id_rows").evaluate("field => { field.value = 'Enhed med et langt navn;8\\n'.repeat(5000) }")
    page.get_by_role("button", name="Se, hvad det ændrer").click()
    expect(told).to_be_visible()
    expect(told.locator("[data-seconds]")).not_to_have_text("0")
