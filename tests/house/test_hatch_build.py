"""Catalogues are compiled by Babel, and dependencies are read from one place."""

import gettext

import pytest

import hatch_build

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Have a code?"
msgstr "Har du en kode?"

msgid "one answer"
msgid_plural "%(n)s answers"
msgstr[0] "ét svar"
msgstr[1] "%(n)s svar"

#, fuzzy
msgid "Unsure"
msgstr "Måske"
"""


@pytest.fixture
def danish(tmp_path) -> gettext.GNUTranslations:
    """A room with one catalogue, compiled."""
    folder = tmp_path / "src" / "room" / "locale" / "da" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(PO, encoding="utf-8")
    (made,) = hatch_build.compile_catalogues(tmp_path)
    assert [file.name for file in folder.iterdir() if file != made] == ["django.po"]
    with made.open("rb") as file:
        return gettext.GNUTranslations(file)


def test_a_compiled_catalogue_speaks_danish(danish):
    assert danish.gettext("Have a code?") == "Har du en kode?"
    assert danish.ngettext("one answer", "%(n)s answers", 1) == "ét svar"
    assert danish.ngettext("one answer", "%(n)s answers", 9) == "%(n)s svar"


def test_an_unsure_translation_is_left_out(danish):
    assert danish.gettext("Unsure") == "Unsure"


def test_requirements_are_names_alone(tmp_path):
    file = tmp_path / "run.in"
    file.write_text("# why\nDjango>=5.2,<5.3  # LTS\n\n-r other.in\nnumpy\n")
    assert hatch_build.requirements(file) == ["Django>=5.2,<5.3", "numpy"]
