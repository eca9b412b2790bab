"""Lists of units: the difference that was seen is taken in, once, and for a day it can be taken back."""

import uuid
from datetime import timedelta

import pytest

from kulturspejl.access.permission import day_of
from kulturspejl.access.standing import grants_on
from kulturspejl.actions import erasing, organisations, people, plans, rounds, units
from kulturspejl.core.errors import Conflict, Faulty, NotThere, Refused
from kulturspejl.core.permissions import Role
from kulturspejl.core.tables.people import PersonLine
from kulturspejl.core.tables.units import UnitLine
from kulturspejl.readers import unit_list as reader
from kulturspejl.records.erased import address_of
from kulturspejl.records.models import Action, AuditEntry, Grant, Letter, Unit, UnitList, UnitVersion
from kulturspejl.values.known_units import known_units
from kulturspejl.values.tree import tree_on
from tests.actions import town

pytestmark = pytest.mark.django_db

NEXT = town.NOW + timedelta(days=30)
FIRST = [("9001", "", "Teknik og Miljø", 8), ("9002", "9001", "Vejafdelingen", 7), ("9003", "9001", "Parken", 9)]
SECOND = [("9001", "", "Teknik og Miljø", 8), ("9003", "9001", "Park og Natur", 11), ("9004", "9003", "Drift", 4)]


def lines(rows):
    return [UnitLine(number, id, name, parent, people) for number, (id, parent, name, people) in enumerate(rows, 2)]


def laid(where, rows, now=NEXT):
    return units.begin(by=where.steward, organisation_id=where.organisation, lines=lines(rows), now=now)


def take(where, rows, *, closing=(), now=NEXT, by=None, form=None, answers=None):
    """As a steward does who looks first."""
    list_id = laid(where, rows, now)
    units.answer(by=where.steward, list_id=list_id, answers=answers or {}, now=now)
    seen = reader.page(where.steward, list_id, now=now).digest
    done = units.take(by=by or where.steward, list_id=list_id, seen=seen, closing=closing, form=form, now=now)
    return list_id, {kind: number for kind, number in done.items() if number}


def named(where, name, now=NEXT):
    """The id of the unit of that name."""
    return next(one.id for one in known_units(where.organisation, day_of(now)) if one.name == name)


def stands(where, now=NEXT):
    """name -> (name of the parent, size, own id)."""
    found = known_units(where.organisation, day_of(now))
    names = {one.id: one.name for one in found}
    return {
        one.name: (names.get(one.parent, ""), one.headcount, one.own_id) for one in found if not one.is_closed
    }


def test_next_months_list_changes_what_is_different_and_nothing_is_doubled():
    where = town.found_town()
    take(where, FIRST)
    before = stands(where)
    assert take(where, FIRST)[1] == {"same": 3}
    assert stands(where) == before
    _, done = take(where, SECOND, closing=[named(where, "Vejafdelingen")])
    assert done == {"new": 1, "renamed": 1, "size": 1, "closed": 1, "same": 1}
    assert stands(where) == {
        "Hjemmeplejen": ("", 0, ""), "Hjemmepleje Nord": ("Hjemmeplejen", 12, ""),
        "Teknik og Miljø": ("", 8, "9001"), "Park og Natur": ("Teknik og Miljø", 11, "9003"),
        "Drift": ("Park og Natur", 4, "9004"),
    }  # fmt: skip
    assert UnitVersion.objects.filter(unit=named(where, "Park og Natur")).count() == 2, "what it was stays"


def test_missing_units_stay_where_nobody_has_ticked_them():
    where = town.found_town()
    take(where, FIRST)
    assert take(where, SECOND)[1] == {"new": 1, "renamed": 1, "size": 1, "same": 1}
    assert {"Vejafdelingen", "Hjemmeplejen", "Hjemmepleje Nord"} <= stands(where).keys()


def test_only_the_difference_that_was_seen_is_taken_in():
    where = town.found_town()
    take(where, FIRST)
    list_id = laid(where, SECOND)
    seen = reader.page(where.steward, list_id, now=NEXT).digest
    organisations.change_unit(
        by=where.steward, unit_id=named(where, "Parken"), name="Parkdriften", parent=None, headcount=9, now=NEXT
    )
    before = stands(where)
    with pytest.raises(Conflict):
        units.take(by=where.steward, list_id=list_id, seen=seen, now=NEXT)
    assert stands(where) == before
    assert reader.page(where.steward, list_id, now=NEXT).digest != seen


