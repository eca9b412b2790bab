import os
import shutil
from pathlib import Path

import pytest

from kulturspejl import library
from kulturspejl.core.content.parse import instrument_from_json
from kulturspejl.core.text import Text
from kulturspejl.core.toml.faults import Fault
from tests.library.folders import OWN, PROFILE, change, copy_of

HEAD, READING = "instrument.toml", "reading.toml"


def profile(*folders: Path):
    return library.load(folders).instruments["culture_profile"]


def faults_of(*folders: Path) -> list[Fault]:
    with pytest.raises(library.ContentError) as caught:
        library.load(folders)
    return caught.value.faults


def only_fault(*folders: Path) -> Fault:
    (fault,) = faults_of(*folders)
    return fault


def test_what_comes_along_is_whole() -> None:
    found = library.load()
    assert set(found.instruments) == {"culture_profile"}
    assert "invitation" in found.letters
    assert found.sources["instruments/culture_profile"] == "kulturspejl"


@pytest.mark.slow
def test_the_version_is_the_authors_own_and_a_hash_of_the_words() -> None:
    own, _, digest = profile().version.partition("+")
    assert own == "1.0"
    assert len(digest) == 8
    assert profile().version == profile().version


def test_a_folder_replaces_text_and_credit(tmp_path: Path) -> None:
    folder = copy_of(tmp_path)
    change(folder, HEAD, "credit.da", '"Skrevet i Havnby."')
    change(folder, HEAD, "credit.en", '"Written in Havnby."')
    change(folder, HEAD, "stem.da", '"Hvad fylder hos os?"')
    found = library.load([folder])
    made = found.instruments["culture_profile"]
    assert made.dimensions[0].stem.da == "Hvad fylder hos os?"
    assert made.credit == Text("Skrevet i Havnby.", "Written in Havnby.")
    assert (made.source, found.sources["instruments/culture_profile"]) == ("havnby", "havnby")
    assert made.version != profile().version
    assert made.ref().credit.en == "Written in Havnby."


@pytest.mark.slow
def test_a_folder_may_hold_only_the_files_that_differ(tmp_path: Path) -> None:
    folder = copy_of(tmp_path, HEAD)
    change(folder, HEAD, "name.da", '"Vores kultur"')
    made = profile(folder)
    assert made.name.da == "Vores kultur"
    assert made.reading == profile().reading
    assert made.cultures == profile().cultures


def test_but_never_without_saying_whose_text_it_is(tmp_path: Path) -> None:
    fault = only_fault(copy_of(tmp_path, READING))
    assert fault.file == "havnby/instruments/culture_profile/instrument.toml"
    assert "credit" in fault.remedy.en


@pytest.mark.slow
def test_the_last_folder_wins(tmp_path: Path) -> None:
    one, two = copy_of(tmp_path, HEAD, folder="one"), copy_of(tmp_path, HEAD, READING, folder="two")
    change(one, HEAD, "name.da", '"Den ene"')
    change(two, HEAD, "name.da", '"Den anden"')
    assert profile(one, two).name.da == "Den anden"
    assert profile(two, one).name.da == "Den ene"
    assert profile(two, one).source == "one"


def test_a_folder_adds_what_has_another_id(tmp_path: Path) -> None:
    folder = copy_of(tmp_path)
    change(folder, HEAD, "id", '"licensed_profile"')
    (folder / PROFILE).rename(folder / "instruments" / "licensed_profile")
    found = library.load([folder])
    assert set(found.instruments) == {"culture_profile", "licensed_profile"}
    assert found.sources["instruments/culture_profile"] == "kulturspejl"
    assert found.instruments["licensed_profile"].source == "havnby"


