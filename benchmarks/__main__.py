"""`make bench`: every measurement in turn, each in a process of its own."""

import subprocess
import sys

WHAT = (
    "benchmarks.answers", "benchmarks.live", "benchmarks.tap", "benchmarks.results", "benchmarks.analyse",
    "benchmarks.statistics", "benchmarks.calibration", "benchmarks.since", "benchmarks.calibration_scale",
    "benchmarks.claims",
)  # fmt: skip


def main() -> int:
    """Run all; the number of those that failed."""
    failed = 0
    for name in WHAT:
        print(f"\n== {name}", flush=True)
        failed += subprocess.run([sys.executable, "-m", name], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
