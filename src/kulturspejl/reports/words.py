"""What the reports say by themselves, in Danish and English."""

from collections.abc import Mapping

from kulturspejl.core.content.text import Text

_WORDS: Mapping[str, Text] = {
    # Result
    "closed_on": Text("Lukket {date}", "Closed {date}"),
    "web_of": Text("Kulturen i {unit} som spindelvæv", "The culture of {unit} as a spider web"),
    "result_of": Text("{name}: {unit}", "{name}: {unit}"),
    "question": Text("Et spørgsmål til jer", "A question for the team"),
    "table": Text("De samme tal i en tabel", "The same numbers in a table"),
    "table_note": Text("Point som på papir og gennemsnit", "Points as on paper, and the mean"),
    "together": Text(
        "De andre enheder her tilsammen, {n} svar: {line}.",
        "The other units here together, {n} answers: {line}.",
    ),
    "now": Text("Nu", "Now"),
    "preferred": Text("Ønsket", "Preferred"),
    "sure": Text("Hvor sikkert er det?", "How sure is it?"),
    "sure_bars": Text(
        "De fire kulturer med det spænd, som holdet ligger i ud over i dag",
        "The four cultures with the range that the team is in beyond today",
    ),
    "all_answered": Text("Alle {n} svarede.", "All {n} answered."),
    "some_answered": Text("{n} af {invited} svarede.", "{n} of {invited} answered."),
    "n_answered": Text("{n} svarede.", "{n} answered."),
    "most_common": Text(
        "Hvis 100 hold svarede som I, ville {first} fylde mest i {p} af dem og {second} i {q}.",
        "If 100 teams answered as you did, {first} would be the most common in {p} of them and {second} in {q}.",
    ),
    "no_single": Text("Ingen kultur fylder klart mest.", "No single culture is clearly the most common."),
    "split": Text(
        "I er delte: Jeres svar ligger længere fra hinanden, end hvis pointene var kastet i blinde. "
        "Tal om det, før I ser på gennemsnittene.",
        "You are split: your answers lie further apart than points thrown blindly. "
        "Talk about that before you look at the averages.",
    ),
    "least_gap": Text(
        "Med så mange svar kan en forskel under {points} point ikke ses.",
        "With this many answers a difference under {points} points could not be seen.",
    ),
    "mean": Text("Gennemsnit", "Mean"),
    "culture": Text("Kultur", "Culture"),
    "today": Text("I, i dag", "You, today"),
    "silent": Text("Hvad de tavse end ville sige", "Whatever the silent would say"),
    "beyond": Text("Ud over i dag", "Beyond today"),
    "dimensions": Text("De seks dimensioner", "The six dimensions"),
    "recipe": Text("Opskriften", "The recipe"),
    "recipe_note": Text(
        "Det, der skal til for at lave tallene igen.", "What it takes to make the numbers again."
    ),
    "credit": Text("Kilde", "Credit"),
    "no_grade": Text(
        "Tallene er et udgangspunkt for en samtale. De er ikke en karakter til nogen.",
        "The numbers are a starting point for a conversation. They are not a grade for anyone.",
    ),
    "page": Text("Side {page} af {pages}", "Page {page} of {pages}"),
    # Hidden
    "few": Text(
        "Her er ingen tal: Færre end {k} svarede, og tal kunne afsløre nogen. Tag samtalen uden tal i stedet.",
        "There are no numbers here: fewer than {k} answered, and numbers could give somebody away. "
        "Have the conversation without numbers instead.",
    ),
    "protects_others": Text(
        "Her er ingen tal: Sammen med andre resultater ville de fortælle om færre, end vi viser. "
        "Tag samtalen uden tal i stedet.",
        "There are no numbers here: together with other results they would tell of fewer people than we show. "
        "Have the conversation without numbers instead.",
    ),
    "guide": Text("En samtale uden tal", "A conversation without numbers"),
    # Recipe
    "r_closed": Text("Lukket", "Closed"),
    "r_answers": Text("Svar", "Answers"),
    "r_codes": Text("Kort og links", "Cards and links"),
    "r_codes_said": Text("{made} lavet, {used} brugt", "{made} made, {used} used"),
    "r_points": Text("Point", "Points"),
    "r_points_said": Text(
        "{total} point til hver af seks dimensioner, {sum} i alt. Gennemsnittet tages person for person først. "
        "Hele point er rundet, så de fire stadig giver {sum}.",
        "{total} points to each of six dimensions, {sum} in all. The mean is taken person by person first. "
        "Whole points are rounded so that the four still give {sum}.",
    ),
    "r_rule": Text("Regel", "Rule"),
    "r_rule_said": Text(
        "Vises fra {k} svar, og aldrig så man ved at trække fra kan finde færre. Regler, version {version}.",
        "Shown from {k} answers, and never so that a subtraction tells of fewer. Rules of version {version}.",
    ),
    "r_rule_off": Text(
        "Vist uden beskyttelse af små grupper: kun for den, der må se alle svar i filen.",
        "Shown without protection of small groups: only for those who may see every answer in the file.",
    ),
    "r_intervals": Text("Spænd", "Intervals"),
    "r_intervals_said": Text(
        "95 af 100 efter Students t, skåret af ved 0 og {total}. ”{today}” regner alle inviterede som hele gruppen.",
        "95 in 100 by Student's t, cut at 0 and {total}. “{today}” takes all invited as the whole group.",
    ),
    "r_text": Text("Tekst", "Text used"),
    # Cards
    "cards_title": Text("Kort til {unit}", "Cards for {unit}"),
    "card_how": Text("Scan, eller åbn", "Scan, or open"),
    "card_code": Text("og skriv koden", "and type the code"),
    "card_once": Text(
        "Gælder én gang. Træk det i blinde, så ved ingen, hvis det er.",
        "Counts once. Draw it blindly, so that nobody knows whose it is.",
    ),
    "card_until": Text("Svar senest {date}.", "Answer by {date}."),
    "card_qr": Text("QR-kode til {address}", "QR code to {address}"),
    "sheet_foot": Text("{title} · {unit} · {count} kort", "{title} · {unit} · {count} cards"),
    "sheet_cut": Text("Klip langs de stiplede linjer.", "Cut along the dashed lines."),
}


def say(word: str, lang: str, **places: object) -> str:
    """One text in the reader's language. Raises KeyError for an unknown text or a missing place."""
    return _WORDS[word].into(lang).format(**places)
