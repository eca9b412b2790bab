"""Whatever leads to a mailbox signs in with it, and whoever is given a permission by another spelling has it once."""

import importlib

import pytest
from django.apps import apps
from django.core import mail
from django.test import Client
from django.urls import reverse

from kulturspejl.faces.shared.accounts import AccountAdapter
from kulturspejl.records.models import Grant, User
from tests import people

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("typed", ["Karen@Havnby.TEST", " karen@havnby.test\u200b", "mailto:ka\u00adren@havnby.test."])
def test_a_code_is_sent_to_the_account_of_the_mailbox(typed, monkeypatch):
    where = people.team(9)
    sent = []
    monkeypatch.setattr(AccountAdapter, "send_mail", lambda _self, prefix, to, _context: sent.append((prefix, to)))
    answer = Client().post(reverse("account_request_login_code"), {"email": typed})
    assert answer.status_code == 302
    assert sent == [("account/email/login_code", where.leader.email)]
    assert mail.outbox == []


def test_what_is_no_address_is_said_at_the_field():
    people.team(9)
    page = Client().post(reverse("account_request_login_code"), {"email": "karen@havnby"}).content.decode()
    assert "er ikke en mailadresse" in page or "is not a mail address" in page


def test_a_permission_by_another_spelling_is_the_same_person_s(at):
    where = people.team(9)
    given = {"email": "KAREN\u200b@havnby.test", "name": "", "role": "leader", "unit": str(where.top), "ends": ""}
    at(where.steward).post(reverse("people"), given)
    assert Grant.objects.get(unit_id=where.top).user_id == where.leader.id
    assert not User.objects.exclude(email__regex=r"^[a-z]+@havnby\.test$").exists()


def test_the_upgrade_brings_accounts_to_the_one_form_and_leaves_two_for_one_mailbox_to_a_person():
    people.team(9)
    lost = User.objects.create(email="ida@xn--r-3fa9c.example\u200b")
    twin = User.objects.create(email="Karen@havnby.test")
    importlib.import_module("kulturspejl.records.migrations.0015_tables").in_one_form(apps, None)
    lost.refresh_from_db()
    twin.refresh_from_db()
    assert lost.email == "ida@ærø.example"
    assert twin.email == "Karen@havnby.test"
