"""A mail address as it may stand where a link has been passed on: known to its owner, of no use to anybody else."""

SHOWN = 2


def half_said(address: str) -> str:
    """ "me…@fjordby.dk" of "mette.holm@fjordby.dk"; of a name of one or two letters the first alone."""
    name, at, place = address.rpartition("@")
    return f"{name[: min(SHOWN, max(1, len(name) - 1))]}…{at}{place}"