def test_pressed_twice_it_is_taken_in_once_and_a_list_is_good_for_a_day():
    where, form = town.found_town(), uuid.uuid4()
    list_id, done = take(where, FIRST, form=form)
    again = units.take(by=where.steward, list_id=list_id, seen="", form=form, now=NEXT)
    assert {kind: number for kind, number in again.items() if number} == done
    assert Unit.objects.count() == 5
    with pytest.raises(NotThere):
        units.take(by=where.steward, list_id=list_id, seen="", now=NEXT)
    late = laid(where, SECOND)
    with pytest.raises(NotThere):
        reader.page(where.steward, late, now=NEXT + timedelta(days=1, seconds=1))
    units.forget_old(now=NEXT + timedelta(days=1, seconds=1))
    assert UnitList.objects.count() == 0, "neither lines nor what stood before are kept longer"


def test_only_a_steward_may_look_answer_take_and_take_back():
    where = town.found_town()
    list_id = laid(where, FIRST)
    for by in (where.leader, where.hr, where.amr):
        for ask in (
            lambda by=by: units.begin(by=by, organisation_id=where.organisation, lines=lines(FIRST), now=NEXT),
            lambda by=by: units.answer(by=by, list_id=list_id, answers={2: "new"}, now=NEXT),
            lambda by=by: units.take(by=by, list_id=list_id, seen="", now=NEXT),
            lambda by=by: units.undo(by=by, list_id=list_id, now=NEXT),
            lambda by=by: reader.page(by, list_id, now=NEXT),
        ):
            with pytest.raises(NotThere):
                ask()


def test_what_is_open_is_answered_before_it_is_taken_in():
    where = town.found_town()
    take(where, FIRST)
    rows = [("7777", "9001", "Parken", 9)]
    with pytest.raises(Refused):
        take(where, rows)
    park = named(where, "Parken")
    assert take(where, rows, answers={2: str(park)})[1] == {"id": 1}
    assert Unit.objects.get(id=park).external_id == "7777"


def test_a_list_that_a_unit_would_hang_on_is_refused_whole():
    where = town.found_town()
    take(where, FIRST)
    rows = [("9002", "9001", "Vejafdelingen", 7), ("9003", "9001", "Parken", 9)]
    before = stands(where)
    with pytest.raises(Refused) as refused:
        take(where, rows, closing=[named(where, "Teknik og Miljø")])
    assert "kan ikke nedlægges" in refused.value.text.da
    assert stands(where) == before


@pytest.mark.slow
def test_taken_back_within_a_day_everything_is_as_it_was():
    where = town.found_town()
    take(where, FIRST)
    before, rows = stands(where), UnitVersion.objects.count()
    list_id, _ = take(where, SECOND, closing=[named(where, "Vejafdelingen")])
    soon = NEXT + timedelta(hours=3)
    form = uuid.uuid4()
    for _press in range(2):
        units.undo(by=where.steward, list_id=list_id, form=form, now=soon)
    assert stands(where) == before
    assert not Unit.objects.filter(external_id="9004").exists(), "what the list made is gone"
    assert UnitVersion.objects.count() > rows, "where units have stood stays on record"
    assert take(where, SECOND, now=soon)[1] == {"new": 1, "renamed": 1, "size": 1, "same": 1}, "and it can be again"
    assert AuditEntry.objects.filter(verb="unit.undo").count() == 1


@pytest.mark.slow
def test_a_new_unit_that_others_have_stood_under_stays_as_a_closed_one():
    where = town.found_town()
    take(where, FIRST)
    before = stands(where)
    list_id, _ = take(where, [("9001", "", "Teknik og Miljø", 8), ("9", "9001", "Nyt", 0), ("9003", "9", "Parken", 9)])
    units.undo(by=where.steward, list_id=list_id, now=NEXT)
    assert stands(where) == before
    assert "Nyt" in {one.name for one in tree_on(where.organisation, day_of(NEXT)).closed.values()}
    assert take(where, FIRST)[1] == {"same": 3}


def given(where, name):
    people.grant(by=where.steward, organisation_id=where.organisation, email="ny@havnby.test", name="Ny",
                 role=Role.LEADER, unit_id=named(where, name), ends=None, now=NEXT)  # fmt: skip


