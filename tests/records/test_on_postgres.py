"""The same again on PostgreSQL: the way of an answer, and the operator with its system columns."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


WAY_OF_AN_ANSWER = [
    "tests/actions/test_answering.py", "tests/actions/test_closing.py", "tests/actions/test_key_keeping.py",
    "tests/actions/rooms/test_boxes.py", "tests/actions/rooms/test_contributing.py", "tests/vault/test_boxes.py",
    "tests/records/test_operator.py", "tests/records/test_room_operator.py", "tests/values/test_tree.py",
    "tests/records/test_single.py", "tests/web/test_whose_session.py",
]  # fmt: skip
"""Where a lock, a transaction or a system column of the store has a say; what is plain rows waits for the sweep."""
RACES = ["tests/attacks/test_races_of_people.py", "tests/attacks/test_races_of_rounds.py",
         "tests/attacks/test_races_of_plans.py", "tests/attacks/test_races_of_courses.py",
         "tests/attacks/test_races_that_leave_no_trace.py"]  # fmt: skip
"""Those of the office, where rows lock each other; those of rooms are tried on SQLite, and here in a sweep."""


QUICK_DOOR = [f"tests/web/door/{name}.py" for name in ("test_answers", "test_page", "test_room")]
"""In every run the operator's rounds and the pulled plug come by it."""


OF_ITS_OWN = "killed_at_any_step"
"""Begins an instance of its own, which would be the embedded store once more."""


@pytest.mark.postgres
@pytest.mark.slow
def test_answers_closing_the_operator_and_races_on_postgresql(postgres_url, tmp_path):
    what = [*WAY_OF_AN_ANSWER, *RACES, "-k", f"not {OF_ITS_OWN}"]
    run([*what, "-m", "not postgres and not sweep"], postgres_url, tmp_path)
    assert connected_to_postgres(postgres_url), "the tests made their tables there"


@pytest.mark.postgres
@pytest.mark.sweep
def test_and_many_times_and_in_rooms_and_every_action(postgres_url, tmp_path):
    what = ["tests/actions", "tests/vault", *RACES, "tests/attacks/test_races_of_rooms.py", *QUICK_DOOR]
    run([*what, "-m", "(sweep or not sweep) and not postgres"], postgres_url, tmp_path, timeout=2400)
    assert connected_to_postgres(postgres_url)


def run(what: list[str], url: str, var: Path, timeout: int = 1200) -> None:
    """These tests again, on the real database."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *what, "-q", "-p", "no:cacheprovider", "-p", "no:xdist"],
        cwd=ROOT,
        env=os.environ | {"KULTURSPEJL_TEST_DATABASE_URL": url, "KULTURSPEJL_TEST_VAR": str(var)},
        capture_output=True, text=True, timeout=timeout, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-6000:]
    assert " passed" in done.stdout


def connected_to_postgres(url: str) -> bool:
    """Whether the cluster has seen the test database come and go: it counts transactions since its start."""
    import psycopg

    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT sum(xact_commit) FROM pg_stat_database").fetchone()
    return bool(row and row[0] > 500)
