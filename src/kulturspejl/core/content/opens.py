"""A page of this program that a step, or a model, sends people on to: a plan, the help there is, the TRIO."""

from kulturspejl.core.toml.keys import one_of
from kulturspejl.core.toml.table import Table

OPENS = ("plan", "help", "own_plan", "trio")


def opened_by(row: Table) -> str:
    """What stands under `opens`; "" for nothing."""
    return one_of(row, "opens", OPENS, OPENS[0]) if "opens" in row.values else ""
