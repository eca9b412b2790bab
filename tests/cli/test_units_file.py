from pathlib import Path

import pytest

from kulturspejl.cli.bad_file import BadFile
from kulturspejl.cli.units_file import Unit, read_units


def units(tmp_path: Path, text: str) -> list[Unit]:
    path = tmp_path / "units.csv"
    path.write_text(text, encoding="utf-8")
    return read_units(path)[0]


def test_a_tree_by_parents(tmp_path: Path) -> None:
    assert units(tmp_path, "unit_id,parent_id,name,invited\nt,,Top,0\na,t,Ærø,8\nb,t,,\n") == [
        Unit("t", "Top", None, 0),
        Unit("a", "Ærø", "t", 8),
        Unit("b", "b", "t", None),
    ]


@pytest.mark.parametrize("above", ["NULL", "NA", "-", "0"])
def test_a_root_may_say_that_nothing_stands_above_it(tmp_path: Path, above: str) -> None:
    assert [unit.parent for unit in units(tmp_path, f"unit_id,parent_id\nt,{above}\na,t\n")] == [None, "t"]
    assert [unit.parent for unit in units(tmp_path, "unit_id,parent_id\n0,\na,0\n")] == [None, "0"]


def test_a_unit_under_a_name_or_under_itself_stands_where_it_is_meant(tmp_path: Path) -> None:
    found = units(tmp_path, "Enhedsnr;Enhed;Overenhed;Inviterede\n1;Top;1;\n2;Vej;Top;1.200,00\n3;Nord;2;8 personer\n")
    assert [(unit.parent, unit.invited) for unit in found] == [(None, None), ("1", 1200), ("2", 8)]
    assert [unit.parent for unit in units(tmp_path, "unit_id,parent_id\n1,\n2,1.0\n")] == [None, "1"]
    with pytest.raises(BadFile, match="unknown parent: Vej"):
        units(tmp_path, "unit_id;name;parent_id\n1;Vej;\n2;Vej;\n3;Nord;Vej\n")


def test_a_tree_by_levels_when_parents_are_missing(tmp_path: Path) -> None:
    found = units(tmp_path, "unit_id;org_id;dept_id;invited\na;o;x;8\nb;o;x;7\nc;o;y;9\n")
    assert {unit.unit: unit.parent for unit in found} == {
        "o": None,
        "x": "o",
        "y": "o",
        "a": "x",
        "b": "x",
        "c": "y",
    }


def test_levels_that_share_a_number_are_kept_apart(tmp_path: Path) -> None:
    found = units(tmp_path, "unit_id,dept_id,org_id\n1,1,1\n2,2,1\n")
    assert {unit.unit: unit.parent for unit in found} == {
        "org_id:1": None,
        "dept_id:1": "org_id:1",
        "dept_id:2": "org_id:1",
        "1": "dept_id:1",
        "2": "dept_id:2",
    }


def test_without_parents_or_levels_every_unit_stands_alone(tmp_path: Path) -> None:
    assert [unit.parent for unit in units(tmp_path, "unit_id\na\nb\n")] == [None, None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("unit,parent_id\na,\n", "column unit_id is missing"),
        ("unit_id,parent_id\na,\na,\n", "line 3: unit_id a stands there twice"),
        ("unit_id,parent_id,name\n,,x\n", "line 2: unit_id is missing"),
        ("unit_id,parent_id\na,z\n", "unknown parent: z"),
        ("unit_id,parent_id\na,b\nb,a\n", "circle: a, b"),
        ("unit_id,parent_id,invited\na,,2.5\n", "line 2: invited must be a whole number"),
        ("unit_id,parent_id,invited\na,,-1\n", "line 2: invited"),
        ("unit_id,parent_id,invited\na,,many\n", "line 2: invited"),
        ("unit_id,parent_id\na,,x\n", "line 2: the row has more"),
        ("unit_id,dept_id,org_id\na,x,o\nb,x,p\nc,y,p\n", "x belongs under both"),
    ],
)
def test_what_is_no_tree_is_refused(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(BadFile, match=told):
        units(tmp_path, text)


def test_headings_that_are_nearly_right_are_understood_or_named(tmp_path: Path) -> None:
    assert [unit.parent for unit in units(tmp_path, "unit_id,parentId,name\nu1,,A\nu2,u1,B\n")] == [None, "u1"]
    path = tmp_path / "units.csv"
    path.write_text("unit_id;Refererer til;name;invited\nu1;;A;8\nu2;u1;B\n", encoding="utf-8")
    found, aside = read_units(path)
    assert [(unit.parent, unit.invited) for unit in found] == [(None, 8), (None, None)]
    assert [one.what for one in aside] == ["columns"]
    assert "Refererer til" in aside[0].why.en


def test_a_row_that_sums_up_the_units_is_told_and_is_none(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    path.write_text("unit_id;parent_id;name;invited\na;;A;8\nb;a;B;7\n;;I alt;15\nTotal;;;15\n", encoding="utf-8")
    found, aside = read_units(path)
    assert [unit.unit for unit in found] == ["a", "b"]
    assert [(one.line, one.what) for one in aside] == [(4, "row"), (5, "row")]
