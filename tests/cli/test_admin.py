"""`kulturspejl admin`: somebody gets in again although mail does not work, and a person is handed what is kept."""

import json
import re
import zipfile

import pytest

from tests.fixtures.ports import free_port
from tests.fixtures.served import Server

pytestmark = pytest.mark.slow
BEGIN = """
from datetime import UTC, datetime
from kulturspejl.actions import organisations
organisations.begin(
    name="Havnby", language="da", steward_name="Sanne", steward_email="sanne@havnby.test", form=None,
    now=datetime.now(UTC),
)
"""
USERS = """
from kulturspejl.records.models import User
print(*[(str(user), user.email) for user in User.objects.order_by("email")])
"""
HELD = """
from kulturspejl.records.models import Grant
print(Grant.objects.filter(user__number__isnull=False, ended_at=None).count())
"""
WITH_AN_END = """
from datetime import date
from kulturspejl.records.models import Grant
Grant.objects.filter(user__email="lis@havnby.test").update(ends=date(2099, 1, 1))
"""
ERASE = """
import uuid
from datetime import UTC, datetime
from kulturspejl.actions import erasing
from kulturspejl.records.models import Organisation, User
by, person = User.objects.get(email="sanne@havnby.test"), User.objects.get(email="lis@havnby.test")
words = {"by": by, "organisation_id": Organisation.objects.get().id, "person_id": person.id, "now": datetime.now(UTC)}
erasing.take_everything(**words)
print(erasing.erase(**words, is_known=True))
"""


@pytest.fixture
def place(tmp_path):
    made = Server(tmp_path, {"KULTURSPEJL_SMTP_HOST": "127.0.0.1", "KULTURSPEJL_SMTP_PORT": str(free_port())})
    made.prepare().python(BEGIN)
    return made


def test_an_administrator_is_made_and_let_in_while_mail_does_not_work(place):
    refused = place.command("admin", "test-mail", "sanne@havnby.test", check=False)
    assert refused.returncode == 1
    assert "KULTURSPEJL_SMTP_HOST" in refused.stderr
    assert "Traceback" not in refused.stderr
    said = place.command("admin", "make", "Lis Holm", " LIS@havnby.test ").stdout
    assert "administrator of Havnby now" in said
    assert "already" in place.command("admin", "make", "Lis Holm", "lis@havnby.test").stdout
    link = re.search(r"/account/link/(\S+)", place.command("admin", "link", "lis@havnby.test").stdout)
    kept = "from kulturspejl.records.models import SignInLink\nprint(*SignInLink.objects.values_list('token_hash'))"
    assert link
    assert link[1] not in place.python(kept)
    for words, why in (
        (("link", "nobody@havnby.test"), "Nobody here has the address"),
        (("make", "X", "no address"), "is not a mail address"),
        (("make", "X", "x@havnby.test", "--organisation", "Elsewhere"), "Havnby"),
    ):
        done = place.command("admin", *words, check=False)
        assert (done.returncode, why in done.stderr) == (1, True), done.stderr
    assert place.command("admin", check=False).returncode == 2


def test_everything_about_a_person_is_handed_over_as_data_and_to_read(place, tmp_path):
    file = tmp_path / "sanne.zip"
    place.command("admin", "everything", "sanne@havnby.test", str(file))
    with zipfile.ZipFile(file) as archive:
        found = json.loads(archive.read("everything.json"))
        page = archive.read("everything.html").decode()
    assert found["address"] == "sanne@havnby.test"
    assert {"User", "Grant", "AuditEntry"} <= {part["name"] for part in found["parts"]}
    assert "sanne@havnby.test" in page
    theirs = tmp_path / "theirs.zip"
    theirs.touch(0o666)
    refused = place.command("admin", "everything", "sanne@havnby.test", str(theirs), check=False)
    assert (refused.returncode, "Name another file." in refused.stderr, theirs.read_bytes()) == (1, True, b"")
    assert file.stat().st_mode & 0o777 == 0o600


def test_no_restore_brings_back_whoever_was_erased(place, tmp_path):
    place.command("admin", "make", "Lis Holm", "lis@havnby.test")
    place.python(WITH_AN_END)
    backup = tmp_path / "before.zip"
    place.command("backup", str(backup))
    number = place.python(ERASE).strip()
    assert len(number) == 5
    place.command("restore", str(backup), "--replace")
    assert re.fullmatch(
        rf"\('#{number}', '\w+@erased.invalid'\) \('Sanne', 'sanne@havnby.test'\)", place.python(USERS).strip()
    )
    assert place.python(HELD).strip() == "0"
