"""After a close no single answer is stored, and no count of a unit without a picture; nor at any step on the way.

Units of one, two, four and five: what a database, its log, its free pages or an ordinary backup would tell of them
are the answers of persons by name.
"""

import json

import numpy as np
import pytest
from django.db import connection
from django.urls import reverse

from kulturspejl.actions import closing
from kulturspejl.actions.rounds.delete import delete
from kulturspejl.records.models import Release, Round
from tests.actions import town
from tests.fixtures.served import ROOT, Server
from tests.records import small_units as small

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.KULTURSPEJL_VAR = tmp_path / "var"


def close(scene):
    closing.close(round_id=scene.round_id, now=town.CLOSES, rng=np.random.default_rng())


def test_the_spy_finds_an_answer_however_it_is_written():
    (one,) = small.made_up(1, 3)
    for raw in (
        np.array(one, dtype="<u2").tobytes(), bytes(one), json.dumps(one).encode(), ";".join(map(str, one)).encode(),
        small.base64.b64encode(b"x" + np.array(one, dtype="<u2").tobytes()), np.array(one[:24]).astype("<f8").tobytes(),
    ):  # fmt: skip
        assert small.found_in(b"before " + raw + b" after", [one]) == [one]
    assert small.found_in(json.dumps(small.made_up(4, 4)).encode(), [one]) == []


@pytest.mark.parametrize("name", small.SIZES)
def test_of_a_unit_alone_no_answer_is_left_anywhere(name):
    size = small.SIZES[name]
    scene = small.scene({name: small.made_up(size, size)}, {name: size})
    close(scene)
    nothing_is_left_of(scene)


def test_of_a_branch_with_all_of_them_no_answer_is_left_anywhere():
    scene = small.whole_branch()
    close(scene)
    nothing_is_left_of(scene)
    nothing_stored_is_the_mean_of(scene, "En", "To", "Fire")


def nothing_is_left_of(scene):
    assert small.found_in(scene.on_disk(), scene.all_numbers, small.likely) == []
    assert small.found_in(json.dumps(small.in_tables()).encode(), scene.all_numbers) == []


def nothing_stored_is_the_mean_of(scene, *hidden):
    """Neither a person's own score nor a hidden unit's mean stands as four numbers in what is kept."""
    kept = [np.array([four[letter] for letter in "ABCD"]) for four in small.fours(Release.objects.get().released)]
    single = [[one] for name in hidden for one in scene.numbers[name]]
    for group in [*single, *(scene.numbers[name] for name in hidden)]:
        for mean in small.scores(group).values():
            for factor in (1, 6, len(group), 6 * len(group), 0.1):
                assert not any(np.allclose(four, factor * mean, atol=1e-6) for four in kept)


def test_deleting_the_round_leaves_nothing_of_its_result_either():
    scene = small.whole_branch()
    close(scene)
    kept = json.dumps(Release.objects.get().released["units"][0]["numbers"]["sums"]["now"]).encode()
    delete(by=scene.where.steward, round_id=scene.round_id, now=town.CLOSES)
    nothing_is_left_of(scene)
    if connection.vendor == "sqlite":
        assert kept not in scene.on_disk()
    assert not Release.objects.exists()


def worlds():
    """Twice the same twelve people and the same answers; in one the unit of one has answered, in the other not."""
    rest, five = small.made_up(5, 11), small.made_up(5, 12)
    yield {"En": rest[:1], "To": rest[1:2], "Fire": rest[2:], "Fem": five}
    yield {"En": [], "To": rest[:2], "Fire": rest[2:], "Fem": five}
    yield {"En": rest[4:], "To": rest[:2], "Fire": rest[2:4], "Fem": five}


def test_nothing_stored_tells_whether_the_unit_of_one_has_answered():
    """Every row of every table is the same, but for what is drawn by lot."""
    found = []
    for world in worlds():
        start_over()
        scene = small.scene(world)
        close(scene)
        (picture,) = [one for one in Release.objects.get().released["units"] if one["parent"] is None]
        assert (picture["n"], picture["remainder"]["n"]) == (10, 5), "the other units together are shown"
        found.append(small.in_tables())
    for other in found[1:]:
        for table, rows in other.items():
            assert rows == found[0][table], table


def start_over():
    from django.core.management import call_command

    call_command("flush", interactive=False, verbosity=0)


@pytest.mark.parametrize("include_open", [False, True], ids=["ordinary", "with open rounds"])
def test_no_backup_made_at_any_step_of_the_close_holds_an_answer(tmp_path, include_open):
    """Nor do the bytes on the disk; and no file ever holds the release together with boxes, people or keys."""
    at_every_step(Server(tmp_path, {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}), include_open)


