"""Reads the policy of a version from the package's own content."""

import tomllib
from functools import cache
from importlib.resources import files

from kulturspejl.core.disclosure.policy import Policy, parse_policy

NEWEST = "2026-2"


@cache
def load_policy(version: str = NEWEST) -> Policy:
    """The policy named `version`. LookupError where the package has none of that name."""
    if not version.replace("-", "").isalnum():
        raise LookupError(f"no policy {version!r}")
    path = files("kulturspejl.content") / "policies" / f"{version}.toml"
    if not path.is_file():
        raise LookupError(f"no policy {version!r}")
    return parse_policy(tomllib.loads(path.read_text(encoding="utf-8")))


def versions() -> list[str]:
    """The names of all policies that come along."""
    names = (path.name for path in (files("kulturspejl.content") / "policies").iterdir())
    return sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml"))
