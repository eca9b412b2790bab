"""What becomes of a round under way when its unit is renamed, moved, made smaller or closed: said before it is done."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from kulturspejl.core.text import Text
from kulturspejl.core.units.difference import Kind
from kulturspejl.core.writing.sentence import filled


@dataclass(frozen=True)
class InARound:
    """A unit as a round under way has frozen it. `is_sent`: the letters are out, or on their way."""

    name: str
    invited: int
    is_sent: bool
    closes_on: date


def of_a_change(frozen: InARound, kinds: Collection[Kind], headcount: int) -> tuple[Text, ...]:
    """One sentence for each thing that the round does not follow; empty where nothing touches it."""
    told = tuple(_of_a_change(frozen, kinds, headcount))
    return (_under_way(frozen), *told) if told else ()


def of_a_close(frozen: InARound) -> tuple[Text, ...]:
    """The unit ends, and the round does not."""
    return _under_way(frozen), _goes_on(frozen)


def _of_a_change(frozen: InARound, kinds: Collection[Kind], headcount: int) -> Iterator[Text]:
    if Kind.RENAMED in kinds:
        yield filled(
            Text(
                da="Målingen beholder navnet »{name}«, også i brevet og i resultatet.",
                en="The round keeps the name “{name}”, in the letter and in the result too.",
            ),
            name=frozen.name,
        )
    if Kind.MOVED in kinds:
        yield Text(
            da="I målingens billeder tæller enheden, hvor den stod, da målingen blev lavet. Men AMR og TR over det nye "
            "sted ser målingen fra nu af og resultatet et døgn efter, at nogen ved enheden har fået brev om det, og de "
            "over det gamle sted ser det ikke mere.",
            en="In the pictures of the round the unit counts where it stood when the round was made. But AMR and TR "
            "above the new place see the round from now on, and its result a day after somebody near the unit has had "
            "a letter about it; those above the old place no longer do.",
        )
    if Kind.SIZE in kinds and headcount < frozen.invited:
        yield filled(
            Text(
                da="De {invited}, der er inviteret, kan stadig svare, selv om enheden nu tæller {headcount}.",
                en="The {invited} who are invited can still answer, though the unit now counts {headcount}.",
            ),
            invited=frozen.invited, headcount=headcount,
        )


def _under_way(frozen: InARound) -> Text:
    if not frozen.is_sent:
        return filled(
            Text(
                da="{name} er med i en måling, der venter på AMR eller TR. Den ændrer sig ikke.",
                en="{name} is in a round that waits for AMR or TR. The round does not change.",
            ),
            name=frozen.name,
        )
    return filled(
        Text(
            da="{name} er med i en måling, der er åben til {day}. Den ændrer sig ikke.",
            en="{name} is in a round that is open until {day}. The round does not change.",
        ),
        name=frozen.name, day=frozen.closes_on,
    )


def _goes_on(frozen: InARound) -> Text:
    if not frozen.is_sent:
        return filled(
            Text(
                da="De {invited} får deres brev, hvis målingen sendes ud. Annullér den først, hvis de ikke skal.",
                en="The {invited} get their letter if the round is released. Cancel it first if they should not.",
            ),
            invited=frozen.invited,
        )
    return filled(
        Text(
            da="De {invited}, der er inviteret, kan stadig svare. Resultatet åbner for dem og for leder, AMR og TR "
            "som aftalt, og det bliver stående.",
            en="The {invited} who are invited can still answer. The result opens to them and to leader, AMR and TR "
            "as agreed, and it stays.",
        ),
        invited=frozen.invited,
    )
