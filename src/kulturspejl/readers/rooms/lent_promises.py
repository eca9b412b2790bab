"""What is promised of a meeting before its room is opened: made of the very parts of its programme, never fixed."""

from collections.abc import Iterable, Mapping

from kulturspejl.core.content.exercise import Exercise
from kulturspejl.core.content.programme import Programme
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.room.kept import may_be_kept
from kulturspejl.core.disclosure.room.least import least_for
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

ON_THE_PHONE = Text(
    da="Det, hver skriver til sig selv, bliver på den enkeltes telefon.",
    en="What each writes for themselves stays on their own phone.",
)
IN_GROUPS = Text(
    da="Noget skriver I til jeres egen gruppe, og dét får den, der skriver, sit navn på.",
    en="Some of it you write for your own group, with your name.",
)
FROM_ONE = Text(da="{low} svar", en="{low} answers")
FROM_TWO = Text(
    da="{low} eller {high} svar, som det står på telefonen,", en="{low} or {high} answers, as the phone says,"
)
AGREEMENT = Text(
    da="Bliver I enige om én handling, får I den med som ark og i kalenderen.",
    en="If you agree on one action, you take it along as a sheet and in the calendar.",
)
MAY_GO = Text(
    da="Den, der leder mødet, kan tilbyde jeres enhed at overtage aftalen, men ingen svar og ingen navne. Det sker "
    "kun, hvis AMR eller TR dér også vil (uden dem: lederen), og så står det i rummet.",
    en="Whoever leads the meeting can offer your unit to take over what you agree on, but no answers and no names. It "
    "happens only if AMR or TR there wants it too (without them: the leader), and then the room says so.",
)
MAY_GO_WHERE = Text(
    da="Den, der leder mødet, kan tilbyde jeres enhed at overtage aftalen og hvor I står, mellem to tal, men ingen "
    "svar og ingen navne. Det sker kun, hvis AMR eller TR dér også vil (uden dem: lederen), og så står det i rummet.",
    en="Whoever leads the meeting can offer your unit to take over what you agree on and where you stand, between two "
    "numbers, but no answers and no names. It happens only if AMR or TR there wants it too (without them: the leader), "
    "and then the room says so.",
)


def parts_of(plan: Programme, exercises: Mapping[str, Exercise]) -> list[Part]:
    """Everything that is filled in when the meeting is held as it is lent."""
    used = [exercises[one] for item in plan.items for one in item.exercises]
    return [part for exercise in used for step in exercise.steps for part in step.parts]


def promises_of(parts: Iterable[Part], policy: Policy) -> list[Text]:
    """One sentence for each way in which something is handed in there, and what can be taken along."""
    found = list(parts)
    unsigned = [least_for(part, policy) for part in _shown(found, Visibility.AGGREGATE)]
    on_the_wall = [least_for(part, policy) for part in _shown(found, Visibility.TEAM) if not part.role]
    said = [_without_a_name(unsigned)] if unsigned else []
    said += [_with_a_name(on_the_wall)] if on_the_wall else []
    kinds = {part.visibility for part in found}
    said += [IN_GROUPS] if Visibility.NAMED in kinds else []
    said += [ON_THE_PHONE] if Visibility.PRIVATE in kinds else []
    return [*said, AGREEMENT, MAY_GO_WHERE if any(map(may_be_kept, found)) else MAY_GO]


def too_few_for(parts: Iterable[Part], policy: Policy) -> int:
    """How many must answer before the first common picture; 0 where nothing is handed in without a name."""
    return min((least_for(part, policy) for part in _shown(list(parts), Visibility.AGGREGATE)), default=0)


def _shown(parts: list[Part], visibility: Visibility) -> list[Part]:
    return [part for part in parts if part.visibility is visibility and part.picture]


def _without_a_name(least: list[int]) -> Text:
    low, high = min(least), max(least)
    answers = filled(FROM_ONE if low == high else FROM_TWO, low=low, high=high)
    return filled(
        Text(
            da="Hver svarer for sig selv på telefonen, uden navn. Fra {answers} kan I vise et samlet billede.",
            en="Each answers alone on the phone, without a name. From {answers} you can show one picture of all.",
        ),
        answers=answers,
    )


def _with_a_name(least: list[int]) -> Text:
    return filled(
        Text(
            da="Andet skriver I til rummet: det kan komme på skærmen uden navne, når mindst "
            "{most} har skrevet, og serveren kender navnet, til mødet er slut.",
            en="Other things you write for the room: they may appear on the screen without names when at least "
            "{most} have written, and the server knows the name until the meeting is over.",
        ),
        most=max(least),
    )
