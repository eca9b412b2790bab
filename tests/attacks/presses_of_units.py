"""How the forms of units, and of lists of units and people, are pressed."""

from kulturspejl.actions import organisations
from kulturspejl.faces.shared import clock
from tests import lists, people
from tests.actions import town
from tests.attacks.forms_on import form_on
from tests.attacks.pressing import Press, browser, of


def new_unit():
    where = people.team(9)
    return of(browser(where.steward), "/organisation/units/new", name="Syd", parent=str(where.top), headcount="9")


def unit_table():
    where = people.team(9)
    client, page = browser(where.steward), "/organisation/units/table"
    text = {"rows": "unit_id,parent_id,name,headcount\n1,,Skole,4\n2,1,Indskoling,8\n"}
    return Press(client, page, {**form_on(client, page), **text, "step": "new"})


def people_table():
    where = people.team(9)
    text = "Mail;Rolle;Enhed\nny@havnby.test;leder;Hjemmepleje Nord\n"
    return of(browser(where.steward), "/people/table", rows=text)


def take_list():
    where = people.team(9)
    return of(browser(where.steward), f"/organisation/units/lists/{lists.laid(where, clock.now())}", step="take")


def answer_list():
    where = people.team(9)
    return of(browser(where.steward), f"/organisation/units/lists/{lists.laid(where, clock.now())}", step="answer")


def take_list_back():
    where = people.team(9)
    undo = f"/organisation/units/lists/{lists.taken(where, clock.now())}/undo"
    return of(browser(where.steward), "/organisation", undo)


def open_unit_again():
    where = people.team(9)
    page = f"/organisation/units/{lists.closed_unit(where, town.NOW)}/open"
    return of(browser(where.steward), page, parent=str(where.top))


def change_unit():
    where = people.team(9)
    page = f"/organisation/units/{where.unit}"
    return of(browser(where.steward), page, name="Nord", parent=str(where.top), headcount="8")


def close_unit():
    where = people.team(9)
    syd = organisations.add_unit(
        by=where.steward, organisation_id=where.organisation, name="Syd", parent=where.top, headcount=3, now=town.NOW
    )
    page = f"/organisation/units/{syd}"
    return of(browser(where.steward), page, f"{page}/close")


def list_of_help():
    where = people.team(9)
    line = {"hr.who": "Hanne Holm", "hr.phone": "70 12 34 56"}
    return of(browser(where.steward), "/organisation/help", keeper="Stine", **line)
