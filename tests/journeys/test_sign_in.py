"""From an empty instance to an administrator who logs in: by a code by mail, by password and app, by a passkey."""

import base64
import hashlib
import hmac
import re
import time
from collections.abc import Callable, Iterator

import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import Page, expect

from tests.fixtures.mail import MailServer
from tests.fixtures.ports import free_port
from tests.fixtures.served import Server, finish

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ADDRESS = "sanne@havnby.test"
PASSWORD = "fire ord der ikke hører sammen"


@pytest.fixture(scope="module")
def post_office() -> Iterator[MailServer]:
    made = MailServer("127.0.0.1", free_port())
    controller = Controller(made, hostname=made.host, port=made.port)
    controller.start()
    yield made
    controller.stop()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, post_office: MailServer) -> Iterator[Server]:
    made = Server(tmp_path_factory.mktemp("instance"), post_office.environment).start()
    yield made
    finish([made])


@pytest.fixture
def address(place: Server) -> str:
    """By name: browsers give no passkeys to numbers."""
    return f"http://localhost:{place.port}"


def go(page: Page, press: str, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role(press, name=name, exact=True).click()  # type: ignore[arg-type]


def log_out(page: Page) -> None:
    go(page, "button", "Log ud")


def code_from(post_office: MailServer, before: int) -> str:
    # Letters about a change may come in between.
    for count in range(before + 1, before + 9):
        letter = post_office.wait_for(count)[count - 1]
        if letter.message["subject"] == "Din kode til Kulturspejl":
            break
    assert letter.receivers == [ADDRESS]
    found = re.search(r"^\s+([A-Z0-9-]{6,12})\s*$", letter.text, re.MULTILINE)
    assert found, letter.text
    return found[1]


CODES_A_MINUTE, A_MINUTE = 3, 61.0
ASKED: list[float] = []
"""When codes were asked for: an address is sent so many a minute, and a quick machine asks for more."""


def wait_for_a_code_to_be_sent() -> None:
    """Until one more is sent to the address."""
    if len(ASKED) >= CODES_A_MINUTE:
        time.sleep(max(0.0, ASKED[-CODES_A_MINUTE] + A_MINUTE - time.monotonic()))
    ASKED.append(time.monotonic())


def log_in_by_mail(page: Page, address: str, post_office: MailServer, *, slip: bool = False) -> None:
    wait_for_a_code_to_be_sent()
    before = len(post_office.letters)
    page.goto(f"{address}/account/login/")
    page.get_by_label("Din mailadresse på arbejdet").fill(ADDRESS)
    go(page, "button", "Send mig en kode")
    code = code_from(post_office, before)
    if slip:
        page.get_by_label("Koden fra mailen").fill("WRNG-CODE")
        go(page, "button", "Log ind")
        expect(page.get_by_text("Forkert kode.")).to_be_visible()
        page.goto(f"{address}/organisation")
        expect(page.get_by_role("heading", name="Se i din mail")).to_be_visible()
    page.get_by_label("Koden fra mailen").fill(code.lower())
    go(page, "button", "Log ind")


def look_again(page: Page, post_office: MailServer, axe: Callable[..., None]) -> None:
    """Asked once more who one is, by a code in the mail."""
    expect(page.get_by_role("heading", name="Er det dig?")).to_be_visible()
    axe(page)
    wait_for_a_code_to_be_sent()
    before = len(post_office.letters)
    go(page, "button", "Send mig en kode")
    axe(page)
    page.get_by_label("Koden fra mailen").fill(code_from(post_office, before))
    go(page, "button", "Gå videre")


def test_an_empty_instance_is_begun_by_whoever_has_the_code_from_the_terminal(
    place: Server, address: str, new_page: Callable[..., Page], axe: Callable[..., None]
) -> None:
    page = new_page()
    link = re.search(r"/start\?code=\S+", place.log())
    assert link
    page.goto(f"{address}/start")
    axe(page)
    page.get_by_label("Hvad hedder organisationen?").fill("Havnby Kommune")
    page.get_by_label("Dit navn").fill("Sanne Skov")
    page.get_by_label("Din mailadresse på arbejdet").fill(ADDRESS)
    page.get_by_label("Koden fra terminalen").fill("gættet")
    go(page, "button", "Opret organisationen")
    expect(page.get_by_text("Det er ikke koden.")).to_be_visible()
    expect(page.get_by_label("Dit navn")).to_have_value("Sanne Skov")
    axe(page)
    page.goto(address + link[0])
    page.get_by_label("Hvad hedder organisationen?").fill("Havnby Kommune")
    page.get_by_label("Dit navn").fill("Sanne Skov")
    page.get_by_label("Din mailadresse på arbejdet").fill(ADDRESS)
    go(page, "button", "Opret organisationen")
    expect(page.get_by_role("heading", name="Havnby Kommune")).to_be_visible()
    expect(page.get_by_role("link", name="Gør det nu")).to_be_visible()
    axe(page)
    stranger = new_page()
    assert stranger.goto(address + link[0]).status == 404  # type: ignore[union-attr]
    assert not (place.var / "start_code").exists()


def test_a_code_by_mail_logs_in_a_wrong_one_does_not_and_a_stranger_s_address_gets_none(
    address: str, post_office: MailServer, new_page: Callable[..., Page], axe: Callable[..., None]
) -> None:
    page = new_page()
    page.goto(f"{address}/account/login/")
    axe(page)
    page.get_by_label("Din mailadresse på arbejdet").fill("stranger@havnby.test")
    before = len(post_office.letters)
    go(page, "button", "Send mig en kode")
    expect(page.get_by_role("heading", name="Se i din mail")).to_be_visible()
    axe(page)
    go(page, "button", "Brug en anden adresse")
    log_in_by_mail(page, address, post_office, slip=True)
    expect(page.get_by_role("heading", name="Hej Sanne Skov")).to_be_visible()
    assert [letter.receivers for letter in post_office.letters[before:]] == [[ADDRESS]]
    letter = post_office.letters[-1]
    assert letter.message["subject"] == "Din kode til Kulturspejl"
    assert "Giv den aldrig til andre" in letter.text


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_pages_of_logging_in_can_be_used_by_everybody(
    address: str, new_page: Callable[..., Page], axe: Callable[..., None], language: str
) -> None:
    page = new_page(language=language)
    for path in ("login/", "login/code/", "login/code/confirm/", "logout/", "password/reset/", "signup/"):
        page.goto(f"{address}/account/{path}")
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_passkey_is_added_and_logs_in_alone(
    address: str, post_office: MailServer, new_page: Callable[..., Page], axe: Callable[..., None]
) -> None:
    page = new_page()
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    ways = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
            "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
    device.send("WebAuthn.addVirtualAuthenticator", {"options": ways})
    log_in_by_mail(page, address, post_office)
    page.goto(f"{address}/account/2fa/")
    axe(page)
    go(page, "link", "Tilføj en adgangsnøgle")
    look_again(page, post_office, axe)
    axe(page)
    page.get_by_label("Hvad skal vi kalde den?").fill("Min telefon")
    go(page, "button", "Tilføj en adgangsnøgle")
    expect(page.get_by_text("Adgangsnøglen er tilføjet.")).to_be_visible()
    axe(page)
    log_out(page)
    page.goto(f"{address}/account/login/?next=/organisation")
    go(page, "button", "Brug en adgangsnøgle")
    expect(page.get_by_role("heading", name="Havnby Kommune")).to_be_visible()
    expect(page.get_by_role("link", name="Gør det nu")).to_have_count(0)
    page.goto(f"{address}/account/2fa/webauthn/")
    axe(page)
    go(page, "link", "Fjern Min telefon")
    expect(page.get_by_role("heading", name="Er det dig?")).to_be_visible()
    axe(page)
    go(page, "link", "Brug en adgangsnøgle")
    axe(page)
    go(page, "button", "Brug en adgangsnøgle")
    expect(page.get_by_role("heading", name="Fjern adgangsnøglen")).to_be_visible()
    axe(page)
    go(page, "button", "Fjern")
    expect(page.get_by_text("Adgangsnøglen er fjernet.")).to_be_visible()


def app_code(secret: str, moment: float) -> str:
    """What an app for codes shows (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, int(moment // 30).to_bytes(8, "big"), hashlib.sha1)
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


def test_a_password_goes_with_an_app_and_not_without(
    address: str, post_office: MailServer, new_page: Callable[..., Page], axe: Callable[..., None]
) -> None:
    page = new_page()
    log_in_by_mail(page, address, post_office)
    page.goto(f"{address}/account/password/set/")
    look_again(page, post_office, axe)
    axe(page)
    page.get_by_label("Ny adgangskode").fill(PASSWORD)
    page.get_by_label("Den samme igen").fill(PASSWORD)
    go(page, "button", "Gem adgangskoden")
    other = new_page()
    with_password(other, address)
    expect(other.get_by_text("En adgangskode virker kun sammen med en app til koder.")).to_be_visible()
    axe(other)
    page.goto(f"{address}/account/2fa/totp/activate/")
    if page.get_by_role("heading", name="Er det dig?").is_visible():
        axe(page)
        page.get_by_label("Adgangskode").fill(PASSWORD)
        go(page, "button", "Gå videre")
    axe(page)
    secret = page.locator("code").inner_text()
    used = time.time() // 30
    page.get_by_label("Kode", exact=True).fill(app_code(secret, used * 30))
    go(page, "button", "Tilknyt")
    expect(page.get_by_text("Appen er tilknyttet.")).to_be_visible()
    axe(page)
    log_out(page)
    with_password(page, address)
    expect(page.get_by_role("heading", name="Koden fra din app")).to_be_visible()
    axe(page)
    # A code works once, so the next one is needed; it is taken a little early.
    page.get_by_label("Kode", exact=True).fill(app_code(secret, (used + 1) * 30))
    go(page, "button", "Log ind")
    expect(page.get_by_role("heading", name="Hej Sanne Skov")).to_be_visible()


def with_password(page: Page, address: str) -> None:
    page.goto(f"{address}/account/login/")
    page.get_by_text("Med adgangskode og app").click()
    page.get_by_label("Mailadresse", exact=True).fill(ADDRESS)
    page.get_by_label("Adgangskode", exact=True).fill(PASSWORD)
    go(page, "button", "Gå videre")


def test_the_owner_is_told_of_each_change_and_the_pages_of_the_account_can_be_used_by_everybody(
    place: Server, address: str, post_office: MailServer, new_page: Callable[..., Page], axe: Callable[..., None]
) -> None:
    for what in ("nøgle blev tilføjet", "nøgle blev fjernet", "valgt en adgangskode", "app til koder blev"):
        post_office.wait_for_words(what)
    link = re.search(r"/account/link/\S+", place.command("admin", "link", ADDRESS).stdout)
    assert link
    place.command("forget-factors", ADDRESS)
    # One sign-in for both sizes: an address is sent three codes a minute.
    page = new_page()
    log_in_by_mail(page, address, post_office)
    for width, height in ((390, 844), (1366, 768)):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{address}/account/sessions/")
        expect(page.get_by_text("Det er den, du sidder i.")).to_be_visible()
        expect(page.get_by_text("loggede ind (kode på mail, Chrome, Linux)").first).to_be_visible()
        pages = ("account/sessions/", "account/2fa/", "account/factor/", "people", "people/without")
        for path in (*pages, "organisation/settings"):
            page.goto(f"{address}/{path}")
            axe(page)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
    go(page, "button", "Send mig et prøvebrev")
    expect(page.get_by_text("Mailserveren har taget det.")).to_be_visible()
    first = new_page()
    first.goto(address + link[0])
    axe(first)
    go(first, "button", "Log ind")
    expect(first.get_by_role("heading", name="Hej Sanne Skov")).to_be_visible()
    assert first.goto(address + link[0])
    go(first, "button", "Log ind")
    expect(first.get_by_role("heading", name="Linket er brugt")).to_be_visible()
