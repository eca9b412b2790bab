"""An answer without a name, in a real browser: what is sent where, and what the phone sends along."""

import json
import re

import pytest
from playwright.sync_api import Page, Request, expect

from tests.fixtures.served import Server
from tests.journeys.in_the_room import code_of, desk, go_to, phone_of

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
SENT = re.compile(r"/(without-a-name/|room/[^/]+/voucher$)")


def sent_by(phone: Page) -> list[Request]:
    """What the phone sends from now on, of vouchers and of answers without a name."""
    found: list[Request] = []
    phone.on("request", lambda one: found.append(one) if SENT.search(one.url) else None)
    return found


def test_key_and_answer_go_in_two_requests_that_have_nothing_in_common(demo_server: Server, desk: Page, new_page):
    phone = phone_of(desk, new_page, demo_server)
    phone.get_by_role("link", name="Gå videre").click()
    sent = sent_by(phone)
    go_to(desk, "Evaluering · Hver for sig")
    form = phone.locator("form[data-part$='/scales']")
    form.locator("label", has_text="4").first.click()
    phone.get_by_role("button", name="Send mit svar").click()
    expect(form.locator(".sent-line")).to_contain_text("Sendt.")
    form.locator("label", has_text="5").first.click()
    with phone.expect_response(re.compile("/without-a-name/")) as again:
        phone.get_by_role("button", name="Send mit svar").click()
    assert again.value.status == 201
    mine = [one for one in sent if "scales" in str(one.post_data)]
    bought = [one for one in mine if one.url.endswith("/voucher")]
    handed = [one for one in mine if "/without-a-name/" in one.url]
    assert (len(bought), len(handed)) == (1, 2), "one voucher, and the answer changed with it"
    assert "kulturspejl_room=" in bought[0].all_headers()["cookie"]
    assert set(json.loads(bought[0].post_data or "")) == {"part", "secret"}
    for one in handed:
        assert "cookie" not in one.all_headers()
        letter = json.loads(one.post_data or "")
        assert set(letter) == {"id", "part", "values", "voucher"}
        secret = json.loads(bought[0].post_data or "")["secret"]
        assert secret not in (one.post_data or "")


def test_everybody_fetches_a_voucher_soon_whether_they_answer_or_not(demo_server: Server, desk: Page, new_page):
    phone = phone_of(desk, new_page, demo_server)
    phone.get_by_role("link", name="Gå videre").click()
    with phone.expect_response(re.compile(r"/room/[^/]+/voucher$")) as fetched:
        go_to(desk, "Evaluering · Hver for sig")
    assert fetched.value.status == 200
    assert phone.locator(".sent-line:visible").count() == 0


def test_without_javascript_it_is_said_what_is_different_and_the_answer_is_taken(
    demo_server: Server, desk: Page, new_page
):
    code = code_of(desk)
    phone = new_page("da", 390, 844, java_script_enabled=False)
    phone.goto(f"{demo_server.url}/room/{code}")
    phone.get_by_label("Hvad vil du kaldes i dag?").fill("Mette")
    phone.get_by_role("button", name="Kom ind").click()
    go_to(desk, "Evaluering · Hver for sig")
    for chosen in ("4", "5"):
        phone.goto(f"{demo_server.url}/room/{code}")
        form = phone.locator("form[data-part$='/scales']")
        expect(form.get_by_text("i samme forsendelse")).to_be_visible()
        form.locator("label", has_text=chosen).first.click()
        form.get_by_role("button", name="Send").click()
        expect(phone.get_by_role("heading", level=1)).to_contain_text("Evaluering")
        assert phone.url == f"{demo_server.url}/room/{code}"
