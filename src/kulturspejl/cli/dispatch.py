"""Which words stand for which command. A command's module is imported only when its turn comes."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

import kulturspejl
from kulturspejl.web import faults, private

DONE, DATA_SAYS_NO, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

COMMANDS = {
    "demo": "demo",
    "serve": "serve",
    "analyse": "analyse",
    "audit": "audit",
    "check-content": "check_content",
    "backup": "backup",
    "restore": "restore",
    "admin": "admin",
    "doctor": "doctor",
    "forget-factors": "forget_factors",
}


class Command(NamedTuple):
    """A command as its module offers it: `SUMMARY` and `run(argv) -> exit code`."""

    summary: str
    run: Callable[[Sequence[str]], int]


def find(word: str) -> Command:
    """The command behind a word of `COMMANDS`."""
    module = import_module(f"kulturspejl.cli.{COMMANDS[word]}")
    return Command(module.SUMMARY, module.run)


def available() -> list[str]:
    """The words whose modules this installation has, in the order of the table."""
    return [word for word, module in COMMANDS.items() if find_spec(f"kulturspejl.cli.{module}")]


def help_text() -> str:
    """What can be done, one line a command."""
    width = max(map(len, COMMANDS))
    lines = [f"  {word:<{width}}  {find(word).summary}" for word in available()]
    head = "kulturspejl: see the culture, talk about it, choose one trait, act, come back.\n"
    usage = "Usage: kulturspejl COMMAND [...]      (kulturspejl COMMAND --help tells more)\n"
    ends = "Exit codes: 0 done, 1 the data says no, 2 wrong usage."
    return "\n".join([head, usage, *lines, "", ends])


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 done, 1 the data says no, 2 wrong usage, 130 interrupted."""
    private.begin()
    faults.catch_the_rest()
    words = list(sys.argv[1:] if argv is None else argv)
    if not words:
        print(help_text(), file=sys.stderr)
        return WRONG_USAGE
    first, rest = words[0], words[1:]
    if first in {"-h", "--help", "help"}:
        print(help_text())
        return DONE
    if first in {"-V", "--version"}:
        print(f"kulturspejl {kulturspejl.__version__}")
        return DONE
    if first not in available():
        print(f"kulturspejl: there is no command {first!r}.\n\n{help_text()}", file=sys.stderr)
        return WRONG_USAGE
    return run(first, rest)


def run(word: str, rest: Sequence[str]) -> int:
    """One command's exit code; argparse's own exits (2, or 0 after --help) become return values."""
    try:
        code = find(word).run(rest)
        sys.stdout.flush()
    except SystemExit as stop:
        return exit_code(stop)
    except BrokenPipeError:
        return _nobody_reads()
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _nobody_reads() -> int:
    """Whoever read the output has enough of it (`| head`): no fault, and nothing more to say at the end either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def exit_code(stop: SystemExit) -> int:
    """What `sys.exit(...)` meant: a number, nothing, or a sentence for the standard error."""
    if stop.code is None or isinstance(stop.code, int):
        return stop.code or DONE
    print(stop.code, file=sys.stderr)
    return DATA_SAYS_NO
