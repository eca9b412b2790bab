"""Addresses of a branch: each to its unit, and every wrong line told."""

import uuid

import pytest

from kulturspejl.actions.rounds.branch_addresses import read_branch_addresses

NORTH, SOUTH, TWIN = uuid.UUID(int=1), uuid.UUID(int=2), uuid.UUID(int=3)
UNITS = {NORTH: "Hjemmepleje Nord", SOUTH: "Hjemmepleje Syd"}


def test_each_address_goes_to_its_unit_by_name_or_id_with_its_language():
    text = "enhed;mail\nHjemmepleje Nord;A@x.dk\nhjemmepleje syd;b@x.dk;en\n\n" + f"{SOUTH},c@x.dk\n"
    read = read_branch_addresses(text, UNITS)
    assert read.faults == []
    assert read.by_unit == {NORTH: [("a@x.dk", "")], SOUTH: [("b@x.dk", "en"), ("c@x.dk", "")]}


def test_what_a_spreadsheet_pastes_is_understood():
    read = read_branch_addresses('"Hjemmepleje Nord"\ta@x.dk\r\n"Hjemmepleje Syd"\tb@x.dk\r\n', UNITS)
    assert read.faults == []
    assert len(read.by_unit) == 2


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Vejdrift;a@x.dk", "No unit of the branch is called “Vejdrift”"),
        ("Hjemmepleje Nord;nobody", "is not a mail address"),
        ("Hjemmepleje Nord;a@x.dk;b@x.dk", "one mail address"),
        ("Hjemmepleje Nord;FIRST@x.dk", "mailbox"),
        ("Hjemmepleje Øst;a@x.dk", "Several units"),
    ],
)
def test_a_wrong_line_is_told_and_spoils_no_other(line, told):
    units = UNITS | {uuid.UUID(int=4): "Hjemmepleje Øst", TWIN: "Hjemmepleje Øst"}
    read = read_branch_addresses(f"Hjemmepleje Nord;first@x.dk\n{line}\nHjemmepleje Syd;last@x.dk", units)
    ((number, text),) = read.faults
    assert number == 2
    assert told in text.en
    assert read.by_unit == {NORTH: [("first@x.dk", "")], SOUTH: [("last@x.dk", "")]}
