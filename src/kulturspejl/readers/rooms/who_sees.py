"""Who can see what somebody writes here: computed from what is really on, never fixed."""

from kulturspejl.core.disclosure.policy import Policy
from kulturspejl.core.disclosure.room.kept import may_be_kept
from kulturspejl.core.disclosure.room.least import least_for
from kulturspejl.core.kinds.agreement_items import SCALES
from kulturspejl.core.kinds.base.part import Part
from kulturspejl.core.kinds.base.picture import Least
from kulturspejl.core.kinds.sheet import Sheet
from kulturspejl.core.permissions.visibility import Visibility
from kulturspejl.core.text import Text, joined
from kulturspejl.core.writing.sentence import filled

ON_THE_PHONE = Text(
    da="Det bliver på din egen telefon og bliver ikke sendt nogen steder hen.",
    en="It stays on your own phone and is not sent anywhere.",
)
ONLY_HERE = Text(
    da="Det bliver på denne telefon. Det bliver ikke sendt, heller ikke som låst kopi, og dine seks ord kan ikke "
    "hente det på en anden telefon. Du kan slette det med ét tryk.",
    en="It stays on this phone. It is not sent, not even as a locked copy, and your six words cannot fetch it on "
    "another phone. You can delete it with one tap.",
)
SEALED = Text(
    da="Det bliver på din egen telefon. Serveren gemmer en låst kopi, som kun dine seks ord kan åbne.",
    en="It stays on your own phone. The server keeps a locked copy that only your six words can open.",
)
AFTER_THE_MEETING = Text(da="Det bliver slettet, når mødet er slut.", en="It is deleted when the meeting is over.")
GONE_HERE_AFTER_IT = Text(
    da="På serveren bliver det slettet, når mødet er slut.", en="On the server it is deleted when the meeting is over."
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
MY_GROUP_LATER = Text(
    da="De, du sidder sammen med på næste trin, ser det med dit navn, og alle jeres svar kommer frem på én gang. Før "
    "da ser ingen det. Facilitatoren ser det aldrig, og det kommer ikke på skærmen. Du kan tage det tilbage. Den, der "
    "driver serveren, kan teknisk set læse det.",
    en="Those you sit with at the next step see it with your name, and all your answers appear at once. Before that "
    "nobody sees it. The facilitator never does, and it does not appear on the screen. You can take it back. Whoever "
    "runs the server can technically read it.",
)
MY_TRIO = Text(
    da="Din TRIO kan se det, og jeres telefoner beholder det, så I alle har det på jeres egen side, når dagen er slut. "
    "Facilitatoren ser det ikke, og det kommer ikke på skærmen. Den, der driver serveren, kan teknisk set læse det.",
    en="Your TRIO can see it, and your phones keep it, so that all of you have it on your own page when the day is "
    "over. The facilitator does not see it, and it does not appear on the screen. Whoever runs the server can "
    "technically read it.",
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
    en="These are the group’s words. They may be shown on the screen without names and in an order of chance.",
)
NOT_SHOWN = Text(
    da="Ingen i rummet kan se det. Den, der driver serveren, kan teknisk set læse det.",
    en="Nobody in the room can see it. Whoever runs the server can technically read it.",
)
UNSIGNED_NEVER_SHOWN = Text(da="Det bliver afleveret uden dit navn.", en="It is handed in without your name.")
COMBINED = Text(
    da="Dit svar bliver afleveret uden dit navn. Det kan blive vist sammen med de andres, når mindst {least} "
    "har svaret.",
    en="Your answer is handed in without your name. It may be shown together with those of the others when at "
    "least {least} have answered.",
)
SIDE_BY_SIDE = Text(
    da="Dit svar bliver afleveret uden dit navn. Det kan blive vist sammen med de andres fra din side, når mindst "
    "{least} fra hver side har svaret.",
    en="Your answer is handed in without your name. It may be shown together with those of the others on your "
    "side when at least {least} from each side have answered.",
)
WORD_FOR_WORD = Text(
    da="Det bliver afleveret uden dit navn. Det kan blive vist, som du skriver det, i tilfældig rækkefølge, når "
    "mindst {least} har svaret.",
    en="It is handed in without your name. It may be shown as you write it, in an order of chance, when at least "
    "{least} have answered.",
)
ON_THE_WALL = Text(
    da="Det kan blive vist på skærmen uden navn og i tilfældig rækkefølge, når mindst {least} har skrevet.",
    en="It may be shown on the screen without names and in an order of chance when at least {least} have written.",
)
AMONG_ROBOTS = Text(
    da="Det er en øvelse: robotterne svarer også, så dit svar kan skille sig ud.",
    en="This is practice: the robots answer too, so yours may stand out.",
)
TAKEN = Text(
    da="Den, der holder dagen, kan tage billedet med i en rapport.",
    en="Whoever holds the day can take the picture along in a report.",
)
TAKEN_LINES = Text(
    da="Den, der holder dagen, kan tage linjerne med i en rapport, også dér i tilfældig rækkefølge.",
    en="Whoever holds the day can take the lines along in a report, in an order of chance there too.",
)
COUNTED = Text(
    da="Når dagen er slettet, er kun tal for hvert spørgsmål tilbage: gennemsnittet og hvor mange der svarede hvad.",
    en="When the day is deleted here, only numbers for each question are left: the mean, and how many answered what.",
)
KEPT_BY_UNIT = Text(
    da="Overtager jeres enhed mødet, gemmer den, hvor I står sammen: mellem to tal, aldrig nogens svar.",
    en="If your unit takes the meeting over, it keeps where you stand together: between two numbers, never anybody’s "
    "answer.",
)
UNSIGNED = {
    Least.WORDS: WORD_FOR_WORD,
    Least.MEAN: COMBINED,
    Least.MEAN_OF_EACH_SIDE: SIDE_BY_SIDE,
    Least.COUNTS: COMBINED,
}
"""What is said before something is handed in without a name, by what is shown of it."""


def who_sees(
    part: Part,
    policy: Policy,
    *,
    is_sealed: bool = False,
    is_practice: bool = False,
    is_taken: bool = False,
    is_counted: bool = False,
    is_alone: bool = False,
    is_lent: bool = False,
) -> Text:
    """One to four sentences for whoever is about to write; `is_sealed`: their phone keeps a locked copy here.

    `is_taken`: whoever holds the day takes a report along; `is_counted`: numbers of it outlive the day. `is_alone`: it
    is written by each alone, so that the group sees it at a later step. `is_lent`: a unit may take the room over.
    """
    if part.is_only_here:
        return ONLY_HERE
    if part.visibility is Visibility.PRIVATE:
        return SEALED if is_sealed else ON_THE_PHONE
    said = _handed_in(part, policy, is_alone=is_alone, is_lent=is_lent)
    if is_practice and part.picture:
        return joined([said, AMONG_ROBOTS])
    if is_lent and may_be_kept(part):
        return joined([said, KEPT_BY_UNIT])
    return joined([said, *_taken(part, is_counted=is_counted)]) if is_taken else said


def _taken(part: Part, *, is_counted: bool) -> list[Text]:
    """What goes into a report: what is shown of answers without a name, and nothing else."""
    if part.visibility is not Visibility.AGGREGATE or part.picture is None:
        return []
    if part.picture.least is Least.WORDS:
        return [TAKEN_LINES]
    return [TAKEN, COUNTED] if is_counted and part.picture is SCALES else [TAKEN]


def _handed_in(part: Part, policy: Policy, *, is_alone: bool, is_lent: bool) -> Text:
    kept, gone_here = (AFTER_THE_MEETING, GONE_HERE_AFTER_IT) if is_lent else (KEPT_TONIGHT, GONE_HERE_TONIGHT)
    if isinstance(part.shape, Sheet):
        return joined([ON_A_SHEET, gone_here])
    if part.is_carried:
        return joined([MY_TRIO, gone_here])
    if part.visibility is Visibility.NAMED:
        return joined([MY_GROUP_LATER if is_alone else MY_GROUP, kept])
    if part.picture is None:
        unsigned = part.visibility is Visibility.AGGREGATE
        return joined([UNSIGNED_NEVER_SHOWN if unsigned else NOT_SHOWN, kept])
    if part.is_of_group:
        return joined([OF_THE_GROUP, kept])
    if part.visibility is Visibility.AGGREGATE:
        return filled(UNSIGNED[part.picture.least], least=least_for(part, policy))
    return joined([filled(ON_THE_WALL, least=least_for(part, policy)), kept])
