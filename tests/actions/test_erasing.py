"""A person erased: everything about them first, nobody left who said who it was, a number in the list of changes."""

import threading

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.sessions.models import Session
from django.test import Client

from kulturspejl.actions import erasing, lines, own_plan, persons, trio
from kulturspejl.actions import people as grants
from kulturspejl.actions.letters.choosing import choose_letter
from kulturspejl.cli.archive import load, schema
from kulturspejl.cli.archive.tables import LEFT_OUT
from kulturspejl.core.errors import Faulty, NotThere, Refused
from kulturspejl.core.permissions import Role
from kulturspejl.faces.shared import later
from kulturspejl.readers import about_me
from kulturspejl.records.models import (
    AuditEntry,
    ChangeNotice,
    Grant,
    LeaderLine,
    Letter,
    LetterOff,
    Organisation,
    PlanReminder,
    SealedPlan,
    SecurityEvent,
    SharedLine,
    User,
)
from kulturspejl.vault import ledger
from tests import people, signing_in
from tests.actions import town
from tests.attacks.test_room_left_over import on_disk

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def own_ledger(settings, tmp_path):
    settings.KULTURSPEJL_VAR = tmp_path


@pytest.fixture
def where():
    return people.team(9)


def words_for(where, person):
    return {
        "by": where.steward,
        "organisation_id": where.organisation,
        "person_id": person.id,
        "now": town.NOW,
    }


def erase(where, person, *, is_known=True):
    erasing.take_everything(**words_for(where, person))
    return erasing.erase(**words_for(where, person), is_known=is_known)


def every_value():
    """Every value of every table of ours and the library's, as one text."""
    found = []
    for label in (*about_me.APPS, "sessions"):
        for model in apps.get_app_config(label).get_models():
            found += [repr(row) for row in model._base_manager.values()]
    return "\n".join(found)


@pytest.mark.slow
def test_nothing_says_who_it_was_and_the_list_of_changes_says_a_number(where):
    karen = signing_in.with_app(where.leader)
    EmailAddress.objects.create(user=karen, email=karen.email, verified=True, primary=True)
    browser = Client()
    browser.force_login(karen)
    assert browser.get("/home").status_code == 200
    waiting = people.waiting_round(where)
    unit = apps.get_model("records", "RoundUnit").objects.get(round_id=waiting)
    lines.draw(
        by=karen, round_unit_id=unit.id, own=people.own_answers(A=20, B=16, C=10, D=14), now=town.NOW
    )
    assert karen.email in every_value()
    number = erase(where, karen)
    assert 10_000 <= number < 100_000
    left = every_value()
    assert "karen" not in left.lower()
    assert karen.email.encode() not in on_disk(), "nor on free pages, nor in the log"
    for model in (Authenticator, EmailAddress, LeaderLine, Letter):
        assert not model.objects.filter(
            **{"owner" if model is LeaderLine else "to" if model is Letter else "user": karen}
        )
    assert browser.get("/home").status_code == 302
    assert not Session.objects.exists()
    karen.refresh_from_db()
    assert (str(karen), karen.is_active, karen.number) == (f"#{number}", False, number)
    assert AuditEntry.objects.filter(verb="round.create", actor=karen).exists()
    assert not Grant.objects.filter(user=karen, ended_at__isnull=True).exists()
    client = Client(headers={"accept-language": "da"})
    client.force_login(where.steward)
    assert str(number) in client.get("/organisation/changes").content.decode()
    assert client.get(f"/people/{karen.id}").status_code == 404


def test_no_representative_goes_unseen_with_the_account(where):
    """Else whoever erases an AMR takes away who must say yes, and neither leader nor TR hears of it."""
    amr = where.amr
    erase(where, amr)
    line = AuditEntry.objects.get(verb="grant.end")
    assert (line.unit_id, line.person_id, line.said["role"]) == (where.unit, amr.id, "amr")
    assert set(ChangeNotice.objects.filter(entry=line).values_list("user", flat=True)) == {where.leader.id, where.tr.id}
    assert not Letter.objects.filter(to=amr).exists()