@pytest.mark.slow
def test_comments_do_not_make_another_version_but_a_comma_does(tmp_path: Path) -> None:
    folder = copy_of(tmp_path)
    file = folder / PROFILE / HEAD
    file.write_text("# Ours\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert profile(folder).version == profile().version
    change(folder, HEAD, "stem.en", '"What, does a new colleague notice?"')
    assert profile(folder).version != profile().version


def test_a_round_that_stored_the_text_keeps_it(tmp_path: Path) -> None:
    made = profile(copy_of(tmp_path))
    kept = instrument_from_json(made.to_json())
    assert kept == made
    assert (kept.version, kept.source) == (made.version, "havnby")


def test_a_letter_is_replaced_by_its_id(tmp_path: Path) -> None:
    letters = tmp_path / "havnby" / "letters"
    letters.mkdir(parents=True)
    text = (OWN / "letters" / "invitation.toml").read_text(encoding="utf-8")
    (letters / "invitation.toml").write_text(text.replace("Kære kollega", "Hej kollega"), encoding="utf-8")
    found = library.load([tmp_path / "havnby"])
    assert "Hej kollega" in found.letters["invitation"].parts["greeting"].da
    assert found.sources["letters/invitation"] == "havnby"


def test_a_letter_with_an_unknown_place_is_a_fault(tmp_path: Path) -> None:
    letters = tmp_path / "havnby" / "letters"
    letters.mkdir(parents=True)
    text = (OWN / "letters" / "invitation.toml").read_text(encoding="utf-8")
    (letters / "invitation.toml").write_text(text.replace("{minimum}", "{smallest}"), encoding="utf-8")
    fault = only_fault(tmp_path / "havnby")
    assert fault.file == "havnby/letters/invitation.toml"
    assert "smallest" in fault.wrong.da


def test_the_faults_of_all_folders_are_told_at_once(tmp_path: Path) -> None:
    one, two = copy_of(tmp_path, folder="one"), copy_of(tmp_path, folder="two")
    change(one, HEAD, "A.en", '""')
    change(two, "cultures.toml", "gift.da", '""')
    told = {(fault.file, fault.key) for fault in faults_of(one, two, tmp_path / "three")}
    assert told == {
        ("one/instruments/culture_profile/instrument.toml", "dimension.1.A.en"),
        ("two/instruments/culture_profile/cultures.toml", "culture.A.gift.da"),
        (str(tmp_path / "three"), ""),
    }


def test_a_file_that_is_no_toml_says_the_line(tmp_path: Path) -> None:
    folder = copy_of(tmp_path)
    (folder / PROFILE / READING).write_text('[reading]\nsplit.da = "I er delt\n', encoding="utf-8")
    fault = only_fault(folder)
    assert (fault.file, fault.key) == (f"havnby/{PROFILE}/{READING}", "line 2")
    assert "TOML" in fault.wrong.da


def test_a_file_in_another_encoding_says_so(tmp_path: Path) -> None:
    folder = copy_of(tmp_path)
    file = folder / PROFILE / HEAD
    file.write_bytes(file.read_text(encoding="utf-8").encode("latin-1"))
    assert "UTF-8" in only_fault(folder).remedy.da


@pytest.mark.parametrize(
    ("name", "told"), [("instrument", "no content"), ("policies", "are fixed"), ("leters", "no content")]
)
def test_a_folder_of_another_name_is_a_fault(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "havnby" / name).mkdir(parents=True)
    assert told in only_fault(tmp_path / "havnby").wrong.en


def test_a_misspelt_folder_beside_a_good_one_is_a_fault(tmp_path: Path) -> None:
    folder = copy_of(tmp_path)
    (folder / "leters").mkdir()
    (folder / ".git").mkdir()
    assert only_fault(folder).file == "havnby/leters"


def test_folder_and_id_have_the_same_name(tmp_path: Path) -> None:
    folder = copy_of(tmp_path)
    change(folder, HEAD, "id", '"other"')
    assert only_fault(folder).key == "instrument.id"


@pytest.mark.slow
def test_nobody_can_pass_for_what_comes_along(tmp_path: Path) -> None:
    folder = copy_of(tmp_path, folder="kulturspejl")
    assert profile(folder).source == str(folder)


def test_the_folders_of_the_environment() -> None:
    assert library.folders_named("") == []
    assert library.folders_named(os.pathsep.join(["/a", "", "b c"])) == [Path("/a"), Path("b c")]


@pytest.mark.slow
def test_every_text_that_comes_along_may_be_given_as_a_folder(tmp_path: Path) -> None:
    """Somebody who copies the whole folder and changes nothing gets the same words."""
    shutil.copytree(OWN, tmp_path / "copy", ignore=shutil.ignore_patterns("policies", "*.py", "__pycache__"))
    assert profile(tmp_path / "copy").version == profile().version
