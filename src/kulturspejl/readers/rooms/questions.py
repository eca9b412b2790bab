"""The questions of a profile that is handed in, for a form that works without any script."""

from kulturspejl.core.content.exercise import Part
from kulturspejl.core.content.instrument import AllocationInstrument
from kulturspejl.core.content.kinds import Kind
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.profile.form import LETTERS, Block, blocks_asked
from kulturspejl.core.text import Text
from kulturspejl.readers.rooms.scene import Scene
from kulturspejl.values.the_library import the_library

Question = tuple[str, str, tuple[tuple[str, str, str], ...]]
WISHED = Text(da="Den kultur, du kunne ønske dig", en="The culture you would wish for")


def questions_of(scene: Scene, part: Part) -> tuple[Question, ...]:
    """(label, stem, ((key, letter, statement), ...)) for each; empty for what stays on the phone."""
    if part.kind is not Kind.ALLOCATION or part.visibility is Visibility.PRIVATE:
        return ()
    instrument = the_library().instruments[part.instrument]
    return tuple(_question(scene, instrument, block) for block in blocks_asked(part.asks))


def cultures_of(scene: Scene, part: Part) -> tuple[str, ...]:
    """The four names, A to D; empty for other kinds."""
    if part.kind is not Kind.ALLOCATION:
        return ()
    cultures = the_library().instruments[part.instrument].cultures
    return tuple(scene.say(cultures[letter].name) for letter in LETTERS)


def _question(scene: Scene, instrument: AllocationInstrument, block: Block) -> Question:
    if block.period == "wish":
        names = {letter: scene.say(instrument.cultures[letter].name) for letter in LETTERS}
        label, stem = scene.say(WISHED), ""
    else:
        asked = next(one for one in instrument.dimensions if one.number == block.number)
        names = {letter: scene.say(asked.statements[letter]) for letter in LETTERS}
        label, stem = f"{asked.number}. {scene.say(asked.label)}", scene.say(asked.stem)
    lines = tuple((key, letter, names[letter]) for key, letter in zip(block.keys, LETTERS, strict=True))
    return label, stem, lines