@pytest.mark.postgres
def test_nor_on_postgresql(tmp_path, new_postgres_url):
    more = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "DATABASE_URL": new_postgres_url(with_tables=True)}
    at_every_step(Server(tmp_path, more), include_open=False)


SAMPLED = """
import numpy as np
from django.db import connection
from kulturspejl.actions import closing
from kulturspejl.cli.instance import bring_store_up_to_date
from tests.actions.town import CLOSES
from tests.records import small_units as small
bring_store_up_to_date()
scene = small.whole_branch()
with connection.cursor() as cursor:
    cursor.execute("ANALYZE")
closing.close(round_id=scene.round_id, now=CLOSES, rng=np.random.default_rng())
with connection.cursor() as cursor:
    cursor.execute("SELECT tablename, attname, most_common_vals::text, histogram_bounds::text FROM pg_stats "
                   "WHERE schemaname = current_schema()")
    rows = cursor.fetchall()
print(len(rows))
print([row[:2] for row in rows if "fem3@havnby.test" in str(row[2:])])
print([row[:2] for row in rows if row[1] in ("sealed", "code_sealed", "entry")])
"""


@pytest.mark.postgres
def test_postgresqls_planner_keeps_no_sample_of_people_or_boxes(tmp_path, new_postgres_url):
    """It samples values of every column now and then, and would keep them when the rows are deleted."""
    more = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "DATABASE_URL": new_postgres_url(with_tables=True)}
    count, addresses, sealed = Server(tmp_path, more).python(SAMPLED).splitlines()
    assert int(count) > 50, "it has sampled"
    assert (addresses, sealed) == ("[]", "[]")


UNSAMPLED = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute(
        "SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
        "WHERE a.attstattarget = 0 AND c.relname LIKE 'records%%' AND c.relkind = 'r' ORDER BY 1"
    )
    print(" ".join(row[0] for row in cursor.fetchall()))
"""


@pytest.mark.postgres
def test_nor_of_what_is_filled_in_at_a_room_nor_after_a_restore(tmp_path, new_postgres_url):
    more = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "DATABASE_URL": new_postgres_url(with_tables=True)}
    server = Server(tmp_path, more)
    as_made = server.python(UNSAMPLED).split()
    server.command("backup", str(tmp_path / "file.zip"))
    server.command("restore", str(tmp_path / "file.zip"), "--replace")
    assert server.python(UNSAMPLED).split() == as_made == [
        "records_annualmatter.words", "records_box.before", "records_box.sealed", "records_coursegroup.workplace",
        "records_courseletter.said", "records_door.entry", "records_gate.sealed", "records_invitation.address",
        "records_invitation.code_sealed", "records_keptmeeting.parts", "records_leaderline.values",
        "records_letter.address", "records_letter.path", "records_letter.values", "records_membership.address",
        "records_membership.name", "records_participant.name", "records_participant.workplace",
        "records_release.released", "records_releasedunit.part", "records_resultletters.before",
        "records_resultletters.sealed", "records_room.agreed", "records_room.before", "records_room.trait",
        "records_roombox.before", "records_roombox.sealed", "records_roomgate.sealed", "records_roomnote.values",
        "records_roompicture.picture", "records_sealednotes.sealed", "records_sealedplan.sealed",
        "records_securityevent.about", "records_sharedline.words", "records_triomeeting.minutes",
        "records_triomeeting.place", "records_user.email", "records_user.name",
    ]  # fmt: skip


GONE = """
from django.db import connection
from kulturspejl.access.room_access import DeskKey
from kulturspejl.actions import erasing, rooms
from kulturspejl.cli.instance import bring_store_up_to_date
from tests import people
from tests.actions.rooms import team
from tests.actions.town import NOW
bring_store_up_to_date()
where, lent = people.team(9), team.held()
team.offer(lent)
kept = team.take(lent, where.amr, where.unit)
with connection.cursor() as cursor:
    cursor.execute("ANALYZE")
person = {"by": where.steward, "organisation_id": where.organisation, "person_id": where.tr.id, "now": NOW}
erasing.take_everything(**person)
erasing.erase(**person, is_known=True)
rooms.take_off(by=where.amr, meeting_id=kept, now=NOW)
rooms.delete_now(by=DeskKey(lent.desk_key), room_id=lent.room_id, now=NOW)
with connection.cursor() as cursor:
    cursor.execute("SELECT tablename, attname, concat(most_common_vals, histogram_bounds) FROM pg_stats "
                   "WHERE schemaname = current_schema()")
    rows = cursor.fetchall()
