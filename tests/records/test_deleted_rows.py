"""What has been deleted or written anew lies on no page of the store any more: at once, or after the night.

On PostgreSQL a row that is gone stays readable in its table's file (pageinspect shows it, and so does any editor) until
its place is used again. Until November 2026 what a team had agreed on stood there after its room was deleted.
"""

import pytest

from tests.fixtures.served import ROOT, Server

pytestmark = pytest.mark.slow
STORES = ["embedded", pytest.param("postgres", marks=pytest.mark.postgres)]
BEGIN = """
from datetime import timedelta
from pathlib import Path
from django.db import connection, transaction
from kulturspejl.access.room_access import DeskKey
from kulturspejl.records.ballots import Box
from kulturspejl.actions import closing, courses, erasing, instance_facts, own_plan, rooms, sweeping, trio
from kulturspejl.actions import people as grants
from kulturspejl.cli.instance import bring_store_up_to_date
from kulturspejl.core.permissions import Role
from kulturspejl.records.models import *
from kulturspejl.values.instance_facts import SWEPT
from tests.actions.courses.made import a_course
from tests.actions.rooms import team
from tests.actions import town
from tests.actions.town import NOW
bring_store_up_to_date()
def found(*words):
    "Those of the words that stand in the files of the tables; the write-ahead log of PostgreSQL is another matter."
    if connection.vendor == "sqlite":
        file = Path(connection.settings_dict["NAME"])
        raw = b"".join(one.read_bytes() for one in file.parent.glob(file.name + "*"))
    else:
        with connection.cursor() as cursor:
            cursor.execute("CHECKPOINT")
            cursor.execute("SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class "
                           "WHERE relkind IN ('r', 't', 'i') AND relname !~ '^(pg_(?!toast)|sql_)'")
            raw = b"".join(bytes(one) for (one,) in cursor.fetchall())
    return [word for word in words if word.encode() in raw]
"""
AT_ONCE = """
made = a_course()
where, lent = made.town, team.held()
team.offer(lent)
kept = team.take(lent, where.amr, where.unit)
KeptMeeting.objects.update(programme="zirkus")
Room.objects.filter(id=lent.room_id).update(trait="Trækket Zyklon", agreed={"action": "Zirkel", "owner": "", "day": ""})
CourseGroup.objects.update(workplace="Zebrahuset")
round_id = town.open_round(where, cards=6)
Round.objects.update(state="released", why="Zoner i huset", content={})
User.objects.filter(id=where.tr.id).update(name="Zenobia")
CalendarFeed.objects.create(user=where.tr, unit_id=where.unit, token_hash="zephyr", made_on=NOW.date())
words = ("Trækket Zyklon", "Zirkel", "zirkus", "Zebrahuset", "Zoner i huset", "Zenobia", "zephyr")
print(found(*words) == list(words))
from kulturspejl.actions.rounds.delete import delete
rooms.take_off(by=where.amr, meeting_id=kept, now=NOW)
rooms.delete_now(by=DeskKey(lent.desk_key), room_id=lent.room_id, now=NOW)
courses.delete_class(by=made.frida, class_id=made.class_id, now=NOW)
delete(by=where.steward, round_id=round_id, now=NOW)
person = {"by": where.steward, "organisation_id": where.organisation, "person_id": where.tr.id, "now": NOW}
erasing.take_everything(**person)
erasing.erase(**person, is_known=True)
print(found(*words))
"""
IN_THE_NIGHT = """
where = town.found_town()
own_plan.share_line(by=where.tr, words="Zoologisk", now=NOW)
own_plan.take_line_back(by=where.tr)
TrioMeeting.objects.create(unit_id=where.unit, day=NOW.date(), place="Zinksalen", planned_by=where.amr)
with transaction.atomic():
    TrioMeeting.objects.update(place="")
User.objects.filter(id=where.amr.id).update(name="Zoffi")
User.objects.filter(id=where.amr.id).update(name="Sofie")
words = ("Zoologisk", "Zinksalen", "Zoffi")
print(found(*words) == list(words))
night = NOW.replace(hour=2, minute=30)  # By Danish clocks half past three.
said = [sweeping.sweep_at_night(now=night), sweeping.sweep_at_night(now=NOW + timedelta(hours=21))]
said.append(found(*words) == list(words))
instance_facts.keep(SWEPT, "", NOW + timedelta(days=900))
sweeping.sweep_at_night(now=NOW - timedelta(hours=2))
print(said, sweeping.sweep_at_night(now=night + timedelta(days=1)))
print(found(*words), sweeping.sweep_at_night(now=night + timedelta(days=1, minutes=10)))
"""


