"""What cannot be done is told in a sentence, and nothing is made that was not asked for."""

import os

import pytest

from kulturspejl.cli import instance
from tests.fixtures.ports import free_port
from tests.fixtures.served import Server

OF_VERSION_1 = """\
-----BEGIN CERTIFICATE-----
MIIBJTCBywIUZbnJ2HMra1/QDr87q6uywPhaPDMwCgYIKoZIzj0EAwIwFDESMBAG
A1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyODEwMTcxMloYDzIxMjYxMTA0MTAxNzEy
WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AAQejTUuBMhqiV9qTwv45yuzHVouORKxZhgLmvt+bDt3GAYAfC57WZruA0lgq9l+
vbx659gmw91ZVbsFiLj5OTXIMAoGCCqGSM49BAMCA0kAMEYCIQDkT8DGQ3Ef+j3X
pvkCwH+u+550J+1o1R24Oq3eng4AFQIhAIt/3wJzd3cB7H8zD3qczLctF3oqmhIj
VUKRHMoXzdOg
-----END CERTIFICATE-----
"""
"""Made by openssl for a test; its key is thrown away."""


def test_an_old_certificate_is_told_and_not_left_to_the_server_to_die_of(tmp_path):
    file = tmp_path / "old.pem"
    file.write_text(OF_VERSION_1)
    with pytest.raises(SystemExit) as told:
        instance._refuse_old_certificate(file)
    assert "version 1" in str(told.value)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError(13, "Permission denied"), "--port 8080"),
        (OSError(98, "Address already in use"), "--port 8080"),
        (OSError(99, "Cannot assign requested address"), "Leave --host out"),
    ],
)
def test_a_port_that_cannot_be_had_is_told_with_one_that_can(error, told):
    assert told in instance._another_port(error, instance.Address("127.0.0.1", 80))


@pytest.mark.slow
def test_commands_that_only_look_make_no_instance(tmp_path):
    server = Server(tmp_path)
    for words in (("backup", "x.zip"), ("doctor",)):
        refused = server.command(*words, check=False)
        assert refused.returncode == 1
        assert f"There is no store in {server.var}" in refused.stderr
    assert os.listdir(tmp_path) == []


@pytest.mark.slow
def test_a_store_has_one_server_and_is_whole_when_that_has_stopped(tmp_path):
    server = Server(tmp_path).start()
    assert f"Everything is kept in {server.var}" in server.log()
    refused = server.command("serve", "--port", str(free_port()), check=False)
    assert refused.returncode == 1
    assert "Another program is at work" in refused.stderr
    server.stop()
    assert (server.var / "kulturspejl.sqlite3-wal").stat().st_size == 0
    file = tmp_path / "backup.zip"
    for place, told in ((tmp_path, "is a folder"), (tmp_path / "no" / "x.zip", "There is no folder")):
        refused = server.command("backup", str(place), check=False)
        assert (refused.returncode, told in refused.stderr) == (1, True)
    server.command("backup", str(file))
    said = server.command("doctor", check=False).stdout
    assert "backup: the last is of" in said
    assert str(file) in said
    whole = file.read_bytes()
    for broken in (whole[: len(whole) // 2], b"[]", b""):
        file.write_bytes(broken)
        refused = server.command("restore", "--replace", str(file), check=False)
        assert (refused.returncode, "Nothing has been changed" in refused.stderr) == (1, True)
        assert "Traceback" not in refused.stderr


@pytest.mark.postgres
def test_a_database_that_cannot_take_us_is_told(tmp_path, postgres, new_postgres_url):
    postgres.do("CREATE DATABASE only_ascii ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0")
    server = Server(tmp_path, {"DATABASE_URL": postgres.url("only_ascii")})
    refused = server.command("serve", "--port", str(free_port()), check=False)
    assert "Danish needs UTF8" in refused.stderr
    postgres.do("CREATE ROLE guest LOGIN")
    postgres.do("CREATE DATABASE closed_to_guests TEMPLATE template0")
    server.extra["DATABASE_URL"] = postgres.url("closed_to_guests").replace("//kulturspejl@", "//guest@")
    refused = server.command("serve", "--port", str(free_port()), check=False)
    assert "GRANT ALL ON SCHEMA public" in refused.stderr
    assert "Traceback" not in refused.stderr
