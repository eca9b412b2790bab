"""What outlives a class: how many came and, for each question of its evaluation, its mean and how many chose what."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from kulturspejl.access.permission import day_of
from kulturspejl.core.choreography import Station
from kulturspejl.core.content.programme import SlotKind
from kulturspejl.core.kinds.agreement_items import AgreementItems
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.records.models import CourseNumbers, Participant, Room, RoomKind, RoomPicture
from kulturspejl.values.room_day import day_of_room, policy_of_room
from kulturspejl.values.room_keeping import NUMBERS_KEPT
from kulturspejl.vault import ledger


def keep_numbers(room: Room) -> None:
    """Once, when the day is closed: from what was let out of its answers, and never from the answers."""
    came = Participant.objects.filter(room=room).count()
    if room.kind != RoomKind.CLASS or room.organisation_id is None or not came:
        return
    CourseNumbers.objects.create(
        organisation_id=room.organisation_id, programme=day_of_room(room).programme.id, day=room.day, came=came,
        numbers=list(_numbers(room)),
    )  # fmt: skip


def delete_old_numbers(*, now: datetime) -> int:
    """What has been kept for three years; returns how many classes that was."""
    old = CourseNumbers.objects.filter(day__lte=day_of(now) - NUMBERS_KEPT)
    ids = list(old.values_list("id", flat=True))
    for id in ids:
        ledger.note(what=ledger.COURSE_NUMBERS, round_id=id, on=day_of(now))
    CourseNumbers.objects.filter(id__in=ids).delete()
    return len(ids)


def _numbers(room: Room) -> Iterator[dict[str, Any]]:
    day, policy = day_of_room(room), policy_of_room(room)
    least = max(policy.mean, policy.distribution)
    for row in RoomPicture.objects.filter(room=room, is_final=True).order_by("id"):
        found = day.find_part(row.part)
        if found is None or day.item_of(found[0]).kind is not SlotKind.EVALUATION:
            continue
        yield from _of(*found, PartPicture.from_json(row.picture), least)


def _of(station: Station, part: Part, picture: PartPicture, least: int) -> Iterator[dict[str, Any]]:
    shape = part.shape
    if not isinstance(shape, AgreementItems):
        return
    chosen = {asked: rows for asked, rows, _people in picture.counted}
    for item in shape.items:
        answers, mean = picture.means.get(item.id, (0, 0.0))
        if answers >= least:
            yield {
                "id": f"{station.exercise}/{part.id}/{item.id}", "asked": dict(item.label.words), "answers": answers,
                "mean": mean, "most": shape.most,
                "steps": [[dict(what.words), count] for what, count in chosen.get(item.label, ())],
            }  # fmt: skip