def test_the_number_is_the_one_that_older_lines_carry_already(where):
    grants.end(by=where.steward, grant_id=Grant.objects.get(user=where.tr).id, now=town.NOW)
    before = AuditEntry.objects.get(verb="grant.end", person=where.tr).person_number
    assert erase(where, where.tr) == before


def test_everything_is_downloaded_first_and_by_whoever_erases(where):
    with pytest.raises(Refused) as refused:
        erasing.erase(**words_for(where, where.tr), is_known=True)
    assert "Hent alt" in refused.value.text.da
    SecurityEvent.objects.create(user=where.tr, by=where.hr, at=town.NOW, kind="everything.taken")
    with pytest.raises(Refused):
        erasing.erase(**words_for(where, where.tr), is_known=True)


def test_whoever_runs_something_is_asked_about_and_oneself_and_the_last_administrator_stay(where):
    people.open_round(where)
    with pytest.raises(Refused) as refused:
        erase(where, where.leader, is_known=False)
    assert "i gang" in refused.value.text.da
    erase(where, where.leader, is_known=True)
    erasing.take_everything(**words_for(where, where.steward))
    with pytest.raises(Refused):
        erasing.erase(**words_for(where, where.steward), is_known=True)
    assert User.objects.get(id=where.steward.id).erased_on is None


def test_another_organisations_people_are_not_this_administrators(where):
    other = Organisation.objects.create(name="Anden")
    Grant.objects.create(user=where.tr, organisation=other, role=Role.HR, starts=town.NOW.date())
    with pytest.raises(Refused) as refused:
        erase(where, where.tr)
    assert "anden organisation" in refused.value.text.da
    with pytest.raises(Refused):
        persons.correct(**words_for(where, where.tr), name="Nu min", address="min@havnby.test")
    with pytest.raises(NotThere):
        erasing.take_everything(**{**words_for(where, where.tr), "by": where.hr})


def test_it_stands_in_the_ledger_before_anything_goes(where):
    erase(where, where.tr)
    (line,) = [one for one in ledger.entries() if one.what == ledger.PERSON]
    assert line.round_id == where.tr.id
    assert "tove" not in (ledger._file().read_text()).lower()


def test_everything_about_a_person_is_every_row_that_points_at_them_without_secrets(where):
    tove = signing_in.with_app(where.tr)
    rows = {part.name: part.rows for part in about_me.everything(tove, is_own=True, now=town.NOW).parts}
    pointing = {str(model._meta.object_name) for model, _fields in about_me.pointing_at_people()}
    assert {
        "Grant",
        "AuditEntry",
        "Authenticator",
        "EmailAddress",
        "LeaderLine",
        "Letter",
        "OpenSession",
    } <= pointing
    assert rows["User"][0]["email"] == tove.email
    assert len(rows["Grant"]) == Grant.objects.filter(user=tove).count() > 0
    said = repr(rows)
    assert signing_in.SEED not in said
    assert "sealed1:" not in said
    assert "scrypt" not in said


def test_a_leaders_own_lines_are_counted_to_the_administrator_and_told_to_the_leader_alone(where):
    waiting = people.waiting_round(where)
    unit = apps.get_model("records", "RoundUnit").objects.get(round_id=waiting)
    values = {"A": 20, "B": 16, "C": 10, "D": 14}
    lines.draw(by=where.leader, round_unit_id=unit.id, own=people.own_answers(**values), now=town.NOW)
    (own,) = [
        part
        for part in about_me.everything(where.leader, is_own=True, now=town.NOW).parts
        if part.name == "LeaderLine"
    ]
    (told,) = [
        part
        for part in about_me.everything(where.leader, is_own=False, now=town.NOW).parts
        if part.name == "LeaderLine"
    ]
    assert own.rows[0]["values"] == values
    assert (told.rows, told.left_out) == ((), 1)


