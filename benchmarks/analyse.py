"""T18: `kulturspejl analyse` of 1,000,000 people x 48 in 5,000 units, from CSV to text, with disclosure control.

Ours and baselines take turns, each in a process of its own: seconds of wall and CPU, and the most memory. A baseline
reads the file and makes every unit's means and variances and the intraclass correlation of the four: numpy alone, and
pandas and polars where the machine has them (they are no library of ours). None holds anything back, or knows an
interval, a chance, a missing block or a sentence. `--people` and `--units` make a smaller file.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import numpy as np

AIM_SECONDS, AIM_GB = 10, 1.5
TURNS = 3
AT_ONCE = 50_000
HEADINGS = [f"{period}_d{number}_{letter}" for period in ("now", "pref") for number in range(1, 7) for letter in "ABCD"]
NUMPY = """
import sys
import numpy as np
from kulturspejl.core.statistics import icc
found = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1, dtype=np.int32, usecols=range(1, 50))
units, points = found[:, 0], found[:, 1:].astype(np.int8)
order = np.argsort(units, kind="stable")
starts = np.flatnonzero(np.diff(units[order], prepend=-1))
sizes = np.diff(np.append(starts, len(order)))[:, None]
scores = points[order].reshape(-1, 2, 6, 4).sum(axis=2, dtype=np.int32).reshape(len(order), 8)
sums, squares = (np.add.reduceat(one, starts, axis=0) for one in (scores, scores * scores))
variances = (squares - sums * sums / sizes) / np.maximum(sizes - 1, 1)
print((sums / sizes).mean(), variances.mean(), [icc(scores[:, at], units[order]).icc1 for at in range(4)])
"""
SUMS = """
columns = {f"{period}_{letter}": [f"{period}_d{number}_{letter}" for number in range(1, 7)]
           for period in ("now", "pref") for letter in "ABCD"}
"""
PANDAS = f"""
import sys
import numpy as np
import pandas as pd
from kulturspejl.core.statistics import icc
{SUMS}
found = pd.read_csv(sys.argv[1], dtype=np.int32)
scores = pd.DataFrame({{name: found[some].sum(axis=1) for name, some in columns.items()}})
units = scores.groupby(found["unit_id"])
print(units.mean().mean().mean(), units.var().mean().mean())
print([icc(scores.to_numpy()[:, at], found["unit_id"].to_numpy()).icc1 for at in range(4)])
"""
POLARS = f"""
import sys
import polars as pl
from kulturspejl.core.statistics import icc
{SUMS}
found = pl.read_csv(sys.argv[1])
scores = found.select("unit_id", *(pl.sum_horizontal(some).alias(name) for name, some in columns.items()))
units = scores.group_by("unit_id").agg(pl.col(*columns).mean().name.suffix(" mean"), pl.col(*columns).var())
print(units.mean())
print([icc(scores[name].to_numpy(), scores["unit_id"].to_numpy()).icc1 for name in list(columns)[:4]])
"""
BASELINES = {"numpy": NUMPY} | {
    name: script for name, script in {"pandas": PANDAS, "polars": POLARS}.items() if find_spec(name)
}


def write(folder: Path, people: int, units: int) -> tuple[Path, Path]:
    """The answers, ten points a question, and a tree: twenty units a branch, the branches under one top."""
    rng = np.random.default_rng(7)
    of = rng.integers(0, units, people)
    truth = rng.dirichlet(np.array([0.3, 0.2, 0.22, 0.28]) * 20, units)
    responses, tree = folder / "responses.csv", folder / "units.csv"
    with responses.open("w", encoding="utf-8") as file:
        file.write(",".join(["resp_id", "unit_id", *HEADINGS]) + "\n")
        for start in range(0, people, AT_ONCE):
            some = of[start : start + AT_ONCE]
            drawn = rng.gamma(truth[some] * 9 + 1e-9)
            shares = np.repeat((drawn / drawn.sum(axis=1, keepdims=True))[:, None, :], 12, axis=1)
            rows = np.hstack([some[:, None], rng.multinomial(10, shares).reshape(len(some), 48)]).tolist()
            file.writelines(f"{start + at},{','.join(map(str, row))}\n" for at, row in enumerate(rows))
    counts = np.bincount(of, minlength=units).tolist()
    with tree.open("w", encoding="utf-8") as file:
        file.write("unit_id,parent_id,name,invited\ntop,,Top,0\n")
        file.writelines(f"b{branch},top,Branch {branch},0\n" for branch in range(-(-units // 20)))
        file.writelines(f"{unit},b{unit // 20},Unit {unit},{n + unit % 3}\n" for unit, n in enumerate(counts))
    return responses, tree


def taken(command: list[str]) -> tuple[float, float, float]:
    """Seconds of wall and of CPU, and gigabytes at most, of one process."""
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as run:
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode:
        raise SystemExit(f"{command[1:4]} ended with {run.returncode}")
    return time.monotonic() - began, used.ru_utime + used.ru_stime, _gigabytes(used)


def _gigabytes(used: resource.struct_rusage) -> float:
    """Linux counts in kilobytes, macOS in bytes."""
    return used.ru_maxrss / (1e9 if sys.platform == "darwin" else 1e6)


def main() -> int:
    """Print a table; 1 where the aim is missed at the full size."""
    given = argparse.ArgumentParser(prog="python -m benchmarks.analyse", description=__doc__)
    given.add_argument("--people", type=int, default=1_000_000)
    given.add_argument("--units", type=int, default=5_000)
    size = given.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        responses, tree = write(Path(folder), size.people, size.units)
        commands = {
            "analyse": ["-m", "kulturspejl", "analyse", str(responses), "--units", str(tree), "--language", "en"],
            **{name: ["-c", script, str(responses)] for name, script in BASELINES.items()},
        }
        runs: dict[str, list[tuple[float, float, float]]] = {name: [] for name in commands}
        for _ in range(TURNS):
            for name, command in commands.items():
                runs[name].append(taken([sys.executable, *command]))
    load = os.getloadavg()[0]
    print(f"{size.people:,} people x 48 in {size.units:,} units, median of {TURNS} turns (load {load:.1f})")
    print("           wall s   CPU s   most GB")
    middle = {name: [median(column) for column in zip(*found, strict=True)] for name, found in runs.items()}
    for name, (wall, cpu, most) in middle.items():
        print(f"{name:9} {wall:7.1f} {cpu:7.1f} {most:8.2f}")
    wall, cpu, most = middle["analyse"]
    for name in BASELINES:
        print(f"CPU, analyse / {name} alone: {cpu / middle[name][1]:.1f}")
    is_reached = wall <= AIM_SECONDS and most <= AIM_GB
    verdict = "reached" if is_reached else "missed"
    print(f"T18: {wall:.1f} s, {most:.2f} GB of at most {AIM_SECONDS} s, {AIM_GB} GB: {verdict}")
    return int(not is_reached and (size.people, size.units) == (1_000_000, 5_000))


if __name__ == "__main__":
    sys.exit(main())