def asked(where, name):
    unit = named(where, name)
    rounds.create(by=where.steward, root=unit, people={unit: rounds.People(cards=4)},
                  closes_at=NEXT + timedelta(days=9), points=10, preferred="drawn", why="", language="da",
                  now=NEXT)  # fmt: skip


def renamed(where, name):
    organisations.change_unit(by=where.steward, unit_id=named(where, name), name="Andet", parent=None, headcount=9,
                              now=NEXT)  # fmt: skip


def below(where, name):
    organisations.add_unit(by=where.steward, organisation_id=where.organisation, name="Under",
                           parent=named(where, name), headcount=1, now=NEXT)  # fmt: skip


def sent(where, name):
    """By a leader whom the list itself appointed."""
    Action.objects.create(unit_id=named(where, name), what="Fem minutter", state="idea")


@pytest.mark.parametrize(
    ("build", "name", "told"),
    [
        (given, "Drift", "har fået en rettighed"),
        (asked, "Drift", "lavet en måling"),
        (asked, "Park og Natur", "lavet en måling"),
        (renamed, "Park og Natur", "ændret igen"),
        (below, "Drift", "lagt under Drift"),
        (sent, "Drift", "aftalt noget"),
    ],
)
def test_what_has_been_built_on_a_list_stands_in_its_way_back_and_is_said(build, name, told):
    where = town.found_town()
    take(where, FIRST)
    list_id, _ = take(where, SECOND)
    build(where, name)
    before = stands(where)
    with pytest.raises(Refused) as refused:
        units.undo(by=where.steward, list_id=list_id, now=NEXT)
    assert told in refused.value.text.da
    assert stands(where) == before


def test_a_list_is_taken_back_for_a_day_and_no_longer():
    where = town.found_town()
    list_id, _ = take(where, FIRST)
    assert reader.last_taken(where.organisation, now=NEXT).list_id == list_id
    late = NEXT + timedelta(days=1, seconds=1)
    assert reader.last_taken(where.organisation, now=late) is None
    with pytest.raises(NotThere):
        units.undo(by=where.steward, list_id=list_id, now=late)


def test_what_a_tick_closes_is_told_with_it():
    where = town.found_town()
    town.open_round(where, cards=6)
    plans.choose_trait(by=where.leader, unit_id=where.unit, stems_from=None, more_of="Dialog", less_of="",
                       notice="Vi spørger", better_for="borgerne", now=town.NOW)  # fmt: skip
    page = reader.page(where.steward, laid(where, FIRST, town.NOW), now=town.NOW)
    nord = next(one for one in page.missing if one.unit.id == where.unit)
    assert (nord.depth, nord.hanging.plans) == (1, 1)
    assert {name for name, _ in nord.hanging.people} == {"Karen", "Amir", "Tove"}
    assert "De 6, der er inviteret, kan stadig svare" in nord.told[1].da


def someone(line, role, name, unit=""):
    return PersonLine(line, name, f"{name.lower()}@havnby.test", role, unit)


def in_force(where, now=NEXT):
    return {(row.user.name, row.role) for row in grants_on(day_of(now)).filter(organisation_id=where.organisation)}


def take_people(where, people=(), rows=(), roles=(), *, ending=(), now=NEXT):
    list_id = units.begin(
        by=where.steward, organisation_id=where.organisation, lines=lines(rows), people=people, roles=roles, now=now
    )
    page = reader.page(where.steward, list_id, now=now)
    chosen = [one.grant_id for one in page.leaving if one.name in ending]
    units.take(by=where.steward, list_id=list_id, seen=page.digest, ending=chosen, now=now)
    return list_id, page


def test_leaders_and_representatives_come_with_their_units_and_the_same_again_changes_nothing():
    where = town.found_town()
    beside = [someone(2, "leader", "Lis"), someone(3, "amr", "Ole"), someone(3, "leader", "Per")]
    before = Letter.objects.count()
    take_people(where, beside, FIRST, ["leader", "amr"])
    assert {("Lis", "leader"), ("Ole", "amr"), ("Per", "leader")} <= in_force(where)
    assert Grant.objects.get(user__name="Per").unit_id == named(where, "Vejafdelingen")
    assert Letter.objects.count() - before == 3, "one letter to each"
    list_id = units.begin(by=where.steward, organisation_id=where.organisation, lines=lines(FIRST), people=beside,
                          roles=["leader", "amr"], now=NEXT)  # fmt: skip
    page = reader.page(where.steward, list_id, now=NEXT)
    assert page.is_nothing
    assert (page.people.same, page.leaving) == (3, ())


