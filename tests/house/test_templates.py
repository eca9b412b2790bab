"""Templates are read: one element a line, indented by what holds what, as wide as the code beside them."""

import re

import pytest

from scripts.templates import faults, indented, tokens
from tests.house.files import SOURCE, name_of, repository_files

READ = """{% load i18n %}
{% if shown %}
  <section class="card"
      {% if late %}data-late{% endif %}>
    <h2>{{ title }}</h2>
    <p>
      {% blocktranslate trimmed count n=n %}
        {{ n }} letter
      {% plural %}
        {{ n }} letters, read by <a href="{{ place }}">those
        who</a> want to
      {% endblocktranslate %}
    </p>
    <svg viewBox="0 0 2 2">
      <rect width="2" height="2"/>
    </svg>
    <textarea>
as it was typed</textarea>
    <p>Whoever <a href="{% url "reads" %}">reads</a> this, <strong>thank you</strong>.</p>
  </section>
{% else %}
  <p>Nothing yet.</p>
{% endif %}
"""


def test_no_table_is_hidden_by_itself():
    """It is never lower than its rows: the page would go on below by them. A hidden piece around it is a pixel high."""
    files = [file for file in repository_files() if file.is_relative_to(SOURCE) and file.suffix == ".html"]
    hidden = [name_of(file) for file in files if re.search(r"<table[^>]*visually-hidden", file.read_text("utf-8"))]
    assert hidden == []


def test_every_template_can_be_read():
    files = [file for file in repository_files() if file.is_relative_to(SOURCE) and file.suffix == ".html"]
    assert len(files) > 150
    found = {name_of(file): faults(file.read_text(encoding="utf-8")) for file in files}
    assert {name: said for name, said in found.items() if said} == {}


def test_what_can_be_read_has_no_fault():
    assert faults(READ) == []


def test_a_table_that_goes_on_at_the_side_is_reached_by_keyboard():
    """Also where it only goes on in one language, or in one width."""
    tag = re.compile(r'<div class="scroll"[^>]*>')
    files = [file for file in repository_files() if file.is_relative_to(SOURCE) and file.suffix == ".html"]
    found = [(name_of(file), one) for file in files for one in tag.findall(file.read_text(encoding="utf-8"))]
    assert len(found) > 8
    wanted = ('tabindex="0"', 'role="region"', "aria-label=")
    assert [name for name, one in found if not all(word in one for word in wanted)] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<p>" + "a" * 120 + "</p>\n", "1: 127 characters; 120 is the most"),
        ("<ul><li>One</li></ul>\n", "1: <li> begins in the middle of a line"),
        ("{% if shown %}<p>One</p>{% endif %}\n", "1: something stands after the end of <p>"),
        ("<ul>\n<li>One</li>\n</ul>\n", "2: indented by 0, not by 2"),
        ("{% if shown %}\n  One\n  {% endif %}\n", "3: indented by 2, not by 0"),
        ('<p class="lead"\n  hidden>One</p>\n', "2: indented by 2, not by 4"),
        (
            "{% include 'one.html'\n  with two=2 %}\n",
            "1: a Django tag ends on its line, else it is shown as text",
        ),
        ("{% blocktranslate %}\n  One\n{% endblocktranslate %}\n", "1: a text of several lines is trimmed"),
    ],
)
def test_what_cannot_be_read_is_told_by_line(text, said):
    assert said in faults(text)


def test_what_is_only_indented_wrongly_is_mended_and_what_was_typed_stays():
    flat = "".join(line.lstrip(" ") for line in READ.splitlines(keepends=True))
    assert indented(flat) == READ


def where_spaces_show() -> set[tuple[str, str]]:
    """Classes of elements that a style sheet shows with their line breaks, or asks whether they are quite empty.

    Each with the class of what it stands in, or nothing.
    """
    found = set()
    for file in repository_files():
        if file.is_relative_to(SOURCE) and file.suffix == ".css":
            style = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
            for selectors, rule in re.findall(r"([^{}]+)\{([^{}]*)\}", style):
                end = "" if re.search(r"white-space:\s*(?:pre|break-spaces)", rule) else ":empty"
                for selector in selectors.split(","):
                    found |= set(re.findall(rf"^(?:\.([\w-]+) )?\.([\w-]+){end}$", selector.strip()))
    return found


def classes_of(tag: str) -> set[str]:
    fixed = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", " ", tag)
    return set(" ".join(re.findall(r'class="([^"]*)"', fixed)).split())


def begins_with_a_space(text: str, shown: set[tuple[str, str]]) -> list[str]:
    opened = [tag for tag in tokens(text) if tag["opened"]]
    around = set().union(*(classes_of(tag[0]) for tag in opened))
    classes = {own for holder, own in shown if not holder or holder in around}
    return [
        tag[0] for tag in opened if classes & classes_of(tag[0]) and text[tag.end() : tag.end() + 1].isspace()
    ]


def test_no_line_is_broken_where_the_break_would_show():
    shown = where_spaces_show()
    assert {("sheet", "wrote"), ("sheet", "side"), ("", "letter-body")} <= shown
    files = [file for file in repository_files() if file.is_relative_to(SOURCE) and file.suffix == ".html"]
    found = {name_of(file): begins_with_a_space(file.read_text(encoding="utf-8"), shown) for file in files}
    assert {name: tags for name, tags in found.items() if tags} == {}


def test_a_break_that_would_show_is_seen():
    shown = {("sheet", "wrote")}
    broken = '<section class="sheet">\n<p class="small wrote">\n  One\n</p></section>'
    assert begins_with_a_space(broken, shown) == ['<p class="small wrote">']
    assert begins_with_a_space(broken.replace("sheet", "card"), shown) == []
    assert begins_with_a_space(broken.replace("\n  One\n", "One"), shown) == []
