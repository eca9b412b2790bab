"""The pages beside the code: in both languages, with links that lead somewhere."""

import re

import pytest

from tests.house.files import ROOT, name_of, repository_files

DOCUMENTS = [file for file in repository_files() if file.suffix == ".md"]
HEADS = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE", "LICENSE-CONTENT"]


def pages(language: str) -> set[str]:
    """The pages of a language, by their place in its folder; pictures may differ."""
    folder = ROOT / "docs" / language
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*.md")}


def test_every_page_is_there_in_danish_and_english():
    assert pages("da") == pages("en")
    assert pages("da")


@pytest.mark.parametrize("file", DOCUMENTS, ids=name_of)
def test_links_lead_to_files_that_exist(file):
    targets = re.findall(r"\]\(([^)\s]+)\)", file.read_text(encoding="utf-8"))
    near = [target.split("#")[0] for target in targets if not re.match(r"[a-z]+:|#", target)]
    assert [target for target in near if not (file.parent / target).exists()] == []


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
    code = (ROOT / "src" / "kulturspejl" / "web" / "settings.py").read_text(encoding="utf-8")
    names = set(re.findall(r'(?:environ\.get|env_\w+)\("([A-Z_]+)"', code)) | {"SECRET_KEY"}
    for language in ("da", "en"):
        page = (ROOT / "docs" / language / "settings.md").read_text(encoding="utf-8")
        assert {name for name in names if f"`{name}`" not in page} == set()
