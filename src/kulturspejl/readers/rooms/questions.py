"""The words of an instrument that a part asks with: its names, and a plain form that works without any script."""

from dataclasses import dataclass

from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.instruments.allocation.form import Block
from kulturspejl.core.kinds.allocation import Allocation
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.values.the_library import the_library

Question = tuple[str, str, tuple[tuple[str, str, str], ...]]
WISHED = Text(da="Din ønskede kultur", en="Your preferred culture")


@dataclass(frozen=True)
class ProfileView:
    """`questions` of a plain form are (label, stem, ((key, letter, statement), ...)); () for what is not handed in."""

    questions: tuple[tuple[str, str, tuple[tuple[str, str, str], ...]], ...]


def profile_of(scene: Scene, part: Part) -> ProfileView | None:
    """The questions of what is handed in; None for words of its own."""
    if not isinstance(part.shape, Allocation):
        return None
    instrument = the_library().instruments[part.shape.instrument]
    blocks = () if part.visibility is Visibility.PRIVATE else part.shape.blocks
    return ProfileView(
        questions=tuple(_question(scene, instrument, block) for block in blocks),
    )


def _question(scene: Scene, instrument: AllocationInstrument, block: Block) -> Question:
    if block.period == "wish":
        names = instrument.names(scene.language).called
        label, stem = scene.say(WISHED), ""
    else:
        asked = next(one for one in instrument.dimensions if one.number == block.number)
        names = {letter: scene.say(asked.statements[letter]) for letter in block.letters}
        label, stem = f"{asked.number}. {scene.say(asked.label)}", scene.say(asked.stem)
    lines = tuple((key, letter, names[letter]) for key, letter in zip(block.keys, block.letters, strict=True))
    return label, stem, lines
