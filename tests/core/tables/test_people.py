"""People of a list: each with a role and a unit, or told why not."""

import pytest

from kulturspejl.core.tables.headings import understood
from kulturspejl.core.tables.people import PEOPLE_COLUMNS, People, people_from
from kulturspejl.core.tables.read import read


def people(text: str) -> People:
    table = read(text)
    return people_from(table, understood(table.headings, wanted=PEOPLE_COLUMNS))


def test_people_stand_with_role_and_unit_by_name_or_id():
    found = people(
        "Medarbejder;E-mail;Rolle;Enhed\nHansen, Anna;ANNA@x.dk;Leder;Børn, Unge og Kultur\n;Bo <bo@x.dk>;AMR;Vej\n"
        "Ida;ida@x.dk;Tillidsrepræsentant;Vej\n"
    )
    assert [(one.line, one.name, one.address, one.role, one.unit) for one in found.lines] == [
        (2, "Hansen, Anna", "anna@x.dk", "leader", "Børn, Unge og Kultur"), (3, "Bo", "bo@x.dk", "amr", "Vej"),
        (4, "Ida", "ida@x.dk", "tr", "Vej"),
    ]  # fmt: skip
    assert (found.faults, found.told) == ([], [])


@pytest.mark.parametrize(
    "heading", ["Navn;E-mail;Rolle;Enhed", "Name;Mail;Role;Unit", "Fulde navn;Email;Funktion;Afdeling"]
)
def test_in_a_list_of_people_a_name_is_a_person_s(heading):
    (one,) = people(f"{heading}\nIda;ida@x.dk;TR;Vej\n").lines
    assert (one.name, one.unit) == ("Ida", "Vej")


def test_a_name_may_stand_in_two_columns():
    found = people("Efternavn;Fornavn;Arbejds-e-mail;Rolle;Tjenestested\nHansen;Ida;ida@x.dk;TR;Vej\n")
    assert [(one.name, one.unit) for one in found.lines] == [("Ida Hansen", "Vej")]
    assert found.told == []


def test_columns_that_are_not_used_and_a_guess_are_told():
    table = read("Navn;E-mail;Rolle;Enhed;Telefon\nSøren;s@x.dk;TR;Børn;12345678\n".encode("mac_roman"))
    found = people_from(table, understood(table.headings, wanted=PEOPLE_COLUMNS))
    assert (found.lines[0].name, found.lines[0].unit) == ("Søren", "Børn")
    assert [told.line for told in found.told] == [0, 1]
    assert "Macintosh" in found.told[0].text.da
    assert "Telefon" in found.told[1].text.da


def test_what_cannot_be_used_is_told_by_line():
    found = people("E-mail;Rolle;Enhed\na@x.dk;Rengøring;Vej\n;Leder;Vej\nb@;Leder;Vej\nc@x.dk d@x.dk;TR;Vej\n")
    assert found.lines == []
    assert [fault.line for fault in found.faults] == [2, 4, 5]
    assert "er ikke en rolle" in found.faults[0].text.da
    assert [told.line for told in found.told] == [3]


def test_a_permission_that_stands_twice_counts_once_and_is_said():
    found = people("E-mail;Rolle;Enhed\na@x.dk;AMR;Vej\nA@X.dk\u200b;Arbejdsmiljørepræsentant;VEJ\na@x.dk;TR;Vej\n")
    assert [(one.line, one.role) for one in found.lines] == [(2, "amr"), (4, "tr")]
    assert [(one.line, "i linje 2 og tæller én gang" in one.text.da) for one in found.told] == [(3, True)]
    assert found.faults == []


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("Manager", "leader"), ("Chef", "leader"), ("Enhedsleder", "leader"), ("Afdelingsleder", "leader"),
        ("Institutionsleder", "leader"), ("Daglig leder", "leader"), ("Safety representative", "amr"),
        ("Tillidsvalgt", "tr"), ("Shop steward", "tr"), ("Union representative", "tr"), ("FTR", "tr"),
        ("Personale", "hr"), ("HR-konsulent", "hr"), ("HR consultant", "hr"), ("Underviser", "facilitator"),
        ("Konsulent", "facilitator"), ("Proceskonsulent", "facilitator"), ("Administrator", "steward"),
        ("Admin", "steward"),
    ],
)  # fmt: skip
def test_a_role_is_known_by_every_name_that_lists_give_it(written, role):
    (one,) = people(f"E-mail;Rolle;Enhed\na@x.dk;{written};Vej\n").lines
    assert one.role == role
