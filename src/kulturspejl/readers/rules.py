"""Who will see what, from how many answers: sentences computed from the rules in force, never fixed."""

from dataclasses import dataclass

from kulturspejl.core.content.any_instrument import Instrument, any_from_json
from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled
from kulturspejl.records.models import Round
from kulturspejl.values.policies import policy_of

EARLY = Text(
    da="Målingen lukker kun før sin dag, hvis AMR eller TR siger ja. Hvor der ingen er, er det administratoren.",
    en="The round closes before its day only if a representative (AMR or TR) says yes. Where there is none, it is the "
    "administrator.",
)


@dataclass(frozen=True)
class Rules:
    """The policy's sizes that matter to the one who answers, and the sentences made of them."""

    version: str
    minimum: int
    sentences: tuple[Text, ...]


def rules_of(found: Round) -> Rules:
    """The rules of a round."""
    policy = policy_of(found)
    return Rules(policy.version, policy.mean, tuple(_sentences(policy, found)))


def _sentences(policy: Policy, found: Round) -> list[Text]:
    wide = found.units.exclude(parent=None).exists()
    return sentences(policy, any_from_json(found.content), wide=wide)


def sentences(policy: Policy, asked: Instrument, *, wide: bool) -> list[Text]:
    """Who will see what of a round, also of one that is not made yet; `wide`: several units are asked at once."""
    return [
        Text(
            da="Hverken din leder, dine kolleger eller HR kan se dit svar.",
            en="Neither your leader, your colleagues nor HR can see your answer.",
        ),
        filled(
            Text(
                da="Teamet, lederen, AMR og TR ser det samlede resultat på samme tid, når målingen er lukket, "
                "og mindst {mean} har svaret.",
                en="The team, the leader and the representatives (AMR and TR) see the combined result at the same "
                "time, once the round is closed and at least {mean} have answered.",
            ),
            mean=policy.mean,
        ),
        _without_numbers(policy, wide),
        filled(asked.spread_promise, spread_of_one=policy.spread_of_one),
        seen_above(policy, wide=wide),
        EARLY,
    ]


def _without_numbers(policy: Policy, wide: bool) -> Text:
    few = filled(
        Text(
            da="Svarer færre end {mean}, får I spørgsmål til en samtale i stedet for tal.",
            en="If fewer than {mean} answer, you get questions for a conversation instead of numbers.",
        ),
        mean=policy.mean,
    )
    if not wide:
        return few
    # Where several units are asked, a picture can also stay hidden to protect a small group next to it.
    return filled(
        Text(
            da="{few} Det samme sker, hvis jeres tal sammen med andre enheders kan røbe, hvad nogle få har svaret.",
            en="{few} The same happens if your numbers, held up against those of other units, could give away what "
            "a few have answered.",
        ),
        few=few,
    )


def seen_above(policy: Policy, *, wide: bool) -> Text:
    """What leaders above, the administrator and HR see."""
    if not wide:
        return Text(
            da="Ledere højere oppe ser kun jeres billede, hvis jeres leder, AMR eller TR deler det. HR ser det ikke.",
            en="Leaders higher up see your picture only if your leader or representative (AMR, TR) shares it. HR does "
            "not see it.",
        )
    return filled(
        Text(
            da="Ledelsen over jer, administrator og HR ser kun billeder af mindst {above_units} enheder og "
            "{above_answers} svar tilsammen. "
            "Jeres eget billede ser en leder over jer kun, hvis jeres leder, AMR eller TR deler det.",
            en="Those above you, the administrator and HR see only pictures of at least {above_units} units and "
            "{above_answers} answers together. "
            "A leader above you sees your own picture only if your leader or representative (AMR, TR) shares it.",
        ),
        above_units=policy.above_units, above_answers=policy.above_answers,
    )
