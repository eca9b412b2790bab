"""The same again on PostgreSQL: the way of an answer, and the operator with its system columns."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.postgres
@pytest.mark.slow
def test_answers_closing_and_the_operator_on_postgresql(postgres_url, tmp_path):
    records = ("test_operator.py", "test_after_close.py", "test_room_operator.py")
    what = ["tests/actions", *(f"tests/records/{name}" for name in records), "-m", "not postgres"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *what, "-q", "-p", "no:cacheprovider", "-p", "no:xdist"],
        cwd=ROOT,
        env=os.environ | {"KULTURSPEJL_TEST_DATABASE_URL": postgres_url, "KULTURSPEJL_TEST_VAR": str(tmp_path)},
        capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-6000:]
    assert " passed" in done.stdout
    assert connected_to_postgres(postgres_url), "the tests made their tables there"


def connected_to_postgres(url: str) -> bool:
    """Whether the cluster has seen the test database come and go: it counts transactions since its start."""
    import psycopg

    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT sum(xact_commit) FROM pg_stat_database").fetchone()
    return bool(row and row[0] > 500)
