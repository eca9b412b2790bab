"""Style, templates, types, floors and own scripts, side by side; the first line of a fault is enough to begin with."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# The settings are read for their types; they must not make themselves a secret in ./var for that.
ENVIRONMENT = os.environ | {"SECRET_KEY": "only-for-looking-at-the-types-0123456789"}
ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CHECKS = {
    "style": [[str(BIN / "ruff"), "check", "--quiet", "."]],
    "templates": [[sys.executable, "-m", "scripts.templates"]],
    "types": [[sys.executable, "-m", "mypy"]],
    "floors": [[str(BIN / "lint-imports"), "--no-cache", "--no-logo"]],
    "scripts": [[sys.executable, str(ROOT / "scripts" / "own_scripts.py")]],
}


def run(name: str) -> tuple[str, int, str]:
    """Name, exit code and what was printed."""
    for command in CHECKS[name]:
        done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False)
        if done.returncode:
            return name, done.returncode, done.stdout + done.stderr
    return name, 0, ""


def main() -> int:
    """0 when all is well, else 1 with everything that was said."""
    with ThreadPoolExecutor() as pool:
        results = list(pool.map(run, CHECKS))
    for name, code, said in results:
        print(f"{name}: {'well' if code == 0 else 'FAULTS'}")
        if code:
            print(said)
    return int(any(code for _name, code, _said in results))


if __name__ == "__main__":
    sys.exit(main())