@pytest.fixture(params=STORES)
def server(tmp_path, request):
    more = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    if request.param == "postgres":
        more["DATABASE_URL"] = request.getfixturevalue("new_postgres_url")(with_tables=True)
    return Server(tmp_path, more).prepare()


def test_what_is_deleted_by_somebody_is_overwritten_at_once(server):
    there, left = server.python(BEGIN + AT_ONCE).splitlines()
    assert (there, left) == ("True", "[]")


def test_what_is_changed_or_goes_in_another_way_is_overwritten_in_the_night(server):
    there, evening, left = server.python(BEGIN + IN_THE_NIGHT).splitlines()
    assert there == "True", "the test sees rows that are no more"
    assert evening == "[False, False, True] True"
    assert left == "[] False"


HELD = """
import psycopg
where, lent = town.found_town(), team.held()
team.offer(lent)
kept = team.take(lent, where.amr, where.unit)
sweeping.PATIENCE = "300ms"
values = connection.get_connection_params()
other = psycopg.connect(**{name: values[name] for name in ("dbname", "user", "host", "port") if values.get(name)})
other.execute("SELECT count(*) FROM records_keptmeeting")  # As a backup does, for minutes.
instance_facts.keep(SWEPT, "", NOW - timedelta(days=2))
rooms.take_off(by=where.amr, meeting_id=kept, now=NOW)
print(KeptMeeting.objects.count(), sweeping.sweep_at_night(now=NOW))
with connection.cursor() as cursor:
    cursor.execute("SHOW lock_timeout")
    print(cursor.fetchone()[0])
other.commit()
print(sweeping.sweep_at_night(now=NOW))
other.execute("SELECT count(*) FROM records_invitation")
round_id = town.open_round(where, cards=6)
for code in town.long_codes(round_id)[:5]:
    town.answer(code, town.profile(4, 2, 2))
print(closing.close_due(now=town.CLOSES), Round.objects.get().state, Box.objects.count())
other.commit()
print(closing.close_due(now=town.CLOSES + timedelta(hours=1)) == [round_id], Round.objects.get().state)
"""


@pytest.mark.postgres
def test_whoever_reads_a_table_for_long_holds_up_a_sweep_and_nobody_else(tmp_path, new_postgres_url):
    """Whoever waits for a table alone lets nobody else in meanwhile. What could not be swept is tried again, and so is
    a close: its result opens when nothing of anybody's answer can be read any more."""
    more = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "DATABASE_URL": new_postgres_url(with_tables=True)}
    assert Server(tmp_path, more).prepare().python(BEGIN + HELD).splitlines() == [
        "0 False", "0", "True", "[] closing 0", "True released",
    ]  # fmt: skip


FAILS = """
from django.db import OperationalError
where, lent = town.found_town(), team.held()
def busy(*tables):
    raise OperationalError("database is locked")
whole, sweeping.sweep = sweeping.sweep, busy
rooms.delete_now(by=DeskKey(lent.desk_key), room_id=lent.room_id, now=NOW)
instance_facts.keep(SWEPT, "", NOW - timedelta(days=2))
print(Room.objects.count(), sweeping.sweep_at_night(now=NOW))
"""


def test_a_store_that_is_too_busy_to_be_swept_fails_nobodys_press(server):
    """Django tells of a fault after a commit by the name of what it called, and ours had none: the press failed."""
    assert server.python(BEGIN + FAILS) == "0 False\n"
