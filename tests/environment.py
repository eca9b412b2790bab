"""The tests' own environment, set before Django reads its settings: nothing of theirs lands in ./var."""

import atexit
import os
import shutil
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, settings

IN_MEMORY = Path("/dev/shm")
ENOUGH = 4 << 30
AN_HOUR = 3600


def quick_disk() -> str | None:
    """A disk in memory, where there is one with room: on any other, each of a store's million commits waits for it."""
    if "TMPDIR" in os.environ or not IN_MEMORY.is_dir() or not os.access(IN_MEMORY, os.W_OK):
        return None
    may_run_programs = not os.statvfs(IN_MEMORY).f_flag & os.ST_NOEXEC
    return str(IN_MEMORY) if may_run_programs and shutil.disk_usage(IN_MEMORY).free >= ENOUGH else None


def clear_away() -> None:
    """What runs left in memory that were killed more than an hour ago."""
    for left in IN_MEMORY.glob("kulturspejl-*-*-*"):
        pid = left.name.split("-")[2]
        if pid.isdecimal() and not Path(f"/proc/{pid}").exists() and _age(left) > AN_HOUR:
            shutil.rmtree(left, ignore_errors=True)


def _age(folder: Path) -> float:
    """Seconds; none where another run has just cleared it away."""
    try:
        return time.time() - folder.stat().st_mtime
    except FileNotFoundError:
        return 0


if "KULTURSPEJL_TEST_VAR" not in os.environ:
    disk = quick_disk()
    folder = tempfile.mkdtemp(prefix=f"kulturspejl-tests-{os.getpid()}-", dir=disk)
    os.environ["KULTURSPEJL_TEST_VAR"] = folder
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    if disk:
        clear_away()
        # What tests and browsers make for a while lies there too, and goes with it.
        os.environ["TMPDIR"] = tempfile.tempdir = folder

# Each of the runner's workers has a folder of its own.
own = Path(os.environ["KULTURSPEJL_TEST_VAR"]) / os.environ.get("PYTEST_XDIST_WORKER", "main")
own.mkdir(parents=True, exist_ok=True)
os.environ["KULTURSPEJL_VAR"] = str(own)
os.environ["KULTURSPEJL_PLAIN_STATIC"] = "1"
os.environ["SECRET_KEY"] = "only-for-the-tests-and-known-to-everybody-0123456789"
# Letters go at any hour, for tests are run at any hour; those about the hours set this anew.
os.environ["KULTURSPEJL_QUIET_HOURS"] = "0"
# Playwright's synchronous pages keep an event loop in the thread where the tests also ask Django's tables.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
for name in (
    "DATABASE_URL",
    "KULTURSPEJL_CONTENT",
    "KULTURSPEJL_BASE_URL",
    "KULTURSPEJL_DEMO",
    "KULTURSPEJL_HOSTS",
):
    os.environ.pop(name, None)
if "KULTURSPEJL_TEST_DATABASE_URL" in os.environ:
    os.environ["DATABASE_URL"] = os.environ["KULTURSPEJL_TEST_DATABASE_URL"]

# One profile for every generated test. No clock judges them, for a busy machine is slow without a fault; and they draw
# the same each time, for whoever has changed nothing must see no change. A sweep draws anew from its own seed.
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None, print_blob=True)
settings.register_profile("calm", CALM, derandomize=True)
settings.register_profile("sweep", CALM, derandomize=False)
settings.load_profile("sweep" if "KULTURSPEJL_TEST_SEED" in os.environ else "calm")