print(len(rows))
for word in (where.tr.email, where.tr.name, "P1", "Aisha", team.ACTION):
    print([row[:2] for row in rows if word in row[2] and row[0] != "records_action"])
"""


@pytest.mark.postgres
def test_nor_of_an_erased_person_or_a_room_that_is_gone(tmp_path, new_postgres_url):
    """Until November 2026 name and address of a person stood there after the erasure, for good."""
    more = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "DATABASE_URL": new_postgres_url(with_tables=True)}
    count, *found = Server(tmp_path, more).python(GONE).splitlines()
    assert int(count) > 50, "it has sampled"
    assert found == ["[]"] * 5


def at_every_step(server, include_open):
    said = json.loads(server.python(WATCHED.format(include_open=include_open)).splitlines()[-1])
    names = ["_shut", "make_and_keep", "keys.destroy", "ballots.destroy", "sweep", "_open_result"]
    if include_open:
        names.remove("ballots.destroy")
    assert [place for place, *_ in said] == [f"{when} {name}" for name in names for when in ("before", "after")]
    assert [released for _, released, *_ in said] == [False] * 3 + [True] * (len(said) - 3)
    assert [people for *_, people, _, _ in said] == [include_open] * 3 + [False] * (len(said) - 3)
    for place, _, _, in_file, on_disk in said:
        assert (in_file, on_disk) == (0, 0), f"{place}: answers in the backup, on the disk"


WATCHED = """
import json
from pathlib import Path
import numpy as np
from django.conf import settings
from kulturspejl.actions.closing import forget, steps
from kulturspejl.cli.archive import write
from kulturspejl.cli.instance import bring_store_up_to_date
from tests.actions.town import CLOSES
from tests.records import small_units as small
bring_store_up_to_date()
scene = small.whole_branch()
seen = []
def look(place):
    file = Path(settings.KULTURSPEJL_VAR).parent / "backup.zip"
    write.write(file, include_open={include_open})
    parts = small.in_backup(file)
    people = [name for name, part in parts.items() if part and name.startswith(("keys/", *small.OF_PEOPLE))]
    seen.append((
        place, bool(parts["records.Release.jsonl"]), bool(people),
        len(small.found_in(b"".join(parts.values()), scene.all_numbers)),
        0 if place.startswith("before") else len(small.found_in(scene.on_disk(), scene.all_numbers, small.likely)),
    ))
def watch(module, name, place):
    whole = getattr(module, name)
    def step(*args, **more):
        look("before " + place)
        whole(*args, **more)
        look("after " + place)
    setattr(module, name, step)
watch(steps, "_shut", "_shut")
watch(steps, "make_and_keep", "make_and_keep")
watch(forget.keys, "destroy", "keys.destroy")
if not {include_open}:  # such a backup waits for the transaction that this step stands in
    watch(forget.ballots, "destroy", "ballots.destroy")
watch(forget, "sweep", "sweep")
watch(steps, "_open_result", "_open_result")
steps.close(round_id=scene.round_id, now=CLOSES, rng=np.random.default_rng())
print(json.dumps(seen))
"""


def test_pages_and_pdfs_are_the_same_whether_the_unit_of_one_has_answered_or_not(client):
    """For everybody who may open something: the cards of each unit, and those above."""
    found = []
    for world in worlds():
        start_over()
        scene = small.scene(world)
        close(scene)
        found.append(dict(pages(scene, client)))
    assert len(found[0]) == 10
    for other in found[1:]:
        assert {place: page for place, page in other.items() if page != found[0][place]} == {}


def pages(scene, client):
    units = {str(row.id): row.name for row in Round.objects.get(id=scene.round_id).units.all()}
    for name, codes in scene.codes.items():
        client.logout()
        yield name, alike(client.get(f"/r/{codes[0]}"), units)
    for who in ("steward", "hr"):
        client.force_login(getattr(scene.where, who))
        for address in ("/home", "/pictures", reverse("result", args=[scene.unit("Hjemmeplejen").id])):
            yield f"{who} {address[:8]}", alike(client.get(address), units)


def alike(reply, units):
    text = small.without_chance(reply.content.decode(), units)
    # Under which name a phone keeps what was typed with this code: made of the code alone.
    text = small.re.sub(r'data-waiting="[0-9a-f]{24}"', 'data-waiting="*"', text)
    text = small.re.sub(r'data-sign-in="[^"]*"', 'data-sign-in="*"', text)  # Of the browser's session.
    return reply.status_code, small.re.sub(r"\b[0-9A-Z]{4} [0-9A-Z]{4}\b", "*", text)