def test_who_is_no_longer_in_the_list_stays_unless_ticked():
    where = town.found_town()
    rows = [("", "Hjemmeplejen", "Hjemmepleje Nord", 12)]
    _, page = take_people(where, [someone(2, "leader", "Nynne")], rows, ["leader"])
    assert [(one.name, one.role) for one in page.leaving] == [("Karen", "leader")], "AMR and TR have no column"
    assert {("Nynne", "leader"), ("Karen", "leader"), ("Amir", "amr")} <= in_force(where)
    take_people(where, [someone(2, "leader", "Nynne")], rows, ["leader"], ending=["Karen"])
    assert ("Karen", "leader") not in in_force(where)


def test_a_list_of_people_alone_finds_its_units_and_never_ends_an_administrator():
    where = town.found_town()
    wanted = [someone(2, "tr", "Tine", "hjemmepleje nord"), someone(3, "hr", "Hans"), someone(4, "steward", "Sanne")]
    _, page = take_people(where, wanted)
    assert [(one.name, one.unit) for one in page.given] == [("Tine", "Hjemmepleje Nord")]
    assert [one.name for one in page.leaving] == ["Tove"]
    assert not page.has_units
    list_id = units.begin(by=where.steward, organisation_id=where.organisation, now=NEXT, people=[
        someone(2, "leader", "Ib", "Findes ikke"), someone(3, "leader", "Bo")])  # fmt: skip
    told = dict(reader.page(where.steward, list_id, now=NEXT).faults)
    assert "Findes ikke" in told[2].da
    assert "Skriv den enhed" in told[3].da


def test_permissions_of_a_list_are_taken_back_with_it():
    where = town.found_town()
    before = in_force(where)
    rows = [*FIRST, ("", "Hjemmeplejen", "Hjemmepleje Nord", 12)]
    beside = [someone(3, "leader", "Per"), someone(5, "leader", "Nynne")]
    list_id, _ = take_people(where, beside, rows, ["leader"], ending=["Karen"])
    assert in_force(where) != before
    units.undo(by=where.steward, list_id=list_id, now=NEXT)
    assert in_force(where) == before
    assert Grant.objects.filter(user__name="Per").get().ended_at == NEXT, "what it opened is counted for good"
    assert "Vejafdelingen" in {one.name for one in tree_on(where.organisation, day_of(NEXT)).closed.values()}


def test_taking_back_gives_nothing_to_whoever_was_erased_since_and_nothing_that_is_over(settings, tmp_path):
    settings.KULTURSPEJL_VAR = tmp_path
    where = town.found_town()
    Grant.objects.filter(user=where.tr).update(ends=day_of(NEXT))
    rows = [*FIRST, ("", "Hjemmeplejen", "Hjemmepleje Nord", 12)]
    beside = [someone(5, "leader", "Nynne"), someone(5, "tr", "Ny")]
    list_id, _ = take_people(where, beside, rows, ["leader", "tr"], ending=["Karen", "Tove"])
    said = {"by": where.steward, "organisation_id": where.organisation, "person_id": where.leader.id, "now": NEXT}
    erasing.take_everything(**said)
    erasing.erase(**said, is_known=True)
    soon = NEXT + timedelta(hours=20)
    assert day_of(soon) > day_of(NEXT)
    units.undo(by=where.steward, list_id=list_id, now=soon)
    assert not {"leader", "tr"} & {role for _name, role in in_force(where, soon)}
    with pytest.raises(Faulty):
        people.grant(by=where.steward, organisation_id=where.organisation, name="", role=Role.HR, unit_id=None,
                     ends=None, email=address_of(where.leader.id), now=soon)  # fmt: skip


def test_a_number_that_a_list_has_freed_may_be_another_units_by_now():
    where = town.found_town()
    take(where, FIRST)
    road = named(where, "Vejafdelingen")
    first, _ = take(where, [("7002", "9001", "Vejafdelingen", 7)], answers={2: str(road)})
    take(where, [("9002", "9001", "Kloakken", 3)])
    with pytest.raises(Refused) as refused:
        units.undo(by=where.steward, list_id=first, now=NEXT)
    assert "Kloakken har siden fået nummeret 9002" in refused.value.text.da
