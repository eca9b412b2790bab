"""One shuffled matrix of small integers instead of the open round's answers."""

import uuid

import numpy as np
from django.db import transaction

from kulturspejl.actions import ballots
from kulturspejl.core.content.answers import AnswerForm, keys_of
from kulturspejl.records.models import Round, RoundUnit, SealedMatrix


def seal_matrix(round_id: uuid.UUID, rng: np.random.Generator) -> None:
    """Write the matrix in one transaction: units in random order of id, rows shuffled within unit."""
    found = Round.objects.get(id=round_id)
    width = len(keys_of(AnswerForm(total=found.points, preferred=found.preferred)))
    blocks: list[tuple[str, str, int]] = []
    rows: list[bytes] = []
    for unit_id in RoundUnit.objects.filter(round_id=round_id).order_by("id").values_list("id", flat=True):
        for category, answers in sorted(ballots.read_matrix(round_id, unit_id, width, rng).items()):
            blocks.append((str(unit_id), category, len(answers)))
            rows.append(answers.astype("<u2").tobytes())
    with transaction.atomic():
        SealedMatrix.objects.create(round_id=round_id, width=width, blocks=blocks, rows=b"".join(rows))


def read_sealed(
    matrix: SealedMatrix,
) -> dict[tuple[str, str], np.ndarray[tuple[int, ...], np.dtype[np.uint16]]]:
    """The matrix again: (round unit id, category) -> (n, width) integers."""
    numbers = np.frombuffer(bytes(matrix.rows), dtype="<u2").reshape(-1, matrix.width)
    found = {}
    start = 0
    for unit_id, category, count in matrix.blocks:
        found[unit_id, category] = numbers[start : start + count]
        start += count
    return found
