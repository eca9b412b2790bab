"""What leader, AMR and TR do together: any of them may, nobody else, and nothing is overwritten unseen."""

from datetime import timedelta

import pytest

from kulturspejl.actions import trio
from kulturspejl.core.errors import Conflict, NotThere, Refused
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import AnnualMatter, AuditEntry, TrioAgreement, TrioFocus, TrioMeeting
from kulturspejl.vault import ledger
from tests import people
from tests.actions import meetings

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def where(settings, tmp_path):
    settings.KULTURSPEJL_VAR = tmp_path
    return people.team(9)


def test_a_focus_is_chosen_and_the_one_before_stays_with_its_day(where):
    for by, words in (
        (where.leader, "Ro i vagtskiftet"),
        (where.tr, "Tid til faglig snak"),
        (where.tr, "Tid til faglig snak"),
    ):
        trio.choose_focus(by=by, unit_id=where.unit, words=words, now=clock.now())
    rows = TrioFocus.objects.order_by("is_current").values_list("words", "is_current", "chosen_by__name")
    assert list(rows) == [("Ro i vagtskiftet", False, "Karen"), ("Tid til faglig snak", True, "Tove")]


def test_of_two_who_write_the_agreement_the_second_is_told(where):
    def write(by, seen, **values):
        trio.change_agreement(by=by, unit_id=where.unit, seen=seen, values=values, now=clock.now())

    write(where.amr, 0, meetings="Hver måned")
    with pytest.raises(Conflict):
        write(where.leader, 0, meetings="Hver uge")
    write(where.leader, 1, meetings="Hver uge")
    assert TrioAgreement.objects.get().fields == {"meetings": "Hver uge"}


def test_one_meeting_stands_ahead_and_its_minutes_are_not_written_before_it(where):
    made = meetings.a_meeting(where, days=3)
    with pytest.raises(Refused):
        meetings.a_meeting(where, days=9, by=where.leader)
    with pytest.raises(Refused, match="not been held"):
        trio.write_minutes(
            by=where.tr, meeting_id=made, seen=1, values=meetings.MINUTES, months=12, now=clock.now()
        )
    trio.change_meeting(by=where.tr, meeting_id=made, seen=1, day=clock.today(), now=clock.now())
    with pytest.raises(Conflict):
        trio.write_minutes(
            by=where.tr, meeting_id=made, seen=1, values=meetings.MINUTES, months=12, now=clock.now()
        )
    trio.write_minutes(
        by=where.tr, meeting_id=made, seen=2, values=meetings.MINUTES, months=12, now=clock.now()
    )
    for forbidden in (
        lambda: trio.call_off(by=where.amr, meeting_id=made, now=clock.now()),
        lambda: trio.change_meeting(
            by=where.amr, meeting_id=made, seen=3, day=clock.today() + timedelta(days=1), now=clock.now()
        ),
    ):
        with pytest.raises(Refused):
            forbidden()
    meetings.a_meeting(where, days=30)
    assert TrioMeeting.objects.count() == 2


def test_an_old_meeting_is_not_moved_beside_the_one_that_stands_ahead(where):
    old = meetings.a_meeting(where)
    TrioMeeting.objects.filter(id=old).update(day=clock.today() - timedelta(days=2))
    trio.plan_meeting(by=where.leader, unit_id=where.unit, day=clock.today() + timedelta(days=9), now=clock.now())
    with pytest.raises(Refused, match="ahead of you already"):
        trio.change_meeting(
            by=where.tr, meeting_id=old, seen=1, day=clock.today() + timedelta(days=3), now=clock.now()
        )


def test_minutes_go_on_their_day_and_no_restore_brings_them_back(where):
    kept, thrown = meetings.with_minutes(where), None
    trio.delete_due(now=clock.now() + timedelta(days=364))
    assert TrioMeeting.objects.filter(id=kept).exists()
    trio.delete_due(now=clock.now() + timedelta(days=367))
    thrown = meetings.with_minutes(where)
    trio.delete_meeting(by=where.leader, meeting_id=thrown, now=clock.now())
    never = meetings.a_meeting(where)
    trio.delete_due(now=clock.now() + timedelta(days=181))
    assert not TrioMeeting.objects.exists()
    on_ledger = [one.round_id for one in ledger.entries() if one.what == ledger.TRIO_MEETING]
    assert on_ledger == [kept, thrown, never]


def test_nobody_else_reads_or_writes_and_what_is_written_is_noted_without_its_words(where):
    meetings.a_matter(where)
    trio.choose_focus(by=where.leader, unit_id=where.unit, words="Ro i vagtskiftet", now=clock.now())
    for stranger in (where.hr, where.steward, people.leader_above(where)):
        with pytest.raises(NotThere):
            trio.choose_focus(by=stranger, unit_id=where.unit, words="Mere tempo", now=clock.now())
        with pytest.raises(NotThere):
            trio.take_off_sheet(by=stranger, matter_id=AnnualMatter.objects.get().id, now=clock.now())
    noted = AuditEntry.objects.filter(verb__startswith="trio.")
    assert sorted(noted.values_list("verb", flat=True)) == ["trio.focus", "trio.matter"]
    assert not [one for one in noted if "Ro" in str(one.said) or "Støj" in str(one.said)]
    assert {one.unit_id for one in noted} == {where.unit}
