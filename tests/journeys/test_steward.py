"""Administrator and HR in a real browser, on the demo: every page for everybody, and a round over a branch."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.served import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STEWARD_S = (
    "/organisation", "/organisation/settings", "/organisation/changes", "/organisation/rounds",
    "/organisation/units/new", "/organisation/units/table", "/people", "/pictures", "/home", "/account/2fa/",
)  # fmt: skip
EVERYBODY_S = ("/demo/", "/demo/mails", "/account/login/")


def be(page: Page, server: Server, key: str) -> None:
    """Step into a role."""
    page.goto(f"{server.url}/demo/")
    with page.expect_navigation():
        page.locator(f'form[action="/demo/{key}"] button').click()


def is_for_everybody(page: Page, axe: Callable[..., None]) -> None:
    axe(page)
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, f"{page.url} is {wider} px wider than the screen"


@pytest.mark.parametrize(
    ("language", "width"),
    [
        ("da", 360),
        ("en", 1280),
        pytest.param("da", 1280, marks=pytest.mark.sweep),
        pytest.param("en", 360, marks=pytest.mark.sweep),
    ],
)
def test_every_page_is_for_everybody(
    demo_server: Server, new_page: Callable[..., Page], axe: Callable[..., None], language: str, width: int
) -> None:
    page = new_page(language=language, width=width)
    for path in EVERYBODY_S:
        page.goto(demo_server.url + path)
        is_for_everybody(page, axe)
    be(page, demo_server, "steward")
    for path in STEWARD_S:
        assert page.goto(demo_server.url + path).status == 200  # type: ignore[union-attr]
        is_for_everybody(page, axe)
    change = page.goto(f"{demo_server.url}/organisation") and page.locator("a[href*='/organisation/units/']")
    page.goto(demo_server.url + str(change.nth(2).get_attribute("href")))
    is_for_everybody(page, axe)


def test_a_round_over_a_branch_and_the_bell_that_tells_of_its_end(
    demo_server: Server, new_page: Callable[..., Page], axe: Callable[..., None]
) -> None:
    page = new_page()
    be(page, demo_server, "steward")
    page.goto(f"{demo_server.url}/organisation")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Kultur og Service", exact=True))
    row.get_by_role("link", name="Ny måling").click()
    page.get_by_label("Mailadresser").fill("Museet;ida@fjordby.example\nMusæet;bo@fjordby.example")
    look = page.get_by_role("button", name="Se efter, før du sender")
    look.click()
    expect(page.get_by_text("Ingen enhed i grenen hedder »Musæet«")).to_be_visible()
    page.evaluate("addEventListener('taken', () => { document.body.dataset.taken = ''; })")
    is_for_everybody(page, axe)
    page.get_by_label("Mailadresser").fill("Museet;ida@fjordby.example\nMuseet;bo@fjordby.example")
    look.click()
    expect(page.get_by_text("43 personer bliver spurgt i 5 enheder.")).to_be_visible()
    expect(page.locator("body[data-taken]")).to_be_visible()  # Then a field that finds begins anew (test_finding).
    is_for_everybody(page, axe)
    page.get_by_role("button", name="Send til AMR og TR").click()
    expect(page.get_by_role("heading", name="Måling i Kultur og Service")).to_be_visible()
    expect(page.get_by_text("Der er ikke sendt noget endnu.", exact=True)).to_be_visible()

    other = page.context.new_page()
    other.goto(page.url)
    with other.expect_request("**/bell"):
        other.reload()
    page.get_by_text("Annullér målingen").first.click()
    page.get_by_role("button", name="Annullér").click()
    expect(other.get_by_text("Målingen blev annulleret.")).to_be_visible()


def test_the_narrowest_phone_with_the_largest_letters_needs_no_scrolling_sideways(
    demo_server: Server, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=320, height=640)
    be(page, demo_server, "leader")
    links = [str(one.get_attribute("href")) for one in page.locator("main a[href^='/']").all()]
    result = next(one for one in links if one.startswith("/results/"))
    plan = next(one for one in links if one.endswith("/plan"))
    page.goto(demo_server.url + result)
    assert page.locator(".head").evaluate("(head) => head.offsetHeight") < 60, "one row, signed in and on a result"
    for path in (
        "/home", result, plan, plan.replace("/plan", "/status"), plan.replace("/units/", "/rounds/new/")[:-5],
        "/traits/new", "/models", "/try/trait_pairs", "/try/demands_resources",
    ):  # fmt: skip
        assert page.goto(demo_server.url + path).status == 200  # type: ignore[union-attr]
        page.evaluate("document.documentElement.style.fontSize = '225%'")  # 112.5 in base.css: twice that.
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, f"{path} is {wider} px wider than the screen"


def test_hr_opens_a_wide_picture(
    demo_server: Server, new_page: Callable[..., Page], axe: Callable[..., None]
) -> None:
    page = new_page()
    be(page, demo_server, "hr")
    page.goto(f"{demo_server.url}/pictures")
    page.get_by_role("link", name="Sundhed og Ældre").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sundhed og Ældre")
    expect(page.locator("svg[role=img]").first).to_be_visible()
    is_for_everybody(page, axe)
