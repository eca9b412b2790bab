"""The tests' own tools see what they are meant to see."""

import smtplib
from email.message import EmailMessage

import psycopg
import pytest

from tests.fixtures.browser import Watch
from tests.fixtures.mail import MailServer

GOOD = "<!doctype html><html lang=da><title>Prøve</title><main><h1>Prøve</h1><a href='#x'>Videre</a></main></html>"
TINY = "<button style='width:9px;height:9px;padding:0'>x</button>"
SMALL = TINY + TINY


@pytest.mark.postgres
def test_postgresql_is_real_safe_and_not_root(postgres, postgres_url):
    with psycopg.connect(postgres_url) as connection:
        assert connection.execute("SHOW fsync").fetchone() == ("on",)
        assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)
    assert (postgres.folder / "data").stat().st_uid != 0
    assert (postgres.folder / "data").stat().st_mode & 0o077 == 0


@pytest.mark.postgres
def test_each_new_database_is_empty_and_of_its_own(new_postgres_url):
    first, second = new_postgres_url(), new_postgres_url()
    with psycopg.connect(first) as connection:
        connection.execute("CREATE TABLE here (x int)")
    with psycopg.connect(second) as connection:
        assert connection.execute("SELECT to_regclass('here')").fetchone() == (None,)


def send(server: MailServer, receiver: str) -> None:
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "kulturspejl@example.dk", receiver, "Måling på vej"
    letter.set_content("Hej æøå")
    with smtplib.SMTP(server.host, server.port) as client:
        client.send_message(letter)


def test_the_mail_server_keeps_letters_with_danish_letters(mail_server):
    send(mail_server, "a@example.dk")
    letter = mail_server.wait_for(1)[0]
    assert letter.receivers == ["a@example.dk"]
    assert letter.message["Subject"] == "Måling på vej"
    assert letter.text.strip() == "Hej æøå"


def test_the_mail_server_refuses_whom_it_is_told_to(mail_server):
    mail_server.refused.add("gone@example.dk")
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        send(mail_server, "gone@example.dk")
    assert mail_server.letters == []


@pytest.mark.browser
def test_axe_lets_a_good_page_pass(page, axe):
    page.set_content(GOOD)
    axe(page)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("inside", "rule"),
    [
        ("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>", "image-alt"),
        ("<p style='color:#bbb;background:#fff'>svagt</p>", "color-contrast"),
        (SMALL, "target-size"),
        ("<input>", "label"),
    ],
)
def test_axe_sees_a_fault(page, axe, inside, rule):
    page.set_content(GOOD.replace("</main>", f"{inside}</main>"))
    with pytest.raises(AssertionError, match=rule):
        axe(page)


IMAGE = "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='"


@pytest.mark.browser
@pytest.mark.parametrize(
    ("well", "other_words", "fault", "rule"),
    [
        (f"{IMAGE} alt='Et hus'>", f"{IMAGE} alt='En bil'>", f"{IMAGE}>", "image-alt"),
        ("<p style='color:#333'>klart</p>", "<p style='color:#333'>også</p>", "<p style='color:#bbb'>svagt</p>",
         "color-contrast"),
        ("<button>Gem</button>", "<button>Send</button>", SMALL, "target-size"),
        ("<label>Navn <input></label>", "<label>Mail <input></label>", "<input>", "label"),
        ("<button>Gem</button>", "<button>Send</button>", "<button></button>", "button-name"),
        ("<p id=a>Hvem</p><input aria-labelledby=a>", "<p id=b>Hvor</p><input aria-labelledby=b>",
         "<p id=c>Hvor</p><input aria-labelledby=b>", "label"),
    ],
)  # fmt: skip
def test_axe_looks_again_only_where_a_piece_is_new(page, axe, monkeypatch, well, other_words, fault, rule):
    monkeypatch.setattr("tests.fixtures.browser.IN_FULL", False)

    def look(inside: str) -> bool:
        page.set_content(GOOD.replace("</main>", f"{inside}</main>"))
        axe(page)
        return bool(page.evaluate("'axe' in window"))

    look(well)
    page.goto("about:blank")
    assert not look(other_words)
    with pytest.raises(AssertionError, match=rule):
        look(fault)
    monkeypatch.setattr("tests.fixtures.browser.IN_FULL", True)
    assert look(other_words)


@pytest.mark.browser
def test_a_page_that_asks_another_host_is_noticed(browser):
    watch, context = Watch(), browser.new_context()
    watch.over(context)
    context.route("**/*", lambda route: route.abort())
    context.new_page().set_content("<img src='http://elsewhere.invalid/x.png' alt=''>")
    context.close()
    assert watch.faults == ["asked another host: http://elsewhere.invalid/x.png"]


@pytest.mark.browser
def test_an_error_in_a_script_is_noticed(browser):
    watch, context = Watch(), browser.new_context()
    watch.over(context)
    context.new_page().set_content("<script>missing()</script>")
    context.close()
    assert len(watch.faults) == 1
    assert "missing is not defined" in watch.faults[0]
