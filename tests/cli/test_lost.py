"""What would lose answers stops a start until somebody says so, and then everybody is told the truth."""

import json
import shutil
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.fixtures.ports import free_port
from tests.fixtures.served import Server

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
MAKE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from datetime import UTC, datetime, timedelta
from tests import people
from tests.actions import town
now = datetime.now(UTC) - timedelta(days=1)
where = people.team(9, now=now)
made = people.open_round(where, mails=9, now=now)
town.answer(made.codes[0], town.profile(4, 2, 2), now=now)
people.people.end(by=where.steward, grant_id=where.steward.grants.model.objects.get(user=where.hr).id, now=now)
print(made.id, made.codes[1])
"""


def begun(folder, **environment):
    """A store with one open round: its server, the round's id and a code."""
    made = Server(folder, {"SECRET_KEY": "the-first-secret-of-this-test-which-is-long", **environment})
    round_id, code = made.prepare().python(MAKE).split()
    return made, round_id, code


def started(server):
    """A start that is expected to end by itself."""
    return server.command("serve", "--port", str(free_port()), check=False)


def asked(server, path):
    try:
        with urllib.request.urlopen(f"{server.url}{path}") as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def test_a_start_without_the_keys_of_an_open_round_ends_until_it_is_given_up(tmp_path):
    server, round_id, code = begun(tmp_path)
    shutil.rmtree(server.var / "keys")
    refused = started(server)
    assert refused.returncode == 1
    assert f"kulturspejl doctor --give-up {round_id}" in refused.stderr
    assert "Traceback" not in refused.stderr
    found = json.loads(server.command("doctor", "--json", check=False).stdout)
    assert not found["well"]
    assert [one["check"] for one in found["checks"] if one["state"] == "fault"] == ["round"]
    assert server.command("doctor", "--give-up", "no-such-round", check=False).returncode == 1
    given_up = server.command("doctor", "--give-up", round_id, check=False)
    assert "Given up: Hjemmepleje Nord (9 asked)" in given_up.stderr
    server.start()
    status, page = asked(server, f"/r/{code}")
    assert status == 410
    assert "serverens nøgler til svarene gik tabt" in page
    server.stop()


def test_a_start_with_another_secret_ends_while_a_round_is_open(tmp_path):
    server, round_id, _code = begun(tmp_path)
    server.start()
    server.stop()
    server.extra["SECRET_KEY"] = "another-secret-of-this-test-which-is-long-too"
    refused = started(server)
    assert "Put the earlier one back" in refused.stderr
    assert round_id in refused.stderr
    server.extra["SECRET_KEY"] = "the-first-secret-of-this-test-which-is-long"
    assert server.start().is_ready()
    server.stop()


def test_a_clock_that_has_jumped_over_a_stop_closes_nothing_until_it_is_believed(tmp_path):
    server, _round_id, _code = begun(tmp_path)
    server.start()
    server.stop()
    server.python(
        "from datetime import timedelta\n"
        "from kulturspejl.records.models import InstanceFact, Round\n"
        "seen = InstanceFact.objects.get(name='clock_seen')\n"
        "InstanceFact.objects.filter(name='clock_seen').update(at=seen.at - timedelta(days=60))\n"
        "Round.objects.update(closes_at=seen.at - timedelta(days=1))\n"
    )
    state = "from kulturspejl.records.models import Round\nprint(*Round.objects.values_list('state', flat=True))"
    server.start()
    assert asked(server, "/healthz") == (200, "ok\nclock")
    assert server.python(state).split() == ["open"]
    server.command("doctor", "--clock-is-right", check=False)
    for _ in range(200):
        if server.python(state).split() == ["released"]:
            break
    assert server.python(state).split() == ["released"]
    server.stop()


def test_a_restore_says_what_is_true_and_gives_no_ended_permission_back(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    server, _round_id, code = begun(tmp_path / "a")
    file = tmp_path / "backup.zip"
    server.command("backup", str(file))
    end = (
        "from datetime import UTC, datetime\nfrom kulturspejl.actions import people\n"
        "from kulturspejl.records.models import Grant\n"
        "steward = Grant.objects.get(role='steward').user\n"
        "people.end(by=steward, grant_id=Grant.objects.get(role='leader').id, now=datetime.now(UTC))"
    )
    server.python(end)
    other = Server(tmp_path / "b", dict(server.extra))
    other.var.mkdir()
    said = other.command("restore", str(file)).stdout
    assert "There is no ledger of deletions" in said
    shutil.copy(server.var / "deletions.jsonl", other.var)
    said = other.command("restore", "--replace", str(file)).stdout
    assert "1 permission(s) that were ended after the backup are ended again" in said
    assert "What was written in rooms is not in such a file" in said
    assert "Written 20" in said
    ended = "from kulturspejl.records.models import Grant\nprint(Grant.objects.get(role='leader').ended_at)"
    assert other.python(ended).strip() != "None"
    other.start()
    status, page = asked(other, f"/r/{code}")
    assert (status, "serveren blev genskabt fra en sikkerhedskopi" in page) == (410, True)
    other.stop()
    assert other.command("restore", str(file), check=False).returncode == 1


def test_a_demo_and_a_moved_clock_are_refused_where_people_are_real(tmp_path):
    server, _round_id, _code = begun(tmp_path)
    offset = "KULTURSPEJL_CLOCK_OFFSET_DAYS"
    for name, value in (("KULTURSPEJL_DEMO", "1"), ("KULTURSPEJL_DEBUG", "1"), (offset, "60")):
        server.extra[name] = value
        refused = started(server)
        assert refused.returncode == 1
        assert f"{name} is set, and {server.var} already holds an organisation" in refused.stderr
        del server.extra[name]
    server.python("from kulturspejl.records.models import Organisation\nOrganisation.objects.update(is_demo=True)")
    assert "The store in" in started(server).stderr
