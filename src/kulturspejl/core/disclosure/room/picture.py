"""A part is shown: its kind draws, and only what these rules let out."""

from dataclasses import replace
from random import Random

from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.room.least import least_for
from kulturspejl.core.disclosure.room.thresholds import RoomThresholds
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import Answers, PartPicture, groups_said
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

TOO_FEW = Text(
    da="Der er for få svar endnu. Det kan vises, når mindst {least} har svaret.",
    en="There are too few answers yet. It can be shown when at least {least} have answered.",
)
NOTHING_YET = Text(da="Der er ikke skrevet noget endnu.", en="Nothing has been written yet.")


def picture_of(
    part: Part, answers: Answers, policy: Policy, rng: Random, groups: int | None = None
) -> PartPicture:
    """The picture of all `answers` to `part`; hidden with a sentence where there are too few for it.

    `groups` is how many groups stand behind what one of each writes for all in it: two of a group may have, one after
    the other. None is as many as there are answers.
    """
    least = least_for(part, policy)
    if len(answers) < least:
        return PartPicture(hidden=NOTHING_YET if least == 1 else filled(TOO_FEW, least=least))
    if part.picture is None:
        raise ValueError(f"{part.id} has no picture that a room can show")
    made = part.shape.picture(part.picture, answers, RoomThresholds(policy, rng))
    if not part.is_of_group:
        return made
    return replace(made, sentence=groups_said(len(answers) if groups is None else groups))
