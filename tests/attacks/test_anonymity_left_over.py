"""What lies on the disk afterwards: no address of a cancelled round, nothing that ties an answer to anybody."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from kulturspejl.actions import mailing, rounds
from kulturspejl.actions.mailing import open_codes
from kulturspejl.actions.rounds.delete import delete
from kulturspejl.records.models import Invitation, Release
from tests import people
from tests.actions import town

pytestmark = pytest.mark.django_db(transaction=True)


def on_disk() -> bytes:
    """Database, write-ahead log, keys, ledger and whatever else the instance keeps."""
    database = Path(connection.settings_dict["NAME"])
    files = {*database.parent.glob(database.name + "*"), *Path(settings.KULTURSPEJL_VAR).rglob("*")}
    files |= set(Path(settings.KULTURSPEJL_KEYS).rglob("*"))
    return b"".join(file.read_bytes() for file in sorted(files) if file.is_file())


def test_a_cancelled_rounds_addresses_are_gone_from_the_disk():
    where = people.team(9)
    round_id = people.waiting_round(where)
    assert b"person03@havnby.test" in on_disk()
    rounds.cancel(by=where.leader, round_id=round_id, now=town.NOW)
    assert b"person03@havnby.test" not in on_disk()


def test_a_deleted_rounds_result_is_gone_from_the_disk():
    where = people.team(9)
    made = people.closed_round(where)
    means = json.dumps(Release.objects.get(round_id=made.id).released["units"][0]["numbers"]["sums"]["now"])
    assert means.encode() in on_disk()
    delete(by=where.steward, round_id=made.id, now=town.NOW)
    assert means.encode() not in on_disk()


def test_after_the_close_the_disk_holds_no_address_code_retry_id_or_device(at):
    where = people.team(9)
    made = people.open_round(where)
    mailing.send_due(now=town.NOW)
    shorts = [open_codes(made.id, one)[1] for one in Invitation.objects.filter(round_unit=made.unit)]
    retries, secrets = [], [bytes([number]) * 20 for number in range(1, 8)]
    for code, secret, answer in zip(made.codes, secrets, people.ANSWERS, strict=False):
        browser = at(None, "da")
        assert browser.get(f"/r/{code}").status_code == 200
        retries.append(town.answer(code, dict(answer), secret=secret))
    at(where.leader, "da").get("/home")
    people.close_with(made, [])
    kept = on_disk()
    for number in range(9):
        assert f"person{number:02}@".encode() not in kept
    for word in (*made.codes, *shorts):
        assert word.encode() not in kept
    for retry, secret in zip(retries, secrets, strict=True):
        assert retry.bytes not in kept
        assert str(retry).encode() not in kept
        assert secret not in kept
