"""What a facilitator has shown, after disclosure control."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kulturspejl.core.kinds.base.items import Itemised
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import PartPicture
from kulturspejl.core.text import Text
from kulturspejl.readers.rooms.regions.before import BeforeView, before_of
from kulturspejl.readers.rooms.regions.places import SpanView, SquareView, spans_of, square_of
from kulturspejl.readers.rooms.regions.station import question_of
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.readers.rooms.webs import web_of
from kulturspejl.records.models import RoomPicture


@dataclass(frozen=True)
class ShownView:
    """What a facilitator has shown, after disclosure control. `kind` chooses the template (shared/parts/<kind>/).

    `lines` for notes, and `under` the same by what was asked, as (label, lines). `rows` for counts and scales as
    (label, value as written, share 0-1); `sentence` says the same, and `told` what of it is no repetition beside them;
    `svg` is a picture or "", `spans` and `square` are others. `hidden` says why there are no numbers, and then the
    rest is empty. A row without a value is a heading for those under it. `before` is where the team stood earlier.
    """

    key: str
    label: str
    lines: tuple[str, ...]
    rows: tuple[tuple[str, str, float], ...]
    sentence: str
    svg: str
    hidden: str
    under: tuple[tuple[str, tuple[str, ...]], ...] = ()
    told: str = ""
    spans: tuple[SpanView, ...] = ()
    square: SquareView | None = None
    kind: str = ""
    before: BeforeView | None = None


def shown_views(scene: Scene) -> tuple[ShownView, ...]:
    """What stands on the wall of this item of the agenda; when the day is over, what was combined without names."""
    return scene.once("shown", lambda: _shown_views(scene))


def pictures_up(scene: Scene) -> tuple[tuple[str, PartPicture], ...]:
    """(key, picture) of what is shown, in the order in which it was."""
    return scene.once("pictures", lambda: _pictures_up(scene))


def asked_in(part: Part | None, lines: Sequence[tuple[Text | None, str]]) -> list[tuple[Text | None, list[str]]]:
    """The lines by what was asked, in the order in which it was asked; within each in their order of chance."""
    order = [item.label for item in part.shape.items] if part and isinstance(part.shape, Itemised) else []
    found: dict[Text | None, list[str]] = {}
    for label, line in lines:
        found.setdefault(label, []).append(line)
    known = sorted(found, key=lambda label: order.index(label) if label in order else len(order))
    return [(label, found[label]) for label in known]


def _shown_views(scene: Scene) -> tuple[ShownView, ...]:
    return tuple(_shown(scene, key, picture) for key, picture in pictures_up(scene))


def _pictures_up(scene: Scene) -> tuple[tuple[str, PartPicture], ...]:
    if scene.state.is_over:
        rows = _rows(scene, is_final=True)
        keys = [*rows]
    else:
        here = [key for key in scene.state.shown if _is_of_this_item(scene, key)]
        # Most steps show nothing, and a ring is waited for.
        rows = _rows(scene, part__in=here) if here else {}
        keys = [key for key in here if key in rows]
    return tuple((key, PartPicture.from_json(rows[key].picture)) for key in keys)


def _rows(scene: Scene, **which: Any) -> Mapping[str, RoomPicture]:
    return {row.part: row for row in RoomPicture.objects.filter(room=scene.room, **which).order_by("id")}


def _is_of_this_item(scene: Scene, key: str) -> bool:
    found = scene.day.find_part(key)
    if found is None or scene.station is None:
        return False
    shown, here = found[0], scene.station
    keeps = scene.step is not None and scene.step.keeps
    return keeps or (shown.slot, shown.exercise) == (here.slot, here.exercise)


def _shown(scene: Scene, key: str, picture: PartPicture) -> ShownView:
    found = scene.day.find_part(key)
    label = question_of(scene) or scene.say(found[1].label if found else None)
    if found and picture.web:
        web = web_of(scene, key, found[1], picture)
        return ShownView(
            key=key, label=label, lines=(), rows=web.rows, sentence=web.sentence, svg=web.svg, hidden="",
            kind=found[1].kind,
        )  # fmt: skip
    return ShownView(
        key=key, label=label, kind=found[1].kind if found else "",
        lines=tuple(f"{scene.say(label)} {line}".strip() for label, line in picture.lines),
        rows=tuple((scene.say(label), scene.say(value), share) for label, value, share in picture.rows),
        sentence=scene.say(picture.sentence), told=scene.say(picture.told), svg="", hidden=scene.say(picture.hidden),
        under=_under(scene, picture, found[1] if found else None),
        spans=spans_of(scene, found[1], picture) if found else (),
        square=square_of(scene, found[1], picture) if found else None, before=before_of(scene, key),
    )  # fmt: skip


def _under(
    scene: Scene, picture: PartPicture, part: Part | None
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((scene.say(label), tuple(lines)) for label, lines in asked_in(part, picture.lines))
