"""What an operator can read of a development plan who holds the whole database, all keys, the log and a backup."""

import base64
import hashlib
import json
import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.apps import apps
from django.conf import settings
from django.db import connection

from kulturspejl.access.course_access import key_of
from kulturspejl.access.own_plan import plan_secret, reminder_path
from kulturspejl.actions import own_plan
from kulturspejl.actions.own_plan.sealing import seal_plan
from kulturspejl.cli.archive import schema
from kulturspejl.cli.archive.tables import columns, name_of, written
from kulturspejl.records.models import PlanReminder, SealedPlan
from kulturspejl.vault import codes
from tests.actions.courses.made import a_course
from tests.actions.town import NOW
from tests.journeys.unlock import derived, root_of, unlock

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
WORDS = "abe aften agern agurk ahorn alge"
PRACTISE = "Jeg spørger, før jeg svarer"


def locked(salt: uuid.UUID) -> str:
    """As the browser does it (docs/en/own-file.md)."""
    key, iv = derived(root_of(WORDS, salt), salt, "seal.1", 32), os.urandom(12)
    plain = json.dumps({"fields": {"stretch": {"value": PRACTISE, "at": 1}}}, ensure_ascii=False).encode().ljust(5120)
    return "1." + base64.b64encode(iv + AESGCM(key).encrypt(iv, plain, about(salt))).decode()


def about(salt: uuid.UUID) -> bytes:
    return f"kulturspejl.room.notes.1:{salt}".encode()


@pytest.fixture
def plans(own_keys) -> dict[uuid.UUID, str]:
    """Salt -> what is kept: of an account, of one who takes part, and of nobody who is known."""
    made = a_course()
    row = SealedPlan.objects.create(key_hash=codes.fingerprint(plan_secret(uuid.uuid4())), ends_on=NOW.date())
    for holder in (made.town.leader, made.member("Karen"), row):
        seal_plan(by=holder, sealed=locked(holder.id), seen="")
        if holder is not row:
            own_plan.remind(by=holder, weekday=1, now=NOW)
    return {one.owner_id or one.member_id or one.id: one.sealed for one in SealedPlan.objects.all()}


def held() -> Iterator[str]:
    """Every value of every row, every key, and whatever this instance alone can make."""
    for model in apps.get_models():
        for row in model._base_manager.values():
            yield from map(str, row.values())
    yield settings.SECRET_KEY
    for file in Path(settings.KULTURSPEJL_KEYS).rglob("*"):
        if file.is_file():
            yield file.read_bytes().hex()
    for model in apps.get_app_config("records").get_models():
        for pk in model._base_manager.values_list("pk", flat=True):
            if isinstance(pk, uuid.UUID):
                yield from (plan_secret(pk), key_of(pk, 1), reminder_path(pk))


def opens(sealed: str, key: bytes, salt: uuid.UUID) -> bool:
    raw = base64.b64decode(sealed.split(".")[1])
    try:
        AESGCM(key).decrypt(raw[:12], raw[12:], about(salt))
    except InvalidTag:
        return False
    return True


def test_nothing_that_the_server_holds_opens_a_plan_and_its_owners_words_do(plans):
    assert len(plans) == 3
    tried = list(dict.fromkeys(held()))
    assert len(tried) > 100
    for salt, sealed in plans.items():
        for one in tried:
            raw = one.encode()
            quick = (hashlib.sha256(raw).digest(), raw.ljust(32, b"\0")[:32], derived(raw, salt, "seal.1", 32))
            assert not any(opens(sealed, key, salt) for key in quick), one
        for one in (settings.SECRET_KEY, str(salt), plan_secret(salt), key_of(salt, 1)):
            with pytest.raises(InvalidTag):
                unlock(sealed, one, salt)
        assert unlock(sealed, WORDS, salt)["fields"]["stretch"]["value"] == PRACTISE, "the spy knows how"


def backed_up(model: Any) -> list[dict[str, Any]]:
    """A table's rows as a backup holds them."""
    names = [field.attname for field in columns(model)]
    return [{name: written(getattr(row, name)) for name in names} for row in model._base_manager.all()]


def test_no_copy_anywhere_holds_a_word_of_it_nor_says_when_it_was_written(plans):
    copy = {name_of(model): backed_up(model) for model in schema.of_store().tables}
    whole, rows = json.dumps(copy, ensure_ascii=False).encode(), copy["records.SealedPlan"]
    assert len(rows) == 3
    for said in (PRACTISE, PRACTISE[:12], WORDS, "agurk ahorn", "ahorn"):
        assert said.encode() not in whole
    assert set(rows[0]) == {"id", "owner_id", "member_id", "key_hash", "ends_on", "sealed"}
    assert {len(row["sealed"]) for row in rows} == {len(next(iter(plans.values())))}, "nor by its length how much"
    days = {row["ends_on"] for row in rows if row["owner_id"] or row["member_id"]}
    assert days == {None}
    reminder = PlanReminder.objects.values().first()
    assert set(reminder) == {"id", "owner_id", "member_id", "first", "key_hash"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM records_sealedplan")
        assert PRACTISE not in str(cursor.fetchall())
