"""What `kulturspejl doctor` says, one line each, and what it makes of it."""

import json

import pytest

from tests.fixtures.served import Server

pytestmark = pytest.mark.slow
CHECKS = {
    "version", "folder", "keys folder", "privacy", "disk", "store", "mail", "tables", "settings", "storing", "secret",
    "keys", "clock", "backup", "letters", "jobs", "slides",
}  # fmt: skip


def looked(server):
    done = server.command("doctor", "--json", check=False)
    said = json.loads(done.stdout)
    found = {one["check"]: (one["state"], one["says"], one["do"]) for one in said["checks"]}
    return done.returncode, said["well"], found


def test_everything_is_looked_at_and_what_is_wrong_says_what_to_do(tmp_path, mail_server):
    mail = {"KULTURSPEJL_SMTP_HOST": mail_server.host, "KULTURSPEJL_SMTP_PORT": str(mail_server.port)}
    server = Server(tmp_path, mail)
    server.prepare()
    code, well, found = looked(server)
    assert (code, well) == (0, True)
    assert found.keys() == CHECKS
    assert found["mail"][0] == "ok"
    server.extra["KULTURSPEJL_SMTP_STARTTLS"] = "1"
    code, well, found = looked(server)
    assert (code, well, found["mail"][0]) == (1, False, "fault")
    assert "KULTURSPEJL_SMTP_STARTTLS=0" in found["mail"][2]
    del server.extra["KULTURSPEJL_SMTP_STARTTLS"]
    server.python(
        "from datetime import UTC, datetime\nfrom kulturspejl.actions import instance_facts as facts\n"
        "now = datetime.now(UTC)\nfacts.keep('backup_failed', 'No space left on device', now)\n"
        "facts.keep('clock_held', '2026-11-28 → 2027-02-01 UTC', now)"
    )
    code, _well, found = looked(server)
    assert {name for name, (state, _says, do) in found.items() if state == "fault" and do} == {"backup", "clock"}
    lines = server.command("doctor", check=False).stdout.splitlines()
    assert len(lines) == len(CHECKS)
    assert code == 1
