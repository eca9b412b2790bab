"""The command line: finds the command that was named and runs it. Each command is a module of this room."""

from kulturspejl.cli.dispatch import main

__all__ = ["main"]
