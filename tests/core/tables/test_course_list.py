"""Who takes part, as providers have it: a line a person, a line a place of work, or addresses alone."""

import pytest

from kulturspejl.core.tables.course_list import course_list


def people(text):
    found = course_list(text)
    assert not found.faults
    return [(one.unit, one.role, one.name, one.address) for one in found.people]


def test_one_line_a_person_where_no_role_is_a_leaders():
    assert people("Arbejdsplads\tNavn\tE-mail\tRolle\nNord\tBo Dam\tbo@x.dk\t\nNord\tIb\tib@x.dk\tAMR\n") == [
        ("Nord", "leader", "Bo Dam", "bo@x.dk"), ("Nord", "amr", "Ib", "ib@x.dk"),
    ]  # fmt: skip


def test_one_line_a_place_of_work():
    assert people("Arbejdsplads;Leder;AMR;TR\nNord;Bo Dam <bo@x.dk>;ib@x.dk;eva@x.dk\nSyd;lis@x.dk;;\n") == [
        ("Nord", "leader", "Bo Dam", "bo@x.dk"), ("Nord", "amr", "", "ib@x.dk"), ("Nord", "tr", "", "eva@x.dk"),
        ("Syd", "leader", "", "lis@x.dk"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["bo@x.dk\nib@x.dk", "bo@x.dk; ib@x.dk", "bo@x.dk\nBO@x.dk\nib@x.dk"])
def test_addresses_alone_are_leaders_and_each_counts_once(text):
    assert [(one[1], one[3]) for one in people(text)] == [("leader", "bo@x.dk"), ("leader", "ib@x.dk")]


def test_a_name_beside_an_address_is_kept():
    assert people("Bo Dam <bo@x.dk>\n") == [("", "leader", "Bo Dam", "bo@x.dk")]


def test_names_of_a_line_of_several_are_kept_where_they_are_certain():
    text = "Bo Dam <bo@x.dk>; Holm, Ib <ib@x.dk>; lis@x.dk; Eva; eva@x.dk"
    assert [(one[2], one[3]) for one in people(text)] == [
        ("Bo Dam", "bo@x.dk"), ("Ib Holm", "ib@x.dk"), ("", "lis@x.dk"), ("", "eva@x.dk"),
    ]  # fmt: skip


def test_a_sign_up_form_has_an_id_for_each_answer_and_an_address_column_of_its_own():
    text = "ID;Mail;Navn;Din mailadresse;Arbejdsplads;Rolle\n1;anonymous;Bo Dam;bo@x.dk;Nord;Skoleleder\n"
    assert people(text) == [("Nord", "leader", "Bo Dam", "bo@x.dk")]


def test_another_role_and_half_an_address_are_told_by_line():
    found = course_list("Mail;Rolle\nbo@x.dk;HR\nib@;TR\n")
    assert [one.line for one in found.faults] == [3, 2]


def test_columns_without_headings_are_one_fault_that_says_what_to_write():
    found = course_list("Bo Dam;bo@x.dk;leder;Nord\nIb;ib@x.dk;leder;Nord\nEva;eva@x.dk;AMR;Nord\n")
    assert [one.line for one in found.faults] == [1]
    assert "Person;Mail;Rolle;Arbejdsplads" in found.faults[0].text.da
    assert not found.people
    assert len(people("Person;Mail;Rolle;Arbejdsplads\nBo Dam;bo@x.dk;leder;Nord\nIb;ib@x.dk;leder;Nord\n")) == 2
