"""The list of help: written on one page, read by the organisation's people and in its course days, and nowhere else."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kulturspejl.actions import local_help
from kulturspejl.core.errors import NotThere
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import AuditEntry, HelpList
from tests import people
from tests.actions.rooms.course import Course, begin

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
LINE = {"who": "Hanne Holm", "what_da": "Løn og fravær", "what_en": "Pay and absence", "phone": "70 12 34 56"}
TYPED = {f"hr.{name}": words for name, words in LINE.items()} | {"keeper": "Stine i HR"}


def keep(where, *, by=None, lines=None, now=None):
    local_help.save_help(
        by=by or where.steward, organisation_id=where.organisation, lines={"hr": LINE} if lines is None else lines,
        keeper="Stine i HR", now=now or clock.now(),
    )  # fmt: skip


def test_it_is_written_on_one_page_and_read_by_all_in_their_language(at):
    where = people.team(9)
    steward, page = at(where.steward), reverse("organisation_help")
    assert "The list is empty" in steward.get(page).content.decode()
    assert "has not written its list yet" in at(where.leader).get(reverse("help")).content.decode()
    assert steward.post(page, TYPED).status_code == 302
    for user in (where.leader, where.amr, where.hr):
        english, danish = (at(user, lang).get(reverse("help")).content.decode() for lang in ("en", "da"))
        assert ("Pay and absence" in english, "Løn og fravær" in danish) == (True, True)
        assert 'href="tel:70123456"' in danish
        assert "Stine i HR holder listen ved lige" in danish
    assert at().get(reverse("help")).status_code == 302
    model = at(where.leader).get(reverse("model", args=["first_conversation"])).content.decode()
    assert "Hanne Holm" in model
    assert "Hanne Holm" not in at().get(reverse("model", args=["first_conversation"])).content.decode()


def test_a_fault_is_told_at_its_field_and_nothing_typed_is_lost(at):
    where = people.team(9)
    answer = at(where.steward, "da").post(reverse("organisation_help"), TYPED | {"hr.phone": "ring bare"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Skriv et telefonnummer med tal" in page
    assert "Hanne Holm" in page
    assert not HelpList.objects.exists()


def test_saving_again_on_the_same_day_is_no_change_and_on_another_it_was_gone_through():
    where = people.team(9)
    keep(where)
    keep(where)
    assert AuditEntry.objects.filter(verb="help.save").count() == 1
    keep(where, now=clock.now() + timedelta(days=2))
    assert HelpList.objects.get().looked_on == clock.today() + timedelta(days=2)
    assert AuditEntry.objects.filter(verb="help.save").count() == 2
    for user in (where.leader, where.hr):
        with pytest.raises(NotThere):
            keep(where, by=user)


def test_an_old_list_says_that_it_is_old(at):
    where = people.team(9)
    keep(where)
    HelpList.objects.update(looked_on=clock.today() - timedelta(days=366))
    page = at(where.leader, "da").get(reverse("help")).content.decode()
    assert "Det er mere end et år siden" in page
    keep(where)
    assert "Det er mere end et år siden" not in at(where.leader, "da").get(reverse("help")).content.decode()


def phone(course: Course, number: int = 0) -> Client:
    client = Client(headers={"accept-language": "da"})
    client.cookies["kulturspejl_room"] = course.keys[number]
    return client


def test_whoever_is_in_a_class_of_theirs_reads_it_and_a_stranger_does_not():
    course = begin(1)
    keep(course.town)
    page = reverse("room_help", args=[course.code])
    assert "Hanne Holm" in phone(course).get(page).content.decode()
    assert Client().get(page).status_code == 404
    HelpList.objects.all().delete()
    said = re.sub(r"\s+", " ", phone(course).get(page).content.decode())
    assert "har ikke skrevet sin liste endnu" in said
