"""A server in a process of its own, started and measured from outside."""

import contextlib
import os
import random
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TICK = os.sysconf("SC_CLK_TCK")


@dataclass
class Process:
    """A server; what is measured is the sum over it and the processes that it has started."""

    process: "subprocess.Popen[bytes]"
    port: int

    def ids(self) -> list[int]:
        """Its own number and its children's."""
        own = self.process.pid
        children = Path(f"/proc/{own}/task/{own}/children").read_text().split()
        return [own, *map(int, children)]

    def cpu(self) -> float:
        """Seconds of CPU so far."""
        return sum(_cpu(one) for one in self.ids())

    def share(self) -> float:
        """Megabytes that are its own, and its part of what is shared (PSS)."""
        return sum(_share(one) for one in self.ids())

    def kill(self) -> None:
        """As when the power goes."""
        for one in self.ids():
            os.kill(one, signal.SIGKILL)
        self.process.wait(30)

    def stop(self) -> None:
        """Ask it to end."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


def start(command: Sequence[str], environment: Mapping[str, str], port: int = 0) -> Process:
    """Start it on a port, or on one that is free, and return once it answers."""
    port = port or _free_port()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        [*command, "--port", str(port)], cwd=ROOT, env=dict(environment), stdout=quiet, stderr=quiet
    )
    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=1).close()
            return Process(process, port)
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{command} does not serve")


def _free_port() -> int:
    """One that is not dealt out to callers: who calls a closed port there may by chance be answered by themselves."""
    for port in random.sample(range(20_000, 30_000), 100):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no port is free")


def _cpu(number: int) -> float:
    fields = Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def _share(number: int) -> float:
    lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000
