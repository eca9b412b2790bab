"""A clock that a test moves: in a demo it stands in a file, and nowhere else does the file mean anything."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest

from kulturspejl.faces.shared import clock
from tests.fixtures.served import clean_environment


def test_the_file_moves_the_clock(settings, tmp_path):
    settings.KULTURSPEJL_CLOCK_FILE = str(tmp_path / "clock")
    for seconds in (3600.0, -90.5):
        (tmp_path / "clock").write_text(str(seconds))
        assert clock._moved() == timedelta(seconds=seconds)


@pytest.mark.slow
@pytest.mark.parametrize(("demo", "used"), [("1", "/anywhere"), ("0", "")])
def test_only_a_demo_takes_it(demo, used, tmp_path):
    told = subprocess.run(
        [sys.executable, "-c", "from kulturspejl.web import settings; print(settings.KULTURSPEJL_CLOCK_FILE)"],
        env=clean_environment()
        | {"KULTURSPEJL_VAR": str(tmp_path), "KULTURSPEJL_DEMO": demo, "KULTURSPEJL_CLOCK_FILE": "/anywhere",
           "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.strip() == used
