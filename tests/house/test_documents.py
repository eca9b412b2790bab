"""The pages beside the code: in both languages, with links that lead somewhere."""

import re
from pathlib import Path

import pytest

from kulturspejl.web.setting_names import OURS
from tests.every import every
from tests.house.files import ROOT, name_of, repository_files

DOCUMENTS = [file for file in repository_files() if file.suffix == ".md"]
HEADS = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE", "LICENSE-CONTENT"]


def pages(language: str) -> set[Path]:
    """The pages of a language."""
    return set((ROOT / "docs" / language).rglob("*.md"))


def twin(page: Path, language: str) -> Path:
    """The same page in the other language: named by a link near the top, else of the same name."""
    top = "\n".join(page.read_text(encoding="utf-8").splitlines()[:8])
    link = re.search(rf"\]\(((?:\.\./)+{language}/[^)#\s]+)", top)
    same = ROOT / "docs" / language / Path(*page.relative_to(ROOT / "docs").parts[1:])
    return (page.parent / link.group(1)).resolve() if link else same


@pytest.mark.parametrize(("language", "other"), [("da", "en"), ("en", "da")])
def test_every_page_is_there_in_danish_and_english(language, other):
    assert pages(language)
    alone = [name_of(page) for page in pages(language) if twin(page, other) not in pages(other)]
    assert alone == []


@pytest.mark.parametrize(("language", "other"), [("da", "en"), ("en", "da")])
def test_two_pages_name_each_other(language, other):
    both = [page for page in pages(language) if twin(page, other) in pages(other)]
    assert [name_of(page) for page in both if twin(twin(page, other), language) != page] == []


@every({name_of(file): (file,) for file in DOCUMENTS})
def test_links_lead_to_files_that_exist(file):
    targets = re.findall(r"\]\(([^)\s]+)\)", file.read_text(encoding="utf-8"))
    near = [target.split("#")[0] for target in targets if not re.match(r"[a-z]+:|#", target)]
    assert [target for target in near if not (file.parent / target).exists()] == []


@every({name_of(file): (file,) for file in DOCUMENTS})
def test_a_test_that_is_named_as_proof_is_there(file):
    named = set(re.findall(r"`(tests/[\w/]+\.py)", file.read_text(encoding="utf-8")))
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("name", HEADS)
def test_the_house_has_its_papers(name):
    assert len((ROOT / name).read_text(encoding="utf-8")) > 400


def test_the_licence_is_the_whole_eupl():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert [number for number in range(1, 16) if not re.search(rf"^{number}\.", text, re.MULTILINE)] == []
    assert "Appendix" in text


def test_the_readme_has_the_two_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^make (\w+)", text, re.MULTILINE) == ["demo", "test"]


def test_every_setting_has_a_line_in_both_languages():
    names = OURS | {"DATABASE_URL", "SECRET_KEY"}
    for language in ("da", "en"):
        page = (ROOT / "docs" / language / "settings.md").read_text(encoding="utf-8")
        assert {name for name in names if f"`{name}`" not in page} == set()


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_list_of_pages_names_every_page(language):
    folder = ROOT / "docs" / language
    text = (folder / "README.md").read_text(encoding="utf-8")
    missing = [page.relative_to(folder).as_posix() for page in pages(language) if page.name != "README.md"]
    assert [name for name in missing if f"]({name})" not in text] == []
