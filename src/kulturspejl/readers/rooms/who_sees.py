"""Who can see what somebody writes here: computed from what is really on, never fixed."""

from collections.abc import Callable, Mapping

from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.room.least import least_for
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import Least
from kulturspejl.core.kinds.sheet import Sheet
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text

ON_THE_PHONE = Text(
    da="Det bliver på din egen telefon og bliver ikke sendt nogen steder hen.",
    en="It stays on your own phone and is not sent anywhere.",
)
SEALED = Text(
    da="Det bliver på din egen telefon. Serveren gemmer en låst kopi, som kun dine seks ord kan åbne.",
    en="It stays on your own phone. The server keeps a locked copy that only your six words can open.",
)
KEPT_TONIGHT = Text(da="Det bliver slettet, når dagen er slut.", en="It is deleted when the day is over.")
GONE_HERE_TONIGHT = Text(
    da="På serveren bliver det slettet, når dagen er slut.", en="On the server it is deleted when the day is over."
)
MY_GROUP = Text(
    da="Din gruppe kan se det med dit navn, men ikke facilitatoren, og det kommer ikke på skærmen. Du kan tage det "
    "tilbage. Den, der driver serveren, kan teknisk set læse det.",
    en="Your group can see it with your name, but the facilitator cannot, and it does not appear on the screen. You "
    "can take it back. Whoever runs the server can technically read it.",
)
ON_A_SHEET = Text(
    da="Det får dit navn. Gruppen ser det først, når I læser arket sammen, og den, arket handler om, beholder det på "
    "sin telefon. Facilitatoren ser det ikke. Du kan tage det tilbage, til I læser. Den, der driver serveren, kan "
    "teknisk set læse det.",
    en="It gets your name. The group does not see it until you read the sheet together, and whoever the sheet is about "
    "keeps it on their phone. The facilitator does not see it. You can take it back until you read. Whoever runs the "
    "server can technically read it.",
)
OF_THE_GROUP = Text(
    da="Det er gruppens ord. De kan blive vist på skærmen uden navne og i tilfældig rækkefølge.",
    en="These are the group's words. They may be shown on the screen without names and in an order of chance.",
)
NOT_SHOWN = Text(
    da="Ingen i rummet kan se det. Den, der driver serveren, kan teknisk set læse det.",
    en="Nobody in the room can see it. Whoever runs the server can technically read it.",
)
UNSIGNED_NEVER_SHOWN = Text(da="Det bliver afleveret uden dit navn.", en="It is handed in without your name.")


AMONG_ROBOTS = Text(
    da="Det er en øvelse: robotterne svarer også, så dit svar kan skille sig ud.",
    en="This is practice: the robots answer too, so yours may stand out.",
)


def who_sees(part: Part, policy: Policy, *, is_sealed: bool = False, is_practice: bool = False) -> Text:
    """One to three sentences for whoever is about to write; `is_sealed`: their phone keeps a locked copy here."""
    if part.visibility is Visibility.PRIVATE:
        return SEALED if is_sealed else ON_THE_PHONE
    said = _handed_in(part, policy)
    return _both(said, AMONG_ROBOTS) if is_practice and part.picture else said


def _handed_in(part: Part, policy: Policy) -> Text:
    if isinstance(part.shape, Sheet):
        return _both(ON_A_SHEET, GONE_HERE_TONIGHT)
    if part.visibility is Visibility.NAMED:
        return _both(MY_GROUP, KEPT_TONIGHT)
    if part.picture is None:
        unsigned = part.visibility is Visibility.AGGREGATE
        return _both(UNSIGNED_NEVER_SHOWN if unsigned else NOT_SHOWN, KEPT_TONIGHT)
    if part.role and part.visibility is Visibility.TEAM:
        return _both(OF_THE_GROUP, KEPT_TONIGHT)
    if part.visibility is Visibility.AGGREGATE:
        return _UNSIGNED[part.picture.least](least_for(part, policy))
    return _both(_on_the_wall(least_for(part, policy)), KEPT_TONIGHT)


def _combined(least: int) -> Text:
    return Text(
        da=f"Dit svar bliver afleveret uden dit navn. Det kan blive vist sammen med de andres, når mindst {least} "
        "har svaret.",
        en=f"Your answer is handed in without your name. It may be shown together with those of the others when at "
        f"least {least} have answered.",
    )


def _side_by_side(least: int) -> Text:
    return Text(
        da="Dit svar bliver afleveret uden dit navn. Det kan blive vist sammen med de andres fra din side, når mindst "
        f"{least} fra hver side har svaret.",
        en="Your answer is handed in without your name. It may be shown together with those of the others on your "
        f"side when at least {least} from each side have answered.",
    )


def _word_for_word(least: int) -> Text:
    return Text(
        da="Det bliver afleveret uden dit navn. Det kan blive vist, som du skriver det, i tilfældig rækkefølge, når "
        f"mindst {least} har svaret.",
        en="It is handed in without your name. It may be shown as you write it, in an order of chance, when at least "
        f"{least} have answered.",
    )


def _on_the_wall(least: int) -> Text:
    return Text(
        da=f"Det kan blive vist på skærmen uden navn og i tilfældig rækkefølge, når mindst {least} har skrevet.",
        en=f"It may be shown on the screen without names and in an order of chance when at least {least} have written.",
    )


def _both(one: Text, other: Text) -> Text:
    return Text(f"{one.da} {other.da}", f"{one.en} {other.en}")


_UNSIGNED: Mapping[Least, Callable[[int], Text]] = {
    Least.WORDS: _word_for_word,
    Least.MEAN: _combined,
    Least.MEAN_OF_EACH_SIDE: _side_by_side,
    Least.COUNTS: _combined,
}
