"""A list whose columns are not understood is asked about, once; nothing is left aside in silence."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kulturspejl.core.tables.headings import Column
from kulturspejl.records.models import Organisation, UnitList
from tests import people
from tests.core.tables.workbooks import xlsx

pytestmark = pytest.mark.django_db(transaction=True)
HEAD = ["Enhedsnr", "Refererer til", "Enhedsnavn", "Antal ansatte", "Telefon"]
ROWS = [["9001", "", "Børnehaven Blæksprutten", "8", "12345678"], ["9002", "9001", "Stue 1", "7", ""]]
TEXT = "\n".join(";".join(row) for row in [HEAD, *ROWS])


def post(client, **given):
    return client.post(reverse("unit_table"), given)


def hidden(page):
    """What the page carries along, and each select as it stands."""
    found = dict(re.findall(r'<input type="hidden" name="(kept|columns|of_sheet|encoding)" value="([^"]*)"', page))
    for name, options in re.findall(r'<select name="(column-\d+|sheet)".*?>(.*?)</select>', page, re.S):
        chosen = re.search(r'<option(?: value="([^"]*)")? selected>([^<]*)', options)
        found[name] = chosen[1] or chosen[2]
    return found


def lines():
    (made,) = UnitList.objects.all()
    return [(line["unit_id"], line["parent"], line["name"], line["headcount"]) for line in made.lines]


WANTED = [("9001", "", "Børnehaven Blæksprutten", 8), ("9002", "9001", "Stue 1", 7)]


def test_a_column_that_is_not_understood_is_asked_about_and_next_month_not_again(at):
    where = people.team(9)
    client = at(where.steward)
    page = post(client, rows=TEXT).content.decode()
    assert UnitList.objects.count() == 0
    assert "What is what?" in page
    assert "9001" in page
    found = hidden(page)
    assert (found["column-0"], found["column-1"], found["column-2"]) == ("unit_id", "not_used", "name")
    answer = post(client, rows=TEXT, **found | {"column-1": "parent"})
    assert answer.status_code == 302
    assert lines() == WANTED
    assert Organisation.objects.get().headings == {"refererertil": "parent", "telefon": "not_used"}
    UnitList.objects.all().delete()
    assert post(client, rows=TEXT.replace("Refererer til", "REFERERER-TIL")).status_code == 302
    assert lines() == WANTED
    assert any("Telefon" in told["da"] for told in UnitList.objects.get().told), "told each time all the same"


@pytest.mark.slow
def test_a_file_waits_while_it_is_asked_how_it_is_written_and_what_is_what(at):
    client = at(people.team(9).steward)
    for data in (TEXT.encode("mac_roman"), TEXT.encode("cp850"), TEXT.encode("utf-16")):
        page = post(client, file=SimpleUploadedFile("enheder.csv", data)).content.decode()
        found = hidden(page)
        if "encoding" not in found:
            readings = re.findall(r'value="(\w+)"\s+(checked)?>\s*<span>([^<]*)<small>', page)
            assert readings[0][1:] == ("checked", "Børnehaven · Blæksprutten ")
            found["encoding"] = readings[0][0]
        assert post(client, **found | {"column-1": "parent"}).status_code == 302
        assert lines() == WANTED
        UnitList.objects.all().delete()
        Organisation.objects.update(headings={})


def test_another_sheet_can_be_chosen_and_is_asked_about_anew(at):
    client = at(people.team(9).steward)
    book = xlsx({"Andet": [["a", "b"], ["x", "y"]], "Enheder": [HEAD, *ROWS]})
    found = hidden(post(client, file=SimpleUploadedFile("e.xlsx", book)).content.decode())
    assert found["sheet"] == "Enheder"
    other = hidden(post(client, **found | {"sheet": "Andet"}).content.decode())
    assert (other["of_sheet"], other["column-0"]) == ("Andet", "not_used")
    back = hidden(post(client, **other | {"sheet": "Enheder"}).content.decode())
    assert post(client, **back | {"column-1": "parent"}).status_code == 302
    assert lines() == WANTED


def test_answers_that_cannot_be_are_said_and_a_list_without_headings_can_be_told_so(at):
    client = at(people.team(9).steward)
    bare = "\n".join(";".join(row) for row in ROWS)
    found = hidden(post(client, rows=bare).content.decode())
    wrong = post(client, rows=bare, **found)
    assert wrong.status_code == 422
    assert "Choose the column with the unit’s name" in wrong.content.decode()
    twice = post(client, rows=bare, **found | {"column-2": "name", "column-0": "name"})
    assert "Two columns cannot be the same thing" in twice.content.decode()
    right = {"column-0": "unit_id", "column-1": "parent", "column-2": "name", "column-3": "headcount"}
    assert post(client, rows=bare, **found | right | {"no_headings": "on"}).status_code == 302
    assert lines() == WANTED
    assert Organisation.objects.get().headings == {}, "there was no heading to remember"


def test_whoever_wants_to_sees_the_columns_and_corrects_what_was_understood(at):
    client = at(people.team(9).steward)
    text = "Nr;Enhed;Antal\n1;Vej;8\n"
    assert "What is what?" in post(client, rows=text, step="columns").content.decode()
    found = hidden(post(client, rows=text, step="columns").content.decode())
    assert post(client, rows=text, **found | {"column-0": "not_used"}).status_code == 302
    assert lines() == [("", None, "Vej", 8)]
    assert Organisation.objects.get().headings == {"nr": Column.NOT_USED.value}


def test_what_was_kept_can_be_anything_and_is_a_sentence(at):
    client = at(people.team(9).steward)
    for kept in ("?", "UEsDBA==", "A" * 40):
        answer = post(client, kept=kept, columns="3", **{"column-0": "name", "column-x": "", "column-1": "steward"})
        assert answer.status_code in (200, 422)
    assert UnitList.objects.count() == 0


def test_only_a_steward_teaches_headings(at):
    where = people.team(9)
    assert post(at(where.leader), rows=TEXT).status_code == 404
    assert Organisation.objects.get().headings == {}
