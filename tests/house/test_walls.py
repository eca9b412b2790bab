"""Floors and walls: the contracts hold, and the two ways round them are closed."""

import ast
import json
import subprocess
import sys
import tomllib
from pathlib import Path

from django.apps import apps

from tests.house.files import ROOT, SOURCE, name_of

KNOWS_THE_ANSWERS = (
    "actions/ballots",
    "actions/closing",
    "readers/participation",
    "cli/backup",
    "cli/archive",
    "records/",
)
RAW = (".ballots", ".room_boxes")
"""Where the tables of raw answers are."""


def contracts() -> dict[str, dict]:
    """By their id."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    return {contract["id"]: contract for contract in table["contracts"]}


def lint_imports(where: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """import-linter as `make check` runs it."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)


def test_every_room_of_core_stands_on_a_floor():
    core = contracts()["core"]
    assert (core["exhaustive"], core["containers"], "ignore_imports" in core) == (True, ["kulturspejl.core"], False)


def test_a_ring_is_seen(tmp_path):
    """The contract as it stands, tried on a house of two rooms."""
    rings = contracts()["no-rings"]
    assert set(rings) == {"id", "name", "type", "ancestors"}, "nothing is skipped or ignored"
    for room, imports in (("kulturspejl", ""), ("one", "two"), ("two", "one")):
        folder = tmp_path / "kulturspejl" / ("" if room == "kulturspejl" else room)
        folder.mkdir(parents=True)
        (folder / "__init__.py").write_text("", encoding="utf-8")
        if imports:
            (folder / "here.py").write_text(f"import kulturspejl.{imports}\n", encoding="utf-8")
    lines = [f"{key} = {json.dumps(value)}" for key, value in rings.items()]
    table = ["[tool.importlinter]", 'root_package = "kulturspejl"', "[[tool.importlinter.contracts]]", *lines]
    (tmp_path / "pyproject.toml").write_text("\n".join(table), encoding="utf-8")
    assert "No cycles are allowed in kulturspejl." in lint_imports(tmp_path).stdout
    (tmp_path / "kulturspejl" / "two" / "here.py").unlink()
    assert lint_imports(tmp_path).returncode == 0


def test_every_room_stands_on_a_floor():
    assert contracts()["floors"]["exhaustive"] is True
    words = " ".join(contracts()["floors"]["layers"]).replace("|", " ").replace(":", " ").split()
    rooms = {folder.name for folder in SOURCE.iterdir() if (folder / "__init__.py").exists()}
    assert set(words) - {"__main__"} == rooms


def test_few_may_import_the_raw_answers():
    """One wall round the tables of rounds and rooms, and round what opens a box or keeps its key."""
    wall = contracts()["raw-answers"]
    within = ("records.ballots", "records.room_boxes", "vault.boxes", "vault.box_keys")
    assert wall["protected_modules"] == [f"kulturspejl.{name}" for name in within]
    assert len(wall["allowed_importers"]) <= 10
    actions = [name for name in wall["allowed_importers"] if ".actions." in name]
    # The last one holds addresses, in lists of the same kind, and imports no table of answers.
    known = ("ballots", "rooms.boxes", "closing", "result_letters.lists")
    assert actions == [f"kulturspejl.actions.{name}" for name in known]


def names_imported(file: Path) -> set[str]:
    """Names taken from the room where Django finds its tables."""
    text = file.read_text(encoding="utf-8")
    tree = ast.parse(text if "kulturspejl.records.models" in text else "")
    taken = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return {
        alias.name for node in taken if node.module == "kulturspejl.records.models" for alias in node.names
    }


def sealed_tables() -> set[str]:
    """The names of the tables that hold raw answers."""
    return {
        model.__name__
        for model in apps.get_app_config("records").get_models()
        if model.__module__.endswith(RAW)
    }


def test_nobody_takes_the_raw_answers_by_way_of_the_list_of_tables():
    sealed = sealed_tables()
    assert sealed
    assert [name_of(file) for file in SOURCE.rglob("*.py") if names_imported(file) & (sealed | {"*"})] == []


def test_nobody_asks_django_for_the_raw_answers_by_name():
    asked = []
    for file in SOURCE.rglob("*.py"):
        inside = file.relative_to(SOURCE).as_posix()
        if "get_model" in file.read_text(encoding="utf-8") and not inside.startswith(KNOWS_THE_ANSWERS):
            asked.append(inside)
    assert asked == []


def test_no_row_leads_back_to_the_raw_answers():
    for model in apps.get_app_config("records").get_models():
        if model.__module__.endswith(RAW):
            links = [
                field for field in model._meta.get_fields() if field.is_relation and not field.auto_created
            ]
            assert [field.remote_field.related_name for field in links] == ["+"] * len(links)
