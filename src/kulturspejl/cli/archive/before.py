"""Backups from before answers were forgotten at the release: they hold every round's matrix. It stays in the file."""

import base64
import json
import zipfile
from typing import Any

from django.apps import apps

from kulturspejl.records.old_matrices import remade

FILE = "records.SealedMatrix.jsonl"


def remake(archive: zipfile.ZipFile) -> int:
    """Make each release anew from the file's matrix, in the caller's transaction; how many. No answer is stored.

    A round that was half closed gets its release here, and its close goes on. Raises CannotRemake.
    """
    if FILE not in archive.namelist():
        return 0
    count = 0
    with archive.open(FILE) as lines:
        for line in lines:
            count += _remake_one(json.loads(line))
    return count


def _remake_one(matrix: dict[str, Any]) -> int:
    found = _of("Round").filter(id=matrix["round_id"]).first()
    if found is None:
        # Deleted since, by the ledger.
        return 0
    released = remade(
        found,
        _of("RoundUnit").filter(round_id=found.id),
        width=matrix["width"],
        blocks=matrix["blocks"],
        rows=base64.b64decode(matrix["rows"]),
    )
    _of("Release").update_or_create(round_id=found.id, defaults={"released": released})
    return 1


def _of(name: str) -> Any:
    return apps.get_model("records", name)._base_manager
