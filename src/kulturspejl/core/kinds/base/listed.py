"""Whether a kind can do all that the house asks of one: said when the program starts, by what is missing."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kulturspejl.core.kinds.base.part import Shape
from kulturspejl.core.kinds.base.picture import Picture

PLACES = {
    "kind": "the word that stands in TOML, and the name of the file",
    "pictures": "the ways in which it can be shown, () for none",
    "guide": "how a content author is told of it",
    "read": "what stands in TOML",
    "check": "what somebody has filled in",
    "width": "how many bytes an answer takes at most",
    "robot": "what a robot of a practice room fills in",
    "picture": "what a room sees of all answers",
    "paper": "the fields on paper",
}
"""What a kind must have, and what it is there for."""

REMEDY = "Write it there, as the kinds beside it do: CONTRIBUTING, Add a kind of part."


def listed(*kinds: type[Shape]) -> Mapping[str, type[Shape]]:
    """The kinds by their words. Raises TypeError with a sentence that names what is missing, and where."""
    if faults := [fault for kind in kinds for fault in faults_of(kind)]:
        raise TypeError("\n".join(faults))
    made = {kind.kind: kind for kind in kinds}
    if len(made) != len(kinds):
        raise TypeError(f"Two kinds have the same word: {', '.join(kind.kind for kind in kinds)}.")
    pictures_of(made)
    return MappingProxyType(made)


def pictures_of(kinds: Mapping[str, type[Shape]]) -> Mapping[str, tuple[Picture, type[Shape]]]:
    """Every picture by its name, with the kind that it is made of. Raises TypeError for a name that two have."""
    found: dict[str, tuple[Picture, type[Shape]]] = {}
    for kind in kinds.values():
        for picture in kind.pictures:
            if picture.name in found:
                raise TypeError(f"Two kinds have a picture {picture}: {kind.kind} and {found[picture.name][1].kind}.")
            found[picture.name] = (picture, kind)
    return found


def faults_of(kind: type[Shape]) -> Sequence[str]:
    """One sentence for what a kind does not have, and one for a file of another name; none for a whole kind."""
    file = kind.__module__.rpartition(".")[2]
    missing = [f"`{name}` ({what})" for name, what in PLACES.items() if not _has(kind, name)]
    if missing:
        return [f"The kind {kind.__name__} ({file}.py) has no {', no '.join(missing)}. {REMEDY}"]
    return [] if kind.kind == file else [f"The kind {kind.kind} stands in {file}.py. Call the file {kind.kind}.py."]


def _has(kind: type[Shape], name: str) -> bool:
    if name == "picture":
        return not getattr(kind, "pictures", ()) or kind.picture is not Shape.picture
    return hasattr(kind, name) and name not in kind.__abstractmethods__
