"""Which letters somebody gets, to whom each goes, and which of them they may do without."""

from collections.abc import Mapping
from dataclasses import dataclass

from kulturspejl.core.text import Text

_ASKED = Text(da="Den, der bliver spurgt", en="Whoever is asked")
_TEAM = Text(da="Leder, AMR og TR i enheden", en="Leader and representatives of the unit")
_RELEASING = Text(da="AMR og TR, ellers administratorer", en="Representatives, else administrators")
_LEADING = Text(da="Lederen og den, der bad om målingen", en="The leader, and whoever asked for the round")
_WAITED = Text(
    da="Lederen, den, der bad om målingen, og dem, den ventede på",
    en="The leader, whoever asked for the round, and those it waited for",
)
_BELOW = Text(
    da="Lederen og den, der bad om målingen; i flere enheder også deres ledere, AMR og TR",
    en="The leader, and whoever asked for the round; in several units their leaders and representatives too",
)
_ASKER = Text(da="Den, der bad om det", en="Whoever asked for it")
_OWN = Text(da="Kun dig", en="You alone")


@dataclass(frozen=True)
class LetterChoice:
    """One kind of letter. `why` says why nobody can do without it; None: one can. `covers`: kinds that go with it."""

    id: str
    name: Text
    to: Text
    why: Text | None = None
    covers: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The letters of the library that it is about."""
        return self.covers or (self.id,)


OF_ACCOUNTS = (
    LetterChoice(
        "waits_for_you", Text(da="En måling venter på dit ja", en="A round waits for your yes"), _RELEASING,
        Text(da="Uden dit svar bliver ingen spurgt.", en="Without your answer nobody is asked."),
    ),
    LetterChoice(
        "still_waits", Text(da="En måling venter stadig", en="A round is still waiting"), _RELEASING,
    ),
    LetterChoice(
        "close_early_asked", Text(da="Nogen vil lukke en måling før tid", en="Somebody wants to close a round early"),
        _RELEASING, Text(da="Den lukker kun, hvis en af jer siger ja.", en="It closes only if one of you says yes."),
    ),
    LetterChoice("close_declined", Text(da="Nej til at lukke før tid", en="A no to closing early"), _ASKER),
    LetterChoice("given_up", Text(da="En måling er opgivet", en="A round was given up"), _WAITED),
    LetterChoice("released", Text(da="En måling er åben", en="A round is open"), _BELOW),
    LetterChoice("stopped", Text(da="AMR eller TR vil vente", en="A representative wants to wait"), _LEADING),
    LetterChoice("letters_refused", Text(da="Breve kom ikke frem", en="Letters did not get through"), _RELEASING),
    LetterChoice("closes_tomorrow", Text(da="En måling lukker snart", en="A round closes soon"), _TEAM),
    LetterChoice("result_open_owner", Text(da="Et resultat er åbent", en="A result is open"), _TEAM),
    LetterChoice(
        "answers_lost", Text(da="En målings svar er gået tabt", en="A round’s answers are lost"), _TEAM,
        Text(da="Ingen andre kan sige det til dem, der har svaret.", en="Nobody else can tell those who answered."),
    ),
    LetterChoice(
        "result_deleted", Text(da="Et resultat er slettet", en="A result was deleted"), _TEAM,
        Text(
            da="Det er teamets resultat: Ingen sletter det, uden at I får det at vide.",
            en="It is the team’s result: nobody deletes it without you knowing.",
        ),
    ),
    LetterChoice("meeting_kept", Text(da="Et teammøde er overdraget", en="A team’s meeting is handed over"), _TEAM),
    LetterChoice("follow_up_today", Text(da="I følger op i dag", en="You follow up today"), _TEAM),
    LetterChoice(
        "links_gone", Text(da="Links på en læseliste svarer ikke", en="Links on a reading list do not answer"),
        Text(da="Den, der holder kurset", en="Whoever holds the course"),
    ),
    LetterChoice(
        "you_asked", Text(da="Du bad os minde dig", en="You asked us to remind you"), _OWN,
        Text(
            da="Du bad selv om dem. Stop dem på din udviklingsplan eller i brevet.",
            en="You asked for them. Stop them on your development plan or in the letter.",
        ),
    ),
    LetterChoice(
        "permission_for_you",
        Text(da="Du har fået en adgang, eller den er hørt op", en="You have been given access, or it has ended"), _OWN,
        Text(da="Det er sådan, du får det at vide.", en="It is how you learn of it."),
        ("permission_for_you", "permission_ended"),
    ),
    LetterChoice(
        "access_changed", Text(da="Adgang eller antal er ændret i enheden", en="Access or a headcount has changed"),
        _TEAM,
        Text(
            da="Det beskytter teamet: Ingen får adgang, uden at I får det at vide.",
            en="It protects the team: nobody gets access without you knowing.",
        ),
        ("access_changed", "nobody_told", "after_you"),
    ),
    LetterChoice(
        "account_changed", Text(da="Din konto er ændret", en="Your account has changed"), _OWN,
        Text(da="Var det ikke dig, skal du vide det med det samme.", en="If it was not you, you must know at once."),
    ),
    LetterChoice(
        "code", Text(da="Koder til at logge ind", en="Codes to log in with"), _OWN,
        Text(da="Uden dem kan du ikke komme ind.", en="Without them you cannot get in."),
    ),
)  # fmt: skip
"""In the order in which the page shows them."""
OF_COURSES = (
    LetterChoice("before_day", Text(da="En uge før hver dag", en="A week before each day"), _ASKED),
    LetterChoice("after_day", Text(da="Efter hver dag", en="After each day"), _ASKED),
)
"""Of somebody who takes part in a course; links that they ask for themselves come in any case."""
MAY_REFUSE: Mapping[str, LetterChoice] = {
    one.id: one for one in (*OF_ACCOUNTS, *OF_COURSES) if one.why is None
}
