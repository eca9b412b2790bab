"""The address of a database is honoured whole, or refused with a sentence that says nothing secret."""

from pathlib import Path

import pytest

from kulturspejl.web.database_url import database
from kulturspejl.web.environment import SettingError
from tests.fixtures.served import Server

HERE = Path("/nowhere")


def test_what_stands_after_the_question_mark_is_passed_on():
    made = database("postgresql://a:b%23c@db.example.dk:5433/k?sslmode=verify-full&sslrootcert=/etc/ca.pem", HERE)
    assert (made["HOST"], made["PORT"], made["USER"], made["PASSWORD"]) == ("db.example.dk", "5433", "a", "b#c")
    assert made["OPTIONS"] == {
        "sslmode": "verify-full", "sslrootcert": "/etc/ca.pem", "server_side_binding": True,
    }  # fmt: skip


def test_a_socket_may_be_named_there():
    made = database("postgresql://k@/shared?host=/run/pg/s&port=5432", HERE)
    assert (made["HOST"], made["PORT"], made["NAME"]) == ("/run/pg/s", "5432", "shared")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://u:geheim@h:port/db",
        "postgresql://u:ge#heim@h:5432/db",
        "postgresql://u:ge/heim@h:5432/db",
        "postgresql://u:geheim@h:5432/db?sslmod=require",
        "postgresql://u:geheim@h:5432/db?password=geheim",
        "mysql://u:geheim@h/db",
    ],
)
def test_nonsense_is_refused_without_a_word_of_the_password(url):
    with pytest.raises(SettingError) as refused:
        database(url, HERE)
    assert "heim" not in str(refused.value)


@pytest.mark.postgres
def test_postgresql_hears_what_the_address_asks_for(new_postgres_url, tmp_path):
    server = Server(tmp_path, {"DATABASE_URL": f"{new_postgres_url()}&options=-c%20lock_timeout%3D4321"})
    said = server.python(
        "from django.db import connection\n"
        "with connection.cursor() as cursor:\n"
        "    cursor.execute('SHOW lock_timeout')\n"
        "    print(cursor.fetchone()[0])"
    )
    assert said.strip() == "4321ms"