def test_what_a_person_plans_and_writes_in_the_trio_is_counted_to_the_administrator_and_goes_with_the_person(where):
    person = where.tr
    own_plan.share_line(by=person, words="Jeg spørger først", now=town.NOW)
    own_plan.remind(by=person, weekday=0, now=town.NOW)
    own_plan.seal_plan(by=person, sealed="1." + "A" * 40, seen="")
    trio.choose_focus(by=person, unit_id=where.unit, words="Et stramt møde", now=town.NOW)
    told = {
        part.name: part for part in about_me.everything(person, is_own=False, now=town.NOW).parts
    }
    for name in ("SharedLine", "PlanReminder", "SealedPlan", "TrioFocus"):
        assert (told[name].rows, told[name].left_out) == ((), 1), name
    choose_letter(by=person, kind="follow_up_today", is_wanted=False, now=town.NOW)
    kept = [LetterOff.objects.get(), SharedLine.objects.get(), PlanReminder.objects.get(), SealedPlan.objects.get()]
    erase(where, person)
    for row in kept:
        assert not type(row).objects.exists()
        row.save(force_insert=True)
    load._replay(schema.of_store())
    assert not SealedPlan.objects.exists()
    assert not PlanReminder.objects.exists()
    assert not LetterOff.objects.exists()
    assert "records.SharedLine" in LEFT_OUT, "what was taken back is in no backup"


def test_a_corrected_address_ends_sessions_and_tells_both_addresses(where, mailoutbox, monkeypatch):
    monkeypatch.setattr(later, "do", lambda work: work())
    browser = Client()
    browser.force_login(where.tr)
    EmailAddress.objects.create(user=where.tr, email=where.tr.email, verified=True, primary=True)
    old = where.tr.email
    persons.correct(**words_for(where, where.tr), name="Tove\r\nNy", address=" Tove.NY@havnby.test ")
    tove = User.objects.get(id=where.tr.id)
    assert (tove.name, tove.email) == ("Tove Ny", "tove.ny@havnby.test")
    assert browser.get("/home").status_code == 302
    assert list(EmailAddress.objects.values_list("email", "verified")) == [(tove.email, False)]
    assert sorted(Letter.objects.filter(kind="account_changed").values_list("address", flat=True)) == [
        "",
        old,
    ]
    assert set(SecurityEvent.objects.filter(user=tove).values_list("kind", flat=True)) >= {
        "name.changed",
        "address.changed",
    }
    browser.post("/account/login/code/", {"email": tove.email})
    for thread in [one for one in threading.enumerate() if one.name == "kulturspejl-code-by-mail"]:
        thread.join(5)
    (letter,) = [one for one in mailoutbox if one.to == [tove.email]]
    browser.post("/account/login/code/confirm/", {"code": signing_in.code_in(letter.body)})
    assert EmailAddress.objects.get().verified, "by the code, and by nothing else"
    with pytest.raises(Faulty) as taken:
        persons.correct(**words_for(where, where.tr), name="", address=where.amr.email)
    assert "address" in taken.value.fields
    with pytest.raises(Faulty):
        persons.correct(**words_for(where, where.tr), name="", address="tove@")


def test_factors_are_forgotten_for_somebody_else_with_a_letter_and_never_for_oneself(where):
    signing_in.with_app(where.tr)
    persons.forget_factors(**words_for(where, where.tr))
    assert not Authenticator.objects.filter(user=where.tr).exists()
    letter = Letter.objects.get(to=where.tr, kind="account_changed")
    assert str(where.steward) in letter.values["what"]["da"]
    assert AuditEntry.objects.filter(verb="person.factors", actor=where.steward).exists()
    signing_in.with_app(where.steward)
    with pytest.raises(Refused):
        persons.forget_factors(**words_for(where, where.steward))
    assert Authenticator.objects.filter(user=where.steward).exists()


def test_whoever_was_erased_can_come_back_as_somebody_new(where):
    address = where.tr.email
    erase(where, where.tr)
    grants.grant(
        by=where.steward, organisation_id=where.organisation, email=address, name="Tove", role=Role.TR,
        unit_id=where.unit, ends=None, now=town.NOW,
    )  # fmt: skip
    assert User.objects.get(email=address).id != where.tr.id
