"""Compile the Danish catalogues and read the run-time requirements when the package is built.

Also a program: `python hatch_build.py` compiles every catalogue in place.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

ROOT = Path(__file__).resolve().parent


def compile_catalogue(source: Path) -> Path:
    """Write the .mo beside its .po, by way of a new file, so that no reader meets half of one."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parent.parent.name)
    target = source.with_suffix(".mo")
    fresh = target.with_suffix(".mo.new")
    with fresh.open("wb") as file:
        write_mo(file, catalogue)
    fresh.replace(target)
    return target


def compile_catalogues(root: Path) -> list[Path]:
    """Every src/**/locale/<language>/LC_MESSAGES/*.po."""
    return [compile_catalogue(po) for po in sorted((root / "src").glob("**/locale/*/LC_MESSAGES/*.po"))]


def requirements(file: Path) -> list[str]:
    """The lines of a requirements file that name a package."""
    lines = (line.split("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("-")]


class CompileCatalogues(BuildHookInterface):  # type: ignore[type-arg]
    """Runs for wheels and for editable installs."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before the files are gathered."""
        compile_catalogues(Path(self.root))


class ReadRequirements(MetadataHookInterface):
    """Dependencies are written once, in requirements/run.in."""

    PLUGIN_NAME = "custom"

    def update(self, metadata: dict[str, Any]) -> None:
        """Fill in what pyproject.toml calls dynamic."""
        metadata["dependencies"] = requirements(Path(self.root) / "requirements" / "run.in")


if __name__ == "__main__":
    made = compile_catalogues(ROOT)
    print(f"{len(made)} catalogues compiled", file=sys.stderr)
