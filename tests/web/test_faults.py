"""A fault of the store is told without a value: no address, no row, no statement."""

import logging
import re
import sys
import threading

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from kulturspejl.records.models import User
from kulturspejl.web import faults
from kulturspejl.web.logs import WithoutCodes
from tests.fixtures.served import ROOT, Server

ADDRESS = "bo.hansen@havnby.test"
PATIENT = "Karen Blixen has said something"


def fault_of(statement, values=()):
    """What the database raises, as Django hands it on."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
    except DatabaseError as error:
        return error
    raise AssertionError("the statement went through")


def logged(error):
    """The line and the traceback as the standard error has them."""
    try:
        raise error
    except Exception:
        record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "It failed for %s", (ADDRESS,), sys.exc_info())
    WithoutCodes().filter(record)
    return logging.Formatter().format(record)


@pytest.mark.django_db
def test_a_double_address_is_not_said():
    User.objects.create(email=ADDRESS, username="a")
    with pytest.raises(IntegrityError) as found, transaction.atomic():
        User.objects.create(email=ADDRESS, username="b")
    said = logged(found.value)
    assert "IntegrityError" in said
    assert "records_user" in said
    assert "bo.hansen" not in said
    assert "havnby" not in said


@pytest.mark.django_db
def test_a_statement_that_holds_values_is_not_said():
    said = logged(fault_of(f"SELECT '{PATIENT}' FROM nowhere WHERE '{PATIENT}' LIKE"))
    assert "Karen" not in said
    assert "Error" in said


@pytest.mark.django_db
def test_the_fault_that_led_to_another_is_told_as_well_and_as_little():
    try:
        try:
            raise fault_of(f"SELECT '{PATIENT}' '{PATIENT}' FROM nowhere WHERE")
        except DatabaseError as first:
            raise RuntimeError("the round could not be closed") from first
    except RuntimeError as error:
        said = faults.told(error)
    assert "the round could not be closed" in said
    assert "direct cause" in said
    assert "Karen" not in said


@pytest.mark.django_db
def test_a_group_of_faults_is_told_member_by_member():
    said = faults.told(ExceptionGroup("two", [fault_of(f"SELECT '{PATIENT}' '{PATIENT}' FROM"), ValueError("plain")]))
    assert "plain" in said
    assert "Karen" not in said


def test_what_helps_the_operator_is_kept():
    assert "no such table: nowhere" in faults.told(DatabaseError("no such table: nowhere"))
    assert "database or disk is full" in faults.told(DatabaseError("database or disk is full"))
    assert "No such file: secret" in faults.told(OSError("No such file: secret"))


def test_a_fault_in_a_thread_or_on_the_way_out_says_no_more(capsys):
    error = IntegrityError(f"Key (email)=({ADDRESS}) already exists.")
    faults._of_the_process(IntegrityError, error, None)
    faults._of_a_thread(threading.ExceptHookArgs((IntegrityError, error, None, None)))
    said = capsys.readouterr().err
    assert said.count("IntegrityError") == 2
    assert "bo.hansen" not in said


PROVOKE = f"""
import logging
from kulturspejl.cli.instance import bring_store_up_to_date
from kulturspejl.records.models import User
bring_store_up_to_date()
User.objects.create(email="{ADDRESS}", username="a")
try:
    User.objects.create(email="{ADDRESS}", username="b", name="{PATIENT}")
except Exception:
    logging.getLogger("x").exception("It failed.")
"""


def as_the_docs_say(postgres, database):
    """The statements of docs/en/running.md, run by the administrator of PostgreSQL."""
    words = (ROOT / "docs" / "en" / "running.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```sql\n(.*?)```", words, re.DOTALL)
    for statement in block.strip().splitlines():
        postgres.do(statement.replace(" kulturspejl ", f" {database} ").rstrip(";"))


@pytest.mark.postgres
@pytest.mark.slow
def test_neither_our_log_nor_that_of_postgresql_says_a_value(postgres, new_postgres_url, tmp_path):
    url = new_postgres_url()
    (database,) = re.findall(r"@/(\w+)", url)
    as_the_docs_say(postgres, database)
    server = Server(tmp_path, {"DATABASE_URL": url})
    begin = (postgres.folder / "log").stat().st_size
    done = server.run([sys.executable, "-c", f"import os, django\nos.environ['DJANGO_SETTINGS_MODULE'] = "
                       f"'kulturspejl.web.settings'\ndjango.setup()\n{PROVOKE}"])  # fmt: skip
    theirs = (postgres.folder / "log").read_text(errors="replace")[begin:]
    assert "SQLSTATE 23505, at records_user records_user_email" in done.stderr
    assert "duplicate key value" in theirs
    for said in (done.stderr, theirs):
        assert "bo.hansen" not in said
        assert "Karen" not in said
