"""Seeds of second factors stand nowhere in the clear: not in the database, its log, a session or a backup."""

import re
import zipfile

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.sessions.models import Session
from django.core import signing
from django.test import Client
from django.urls import reverse

from kulturspejl.actions import second_factors
from kulturspejl.faces.shared.factors import UnreadableSeed
from kulturspejl.records.models import AuditEntry, User
from kulturspejl.vault import own_key
from tests import people, signing_in
from tests.actions import town
from tests.fixtures.served import Server

PLAIN = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SEED = "5eed" * 20
OTHER = "another-secret-key-that-is-long-enough-too-0123456789"


def code_for(secret):
    """What the app shows now."""
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


@pytest.fixture
def karen(db):
    return people.team(9).leader


def test_an_app_and_recovery_codes_work_and_their_seeds_are_sealed(karen):
    TOTP.activate(karen, PLAIN)
    codes = RecoveryCodes.activate(karen).generate_codes()
    for one in Authenticator.objects.all():
        (seed,) = [one.data[name] for name in second_factors.SEEDS if name in one.data]
        assert own_key.is_sealed(seed)
    assert PLAIN not in str(list(Authenticator.objects.values_list("data")))
    assert Authenticator.objects.get(type="totp").wrap().validate_code(code_for(PLAIN))
    assert not Authenticator.objects.get(type="totp").wrap().validate_code("000000x")
    assert Authenticator.objects.get(type="recovery_codes").wrap().validate_code(codes[3])


@pytest.mark.slow
def test_while_an_app_is_connected_its_seed_lies_in_a_session_that_no_copy_of_the_database_opens(karen):
    client = Client()
    client.force_login(karen)
    signing_in.look_again(client, karen)
    page = client.get("/account/2fa/totp/activate/").content.decode()
    (secret,) = {client.session["mfa.totp.secret"]}
    assert secret in page
    kept = Session.objects.get(session_key=client.session.session_key)
    assert own_key.is_sealed(kept.session_data)
    with pytest.raises(signing.BadSignature):
        signing.loads(kept.session_data, salt="django.contrib.sessions.SessionStore")
    done = client.post("/account/2fa/totp/activate/", {"code": code_for(secret)})
    assert done.status_code == 302
    assert own_key.is_sealed(Authenticator.objects.get(type="totp").data["secret"])


def test_a_session_from_before_still_holds_and_one_of_another_key_is_nobodys(karen, settings):
    client = Client()
    client.force_login(karen)
    assert client.get("/home").status_code == 200
    kept = Session.objects.get()
    kept.session_data = signing.dumps(dict(client.session), salt="django.contrib.sessions.SessionStore", compress=True)
    kept.save()
    assert client.get("/home").status_code == 200
    settings.SECRET_KEY = OTHER
    assert client.get("/home").status_code == 302


@pytest.mark.slow
def test_with_another_secret_key_the_form_and_the_page_say_so(karen, settings):
    TOTP.activate(karen, PLAIN)
    settings.SECRET_KEY = OTHER
    with pytest.raises(UnreadableSeed) as refused:
        Authenticator.objects.get().wrap().validate_code(code_for(PLAIN))
    assert "another one than it was" in refused.value.text.en
    client = Client()
    settings.SECRET_KEY = "one-more-that-is-long-enough-as-well-0123456789"
    karen.set_password("a long word that nobody guesses")
    karen.save()
    client.post("/account/login/", {"login": karen.email, "password": "a long word that nobody guesses"})
    said = client.post("/account/2fa/authenticate/", {"code": code_for(PLAIN)}, HTTP_ACCEPT_LANGUAGE="en")
    assert said.status_code == 200
    assert "another one than it was" in said.content.decode()


def test_forgetting_takes_the_factors_off_and_stands_in_the_list_of_changes(karen):
    TOTP.activate(karen, PLAIN)
    assert not second_factors.forget(by=None, email="nobody@havnby.test", now=town.NOW)
    assert second_factors.forget(by=None, email=" KAREN@havnby.test ", now=town.NOW)
    assert not Authenticator.objects.exists()
    sanne = Client()
    sanne.force_login(User.objects.get(name="Sanne"))
    assert AuditEntry.objects.get(verb="factors.forget").actor is None
    assert "app, adgangsnøgler og nødkoder" in sanne.get(reverse("changes")).content.decode()


def everything_under(var):
    """Every byte of database and log."""
    return b"".join(file.read_bytes() for file in sorted(var.glob("kulturspejl.sqlite3*")))


@pytest.mark.slow
def test_seeds_from_before_are_sealed_at_the_start_and_nothing_of_them_is_left(tmp_path):
    server = Server(tmp_path).prepare()
    server.python(
        "from allauth.mfa.models import Authenticator\nfrom kulturspejl.records.models import User\n"
        "karen = User.objects.create(email='karen@havnby.test', username='karen')\n"
        f"Authenticator.objects.create(user=karen, type='totp', data={{'secret': '{PLAIN}'}})\n"
        f"Authenticator.objects.create(user=karen, type='recovery_codes', data={{'seed': '{SEED}', 'used_mask': 5}})\n"
    )
    assert PLAIN.encode() in everything_under(server.var)
    server.start()
    server.stop()
    assert PLAIN.encode() not in everything_under(server.var)
    assert SEED.encode() not in everything_under(server.var)
    server.command("backup", str(tmp_path / "b.zip"), "--include-open")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        kept = archive.read("mfa.Authenticator.jsonl").decode()
    assert re.findall(own_key.MARK, kept) == [own_key.MARK] * 2
    assert PLAIN not in kept
    assert SEED not in kept
    opened = server.python(
        "from allauth.mfa.models import Authenticator\n"
        "from allauth.mfa.utils import decrypt\n"
        "print(decrypt(Authenticator.objects.get(type='totp').data['secret']))"
    )
    assert opened.strip() == PLAIN
    done = server.command("forget-factors", "karen@havnby.test")
    assert "signs in with a code by mail now" in done.stdout
    assert server.command("forget-factors", "bo@havnby.test", check=False).returncode == 1
