"""Nonsense in a setting ends the start with a sentence, in the terminal's language; nothing is guessed."""

import pytest

from kulturspejl.web import environment, mail_settings, setting_names
from kulturspejl.web.database_url import database
from kulturspejl.web.environment import SettingError
from tests.web.test_environment import HERE


@pytest.mark.parametrize(
    ("name", "value", "read", "told"),
    [
        ("KULTURSPEJL_TIME_ZONE", "Europe/Kobenhavn", environment.time_zone, "Europe/Copenhagen"),
        ("KULTURSPEJL_MAIL_FROM", "ikke en adresse", environment.sender, "no sender"),
        ("KULTURSPEJL_MAIL_FROM", "A <a@b.dk>\nBcc: c@d.dk", environment.sender, "no sender"),
        ("KULTURSPEJL_MAIL_FROM", "Kulturspejl <kultur@x.dk", environment.sender, "no sender"),
        ("KULTURSPEJL_MAIL_FROM", "a@x.dk, b@x.dk", environment.sender, "no sender"),
        ("KULTURSPEJL_MAIL_FROM", "Kultur <kultur@x>", environment.sender, "no sender"),
        ("KULTURSPEJL_BASE_URL", "https://ærø.dk", environment.base_url, "https://xn--r-3fa9c.dk"),
        ("KULTURSPEJL_HOSTS", "https://kultur.dk", environment.hosts, "names alone"),
        ("KULTURSPEJL_BASE_URL", "https://x.dk/under", environment.base_url, "https://x.dk"),
        ("KULTURSPEJL_BASE_URL", "kultur.dk", environment.base_url, "the whole of it"),
        ("KULTURSPEJL_SMTP_PORT", "99999", mail_settings.mail, "from 1 to 65535"),
        ("KULTURSPEJL_SMTP_HOST", "smtp://x", mail_settings.mail, "the name alone"),
    ],
)
def test_a_value_that_cannot_be_used_is_told_in_both_languages(monkeypatch, name, value, read, told):
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError) as refused:
        read()
    assert name in refused.value.text.en
    assert told in refused.value.text.en
    assert refused.value.text.da != refused.value.text.en


def test_a_sender_may_have_a_name(monkeypatch):
    monkeypatch.setenv("KULTURSPEJL_MAIL_FROM", "Kulturspejl Nord <kultur@example.dk>")
    assert environment.sender() == "Kulturspejl Nord <kultur@example.dk>"
    for given in ('"Kultur, Nord" <kultur@example.dk>', "<kultur@example.dk>", "kulturspejl@localhost"):
        monkeypatch.setenv("KULTURSPEJL_MAIL_FROM", given)
        assert environment.sender() == given


def test_a_host_with_letters_is_answered_to_as_browsers_ask_for_it(monkeypatch):
    monkeypatch.setenv("KULTURSPEJL_HOSTS", "ærø.dk, 127.0.0.1")
    assert environment.hosts() == ["xn--r-3fa9c.dk", "127.0.0.1"]


def test_a_misspelt_name_is_refused_with_the_nearest():
    with pytest.raises(SettingError) as refused:
        setting_names.refuse_unknown({"KULTURSPEJL_SMPT_HOST": "x"})
    assert "KULTURSPEJL_SMTP_HOST" in str(refused.value)
    for misspelt in ("kulturspejl_smtp_host", "KULTURSPEIL_SMTP_HOST", "Kulturspejl_SMPT_host"):
        with pytest.raises(SettingError, match="KULTURSPEJL_SMTP_HOST"):
            setting_names.refuse_unknown({misspelt: "x"})
    setting_names.refuse_unknown({"KULTURSPEJL_SMTP_HOST": "x", "KULTURSPEJL_HOST": "y", "PATH": "z"})


@pytest.mark.parametrize(
    ("words", "starttls", "tls"),
    [
        ({}, False, False),
        ({"HOST": "127.0.0.1"}, False, False),
        ({"HOST": "smtp.example.dk"}, True, False),
        ({"HOST": "smtp.example.dk", "STARTTLS": "0"}, False, False),
        ({"HOST": "smtp.example.dk", "TLS": "1"}, False, True),
    ],
)
def test_codes_cross_a_net_in_clear_only_where_somebody_has_said_so(monkeypatch, words, starttls, tls):
    for name, value in words.items():
        monkeypatch.setenv(f"KULTURSPEJL_SMTP_{name}", value)
    found = mail_settings.mail()
    assert (found.starttls, found.tls) == (starttls, tls)


def test_both_kinds_of_encryption_at_once_are_refused(monkeypatch):
    monkeypatch.setenv("KULTURSPEJL_SMTP_STARTTLS", "1")
    monkeypatch.setenv("KULTURSPEJL_SMTP_TLS", "1")
    with pytest.raises(SettingError):
        mail_settings.mail()


def test_several_hosts_of_a_database_are_passed_on():
    made = database("postgresql://u:w@one:5432,two:5433/k?target_session_attrs=read-write&connect_timeout=3", HERE)
    assert (made["HOST"], made["PORT"]) == ("one,two", "5432,5433")
    assert made["OPTIONS"] == {
        "target_session_attrs": "read-write", "connect_timeout": "3", "server_side_binding": True,
    }  # fmt: skip
