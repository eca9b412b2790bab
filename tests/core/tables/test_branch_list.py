"""Addresses of a branch: each to its unit wherever the line names it, and every wrong line told."""

import pytest

from kulturspejl.core.tables.branch_list import BranchUnit, read_branch

TOP, NORTH, SOUTH, CULTURE, ADMIN, OTHER = range(6)
UNITS = [
    BranchUnit(TOP, "Fagområder", ("t",), None),
    BranchUnit(NORTH, "Hjemmepleje Nord", ("b1",), TOP),
    BranchUnit(SOUTH, "Hjemmepleje Syd", ("b2",), TOP),
    BranchUnit(CULTURE, "Børn, Unge og Kultur", ("b3",), TOP),
    BranchUnit(ADMIN, "Administration", ("b4",), NORTH),
    BranchUnit(OTHER, "Administration", ("b5",), SOUTH),
]


@pytest.mark.parametrize("between", [";", " > ", "/", "\t"])
def test_of_units_with_one_name_the_whole_way_says_which(between):
    text = between.join(["Fagområder", "Hjemmepleje Syd", "Administration"])
    assert dict(read_branch(f"{text};a@x.example", UNITS).by_unit) == {OTHER: [("a@x.example", "")]}
    read = read_branch(f"Fagområder{between}Administration;a@x.example", UNITS)
    assert "Flere enheder hedder »Administration«" in read.faults[0].text.da


@pytest.mark.parametrize(
    "text",
    [
        "Enhed;E-mail\nBørn, Unge og Kultur;b@x.example",
        'Enhed;E-mail\n"Børn, Unge og Kultur";b@x.example',
        'Enhed,E-mail\n"Børn, Unge og Kultur",b@x.example',
        "Børn, Unge og Kultur;b@x.example",
        "børn,  unge og kultur,b@x.example",
        "b@x.example;Børn, Unge og Kultur",
        "b3;b@x.example",
        'Navn;Mail;Afdeling\nHansen, Bo;b@x.example;"Børn, Unge og Kultur"',
        "Navn,Mail,Afdeling\nBo Hansen,b@x.example,Børn, Unge og Kultur",
        "Børn, Unge og Kultur\tBo Hansen\tb@x.example\r\n",
        "Fagområder;Børn, Unge og Kultur;Bo Hansen;12345678;b@x.example",
        "Børn, Unge og Kultur;\nBo Hansen <b@x.example>",
        "Enhed;Mail;Leder\nBørn, Unge og Kultur;b@x.example;chef@x.example",
        "Børn, Unge og Kultur: b@x.example",
        "Børn, Unge og Kultur:\nb@x.example",
        "Børn, Unge og Kultur b@x.example",
        "\u201cBørn, Unge og Kultur\u201d, b@x.example",
        "Børn, Unge & Kultur;b@x.example",
        "Fagområder > Børn, Unge og Kultur;b@x.example",
        "Fagområder/Børn, Unge og Kultur;b@x.example",
        "Børn, Unge og Kultur: Hansen, Bo <b@x.example>",
    ],
)
def test_a_line_may_name_its_unit_in_any_way(text):
    read = read_branch(text, UNITS)
    assert read.faults == []
    assert dict(read.by_unit) == {CULTURE: [("b@x.example", "")]}


def test_each_address_goes_to_its_unit_with_its_language():
    text = "enhed;mail\nHjemmepleje Nord;A@x.dk\nhjemmepleje syd;b@x.dk;en\n\nb2,c@x.dk\n"
    read = read_branch(text, UNITS)
    assert read.faults == []
    assert dict(read.by_unit) == {NORTH: [("a@x.dk", "")], SOUTH: [("b@x.dk", "en"), ("c@x.dk", "")]}


def test_a_unit_alone_on_a_line_is_the_heading_of_those_below_it():
    read = read_branch("Hjemmepleje Nord\nBo <b@x.dk>\nc@x.dk\n\nHjemmepleje Syd\nd@x.dk\n", UNITS)
    assert (read.faults, read.told) == ([], [])
    assert {unit: len(people) for unit, people in read.by_unit.items()} == {NORTH: 2, SOUTH: 1}
    mixed = read_branch("Hjemmepleje Nord\nBo;b@x.dk\nHjemmepleje Syd;d@x.dk\n", UNITS)
    assert [fault.line for fault in mixed.faults] == [2], "a list that names units beside addresses has no headings"
    assert [told.line for told in mixed.told] == [1]


def test_of_units_with_one_name_the_one_below_the_unit_that_is_named_too_is_meant():
    read = read_branch("Hjemmepleje Syd;Administration;a@x.dk\nb4;b@x.dk", UNITS)
    assert dict(read.by_unit) == {OTHER: [("a@x.dk", "")], ADMIN: [("b@x.dk", "")]}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Vejdrift;a@x.dk", "No unit of the branch is called “Vejdrift”"),
        ("Vejdrift;Bo Hansen;a@x.dk;12345678", "“Vejdrift” or “Bo Hansen”"),
        ("a@x.dk", "does not say which unit"),
        ("Hjemmepleje Nord;nobody@", "is not a mail address"),
        ("Administration;a@x.dk", "Several units"),
        ("Hjemmepleje Nord;Hjemmepleje Syd;a@x.dk", "names several units"),
    ],
)
def test_a_wrong_line_is_told_and_spoils_no_other(line, told):
    read = read_branch(f"Hjemmepleje Nord;first@x.dk\n{line}\nHjemmepleje Syd;last@x.dk", UNITS)
    ((number, text),) = [(fault.line, fault.text) for fault in read.faults]
    assert number == 2
    assert told in text.en
    assert dict(read.by_unit) == {NORTH: [("first@x.dk", "")], SOUTH: [("last@x.dk", "")]}


def test_one_mailbox_counts_once_also_in_two_units_and_is_said():
    read = read_branch("Hjemmepleje Nord;first@x.dk\nHjemmepleje Syd;FIRST+a@x.dk\u200b", UNITS)
    assert dict(read.by_unit) == {NORTH: [("first@x.dk", "")], SOUTH: []}
    assert [(told.line, "line 1" in told.text.en) for told in read.told] == [(2, True)]


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\r", "\r\n"])
def test_a_line_that_ends_in_another_way_gives_nobody_to_the_wrong_unit(end):
    read = read_branch(f"Hjemmepleje Nord;a@x.example{end}Hjemmepleje Syd;b@x.example", UNITS)
    assert dict(read.by_unit) == {NORTH: [("a@x.example", "")], SOUTH: [("b@x.example", "")]}
