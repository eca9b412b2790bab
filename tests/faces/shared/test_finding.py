"""A word shortens a long list of units: by the address without a script, and while it is typed with one."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import expect

from kulturspejl.faces.shared.templatetags import finding
from tests import municipality

STATIC = Path(finding.__file__).parents[1] / "static" / "shared"
LIST = """{% load finding %}{% is_sought as sought %}{% if sought %}open{% endif %}
{% find_in units "units" "Find en enhed" %}
<ul id="units">{% for one in units %}<li {% named one.name %}>{{ one.name }}</li>{% endfor %}</ul>"""


@dataclass(frozen=True)
class Line:
    name: str


def drawn(word: str, count: int = 500) -> str:
    units = [Line(f"Hjemmepleje Øst {at}") for at in range(count)]
    request = RequestFactory().get("/home/", {"find": word} if word else {})
    with translation.override("da"):
        return Template(LIST).render(Context({"units": units, "request": request}))


def in_sight(page: str) -> list[str]:
    return re.findall(r'<li data-name="([^"]*)">', page)


def test_without_a_script_the_address_shortens_the_list_and_says_how_many_are_left():
    page = drawn("ØST 49")
    assert in_sight(page) == [f"Hjemmepleje Øst {at}" for at in range(500) if "49" in str(at)]
    assert "15 af 500 er vist" in page
    assert page.startswith("open"), "the fold of the list"
    assert 'href="/home/#units"' in page
    nothing = drawn("<b>Syd")
    assert in_sight(nothing) == []
    assert "Ingen af de 500 har det i navnet" in nothing
    assert "<b>" not in nothing


def test_whoever_looks_for_nothing_sees_all_and_a_short_list_has_no_field():
    page = drawn("")
    assert len(in_sight(page)) == 500
    assert not page.startswith("open")
    assert 'role="search"' in page
    assert 'role="search"' not in drawn("", finding.MANY)


@pytest.mark.browser
def test_typing_shortens_the_list_and_taking_the_word_away_brings_it_back(page, axe):
    page.set_content(f'<!doctype html><html lang="da"><title>Enheder</title><main><h1>Enheder</h1>{drawn("49")}</main>')
    page.add_script_tag(type="module", content=(STATIC / "find.js").read_text(encoding="utf-8"))
    lines, field = page.locator("li:visible"), page.get_by_role("searchbox", name="Find en enhed")
    expect(page.get_by_role("button", name="Find")).to_be_hidden()
    expect(lines).to_have_count(15)
    field.fill("øst  7 hjemme")
    expect(page.get_by_role("status")).to_have_text("95 af 500 er vist")
    expect(lines).to_have_count(95)
    expect(page.get_by_text("Vis alle")).to_be_hidden()
    axe(page)
    field.press("Enter")
    expect(field).to_have_value("øst  7 hjemme")
    field.fill("vest")
    expect(page.get_by_role("status")).to_have_text("Ingen af de 500 har det i navnet")
    field.fill("")
    expect(lines).to_have_count(500)
    expect(page.get_by_role("status")).to_have_text("")


POSTED = """{% load finding %}<form method="post"><input name="why" aria-label="Derfor">
{% find_within units "units" "Find en enhed" %}<button name="step" value="send">Send</button></form>
<ul id="units">{% for one in units %}<li {% named one.name %}>{{ one.name }}</li>{% endfor %}</ul>"""


def posted(word: str) -> str:
    units = [Line(f"Hjemmepleje Øst {at}") for at in range(500)]
    request = RequestFactory().post("/rounds/", {"find": word, "why": "Fordi"})
    with translation.override("da"):
        return Template(POSTED).render(Context({"units": units, "request": request}))


def test_within_a_form_that_is_posted_the_word_goes_along_and_nothing_is_left_by_it():
    page = posted("øst 49")
    assert len(in_sight(page)) == 15
    assert "15 af 500 er vist" in page
    assert page.count("<form") == 1, "a form within a form is none"
    assert 'href="' not in page, "a link would leave what was written"
    assert page.index('value="look"') < page.index('value="send"'), "Enter looks, and never sends"


@pytest.mark.browser
def test_what_is_looked_at_in_the_page_has_its_field_too_and_enter_in_it_sends_nothing(page, axe):
    page.set_content('<!doctype html><html lang="da"><title>Måling</title><main><h1>Måling</h1></main>')
    page.add_script_tag(type="module", content=(STATIC / "find.js").read_text(encoding="utf-8"))
    page.evaluate("""(html) => {
        const main = document.querySelector("main");
        main.innerHTML = html;
        main.querySelector("form").addEventListener("submit", () => { document.title = "sendt"; });
        main.dispatchEvent(new Event("taken", { bubbles: true }));
    }""", f"<h1>Måling</h1>{posted('')}")  # fmt: skip
    expect(page.get_by_role("button", name="Find")).to_be_hidden()
    page.get_by_role("searchbox", name="Find en enhed").fill("49")
    expect(page.locator("li:visible")).to_have_count(15)
    expect(page.get_by_role("status")).to_have_text("15 af 500 er vist")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_title("Måling")
    axe(page)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_representative_of_a_whole_town_finds_a_team_on_the_front_page(at):
    made = municipality.found(60)
    front = at(made.who["AMR above"], "da").get(reverse("home"), {"find": "team 00003"}).content.decode()
    assert in_sight(front) == ["Team 00003"]
    assert '<details class="fold" open>' in front
