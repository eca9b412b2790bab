"""Signing up by a link: by letter and a yes, for so many, until a day; and a lost link again, which tells nothing."""

import re
from datetime import timedelta

import pytest
from django.core import mail

from kulturspejl.access.course_access import membership_by_key
from kulturspejl.actions import courses
from kulturspejl.actions.courses import signing_up
from kulturspejl.core.errors import Faulty, Gone, NotThere, Refused
from kulturspejl.records.models import CourseGroup, CourseLetter, Membership
from kulturspejl.values.ends_of_a_day import start_of
from tests.actions.courses.made import a_course
from tests.actions.town import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
UNTIL = NOW.date() + timedelta(days=10)
TRIO = (("leader", "Mette Friis", "mette@ny.test"), ("amr", "Ole Krag", "ole@ny.test"), ("tr", "", ""))


def opened(most: int = 2):
    made = a_course(people="")
    courses.open_sign_up(by=made.frida, class_id=made.class_id, most=most, until=UNTIL, now=NOW)
    return made, made.held.sign_up_code


def sign_up(code, people=TRIO, now=NOW, workplace="Fjordskolen"):
    courses.sign_up(code=code, workplace=workplace, people=people, language="da", now=now)


def link(address: str) -> str:
    body = next(one.body for one in reversed(mail.outbox) if one.to == [address])
    return re.search(r"/course/(\w+)", body)[1]


def test_a_group_is_on_the_class_once_its_leader_has_said_yes():
    _made, code = opened()
    sign_up(code)
    courses.send_waiting(now=NOW)
    assert [one.to for one in mail.outbox] == [["mette@ny.test"]], "nobody else is written to before the yes"
    secret = link("mette@ny.test")
    with pytest.raises(NotThere):
        membership_by_key(secret, now=NOW)
    courses.confirm(secret=secret, now=NOW)
    courses.confirm(secret=secret, now=NOW)
    assert membership_by_key(secret, now=NOW).member.name == "Mette Friis"
    courses.send_waiting(now=NOW)
    assert [one.to[0] for one in mail.outbox] == ["mette@ny.test", "ole@ny.test"]
    assert CourseGroup.objects.get().members.count() == 2


def test_without_a_yes_it_is_forgotten_and_the_place_is_free():
    _made, code = opened(most=1)
    sign_up(code)
    later = NOW + timedelta(days=4)
    courses.delete_due(now=later)
    assert not Membership.objects.exists()
    assert not CourseGroup.objects.exists()
    sign_up(code, (("leader", "Bo", "bo@ny.test"),), now=later)
    assert Membership.objects.get().name == "Bo"


def test_the_last_day_that_the_letter_names_is_good_until_midnight():
    _made, code = opened()
    sign_up(code)
    courses.send_waiting(now=NOW)
    assert "senest 26. november 2026" in " ".join(mail.outbox[0].body.split())
    last = start_of(NOW.date() + timedelta(days=4)) - timedelta(minutes=1)
    courses.delete_due(now=last)
    sign_up(code, (("leader", "Bo", "bo@ny.test"),), now=last)
    courses.confirm(secret=_own_key("mette@ny.test"), now=last)
    assert Membership.objects.get(address="mette@ny.test").confirmed_at == last
    with pytest.raises(NotThere):
        membership_by_key(_own_key("bo@ny.test"), now=last + timedelta(days=4), confirmed=False)


def test_the_link_closes_on_its_day_and_when_it_is_closed():
    made, code = opened()
    with pytest.raises(Gone):
        sign_up(code, now=NOW + timedelta(days=11))
    courses.close_sign_up(by=made.frida, class_id=made.class_id, now=NOW)
    with pytest.raises(NotThere):
        sign_up(code)


def test_an_address_that_is_there_already_gets_its_own_link_and_nothing_is_told():
    _made, code = opened()
    sign_up(code)
    courses.confirm(secret=_own_key("mette@ny.test"), now=NOW)
    mail.outbox.clear()
    sign_up(code, (("leader", "En anden", "METTE@ny.test"),), workplace="Et andet sted")
    courses.send_waiting(now=NOW)
    assert "Her er linket" in next(one.body for one in mail.outbox if one.to == ["mette@ny.test"])
    assert CourseGroup.objects.count() == 1


def test_a_full_class_answers_alike_for_an_address_that_is_on_it_and_a_strangers():
    _made, code = opened(most=1)
    sign_up(code)
    courses.confirm(secret=_own_key("mette@ny.test"), now=NOW)
    for address in ("mette@ny.test", "ole@ny.test", "fremmed@ny.test"):
        with pytest.raises(Refused):
            sign_up(code, (("leader", "Nogen", address),))


def test_a_place_is_taken_by_the_yes_so_whoever_has_the_link_keeps_nobody_out(monkeypatch):
    """Twenty sign-ups of strangers within a second had the class full for three days."""
    monkeypatch.setattr(signing_up, "MOST_WAITING", 4)
    _made, code = opened(most=2)
    sign_up(code)
    for at in range(4):
        sign_up(code, (("leader", "Fremmed", f"f{at}@stranger.test"),), now=NOW + timedelta(minutes=1 + at))
    sign_up(code, (("leader", "Bo", "bo@ny.test"),), now=NOW + timedelta(hours=1))
    assert not Membership.objects.filter(address="mette@ny.test").exists(), "the oldest has given way"
    assert CourseGroup.objects.count() == 5
    for address in ("bo@ny.test", "f3@stranger.test"):
        courses.confirm(secret=_own_key(address), now=NOW + timedelta(hours=1))
    with pytest.raises(Refused):
        courses.confirm(secret=_own_key("f2@stranger.test"), now=NOW + timedelta(hours=1))
    with pytest.raises(Refused):
        sign_up(code, (("leader", "Ida", "ida@ny.test"),), now=NOW + timedelta(hours=1))


def test_a_lost_link_is_asked_for_again_three_times_a_day_and_no_more():
    made = a_course()
    courses.send_waiting(now=NOW)
    mail.outbox.clear()
    for _ in range(5):
        courses.ask_link(address="karen@havnby.test", now=NOW)
    courses.ask_link(address="ukendt@havnby.test", now=NOW)
    courses.send_waiting(now=NOW)
    assert [one.to for one in mail.outbox] == [["karen@havnby.test"]] * 3
    assert link("karen@havnby.test") == made.key("Karen")
    with pytest.raises(Faulty):
        courses.ask_link(address="karen", now=NOW)


def test_what_is_wrong_is_said_at_its_field():
    _made, code = opened()
    with pytest.raises(Faulty) as fault:
        sign_up(code, (("leader", "", "mette"), ("amr", "Ole", "")), workplace=" ")
    assert set(fault.value.fields) == {"workplace", "name.0", "address.0", "address.1"}
    for name in ("Vind på https://et.sted", "Se www.et-sted.dk nu", "skriv a@b.dk"):
        with pytest.raises(Faulty) as fault:
            sign_up(code, (("leader", "Mette", "m@ny.test"), ("amr", name, "ole@ny.test")))
        assert set(fault.value.fields) == {"name.1"}, "no stranger's link goes into a letter of ours"
    assert not CourseLetter.objects.exists()
    sign_up(code, (("leader", "J.P. Åberg-Dahl, cand. psych.", "m@ny.test"),))


def _own_key(address: str) -> str:
    from kulturspejl.access.course_access import key_of

    member = Membership.objects.get(address=address)
    return key_of(member.id, member.key_turn)
