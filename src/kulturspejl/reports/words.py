"""What the reports say by themselves, in Danish and English."""

from collections.abc import Mapping

from kulturspejl.core.text import Text
from kulturspejl.core.writing.sentence import filled

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
        "De fire kulturer, hver med det spænd, som teamet ligger inden for over tid",
        "The four cultures, each with the range that the team is in over time",
    ),
    "bars_alone": Text("De fire kulturer", "The four cultures"),
    "all_answered": Text("Alle {n} svarede.", "All {n} answered."),
    "some_answered": Text("{n} af {invited} svarede.", "{n} of {invited} answered."),
    "n_answered": Text("{n} svarede.", "{n} answered."),
    "most_common": Text(
        "Hvis 100 team svarede som I, ville {first} fylde mest i {p} af dem og {second} i {q}.",
        "If 100 teams answered as you did, {first} would be the most common in {p} of them and {second} in {q}.",
    ),
    "no_single": Text("Ingen kultur fylder klart mest.", "No single culture is clearly the most common."),
    "exact": Text(
        "For jer, der svarede, er tallet helt præcist: {name} {mean}. Sådan som teamet er over tid og ikke kun "
        "i dag, ligger det mellem {beyond}.",
        "For those of you who answered, the number is exact: {name} {mean}. As the team is over time, and not only "
        "today, it lies between {beyond}.",
    ),
    "exact_alone": Text(
        "For jer, der svarede, er tallet helt præcist: {name} {mean}.",
        "For those of you who answered, the number is exact: {name} {mean}.",
    ),
    "no_spread": Text(
        "Hvor langt jeres svar ligger fra hinanden, viser vi ikke her: Sammen med andre tal kunne det fortælle om "
        "færre, end vi ellers viser.",
        "How far apart your answers lie is not shown here: together with other results it could tell of fewer people "
        "than we show.",
    ),
    "silent_one": Text(
        "Alle {invited} af jer i dag: {name} {mean} ({finite}, hvis den ene, der ikke svarede, ligner jer andre; "
        "{bounds}, uanset hvad vedkommende ville sige). Sådan som teamet er over tid: {beyond}.",
        "All {invited} of you, today: {name} {mean} ({finite} if the silent one resembles you; {bounds} whatever "
        "that person would say). As the team is over time: {beyond}.",
    ),
    "silent_many": Text(
        "Alle {invited} af jer i dag: {name} {mean} ({finite}, hvis de {silent}, der ikke svarede, ligner jer andre; "
        "{bounds}, uanset hvad de ville sige). Sådan som teamet er over tid: {beyond}.",
        "All {invited} of you, today: {name} {mean} ({finite} if the {silent} silent ones resemble you; {bounds} "
        "whatever they would say). As the team is over time: {beyond}.",
    ),
    "cannot_flip": Text(
        "Uanset hvad de, der ikke svarede, ville have sagt, ville den samme kultur fylde mest.",
        "Nothing that the silent would have said could change what is most common.",
    ),
    "one_can_flip": Text(
        "{needed} svar mere kunne have ændret, hvad der fylder mest.",
        "{needed} more answer could change what is most common.",
    ),
    "many_can_flip": Text(
        "{needed} svar mere til den samme kultur kunne have ændret, hvad der fylder mest.",
        "{needed} more answers, all to the same culture, could change what is most common.",
    ),
    "split": Text(
        "I er delte: Jeres svar ligger længere fra hinanden, end hvis I havde trukket lod om pointene. "
        "Tal om det, før I ser på gennemsnittene.",
        "You are split: your answers lie further apart than points handed out at random. "
        "Talk about that before you look at the averages.",
    ),
    "as_blind": Text(
        "Jeres svar ligger omtrent så langt fra hinanden, som hvis I havde trukket lod om pointene. I ser noget "
        "forskelligt.",
        "Your answers lie about as far apart as points handed out at random. You see different things.",
    ),
    "almost_as_far": Text(
        "Jeres svar ligger næsten så langt fra hinanden, som hvis I havde trukket lod om pointene.",
        "Your answers lie almost as far apart as points handed out at random.",
    ),
    "three_quarters": Text(
        "Jeres svar ligger omtrent tre fjerdedele så langt fra hinanden, som hvis I havde trukket lod om pointene.",
        "Your answers lie about three quarters as far apart as points handed out at random.",
    ),
    "half_as_far": Text(
        "Jeres svar ligger omtrent halvt så langt fra hinanden, som hvis I havde trukket lod om pointene.",
        "Your answers lie about half as far apart as points handed out at random.",
    ),
    "close": Text(
        "Jeres svar ligger tæt: højst en tredjedel så langt fra hinanden, som hvis I havde trukket lod om pointene.",
        "Your answers lie close: a third as far apart as points handed out at random, or less.",
    ),
    "more_of": Text(
        "I ønsker jer mere af {name}: {points} point mere ({between}).",
        "You would like more of {name}: {points} points more ({between}).",
    ),
    "less_of": Text(
        "I ønsker jer mindre af {name}: {points} point mindre ({between}).",
        "You would like less of {name}: {points} points less ({between}).",
    ),
    "no_gap": Text(
        "Ingen forskel mellem nu og ønske er større, end et tilfælde kunne give.",
        "No difference between now and what you would like is larger than chance alone could make.",
    ),
    "least_gap": Text(
        "Med så mange svar kan en forskel under {points} point ikke ses.",
        "With this many answers a difference under {points} points could not be seen.",
    ),
    "mean": Text("Gennemsnit", "Mean"),
    "culture": Text("Kultur", "Culture"),
    "today": Text("Jer, i dag", "You, today"),
    "silent": Text("Uanset hvad de andre ville sige", "Whatever the silent would say"),
    "beyond": Text("Ud over i dag", "Beyond today"),
    "dimensions": Text("De seks dimensioner", "The six dimensions"),
    "recipe": Text("Sådan er tallene regnet ud", "How the numbers are worked out"),
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
        "Her er ingen tal: Sammen med andre enheders tal kunne de røbe, hvad nogle få har svaret. "
        "Tag samtalen uden tal i stedet.",
        "There are no numbers here: together with other results they would tell of fewer people than we show. "
        "Have the conversation without numbers instead.",
    ),
    "other_roles": Text(
        "Resultatet åbner ikke for dig. Sammen med det, dine andre rettigheder åbner eller har åbnet, ville det vise "
        "en enkelt enheds resultat, som ikke er dit at se.",
        "This result does not open for you. Together with what your other permissions open, or have opened, it would "
        "show the result of a single unit that is not yours to see.",
    ),
    "soon": Text(
        "Du fik din rettighed her, efter at resultatet var åbnet. Det åbner for dig et døgn efter, at enhedens leder, "
        "AMR eller TR har fået brev om det.",
        "You were given your permission here after the result had been opened. It opens for you a day after the unit's "
        "leader, AMR or TR had a letter about it.",
    ),
    "untold": Text(
        "Du fik din rettighed her, efter at resultatet var åbnet. Det er lukket for dig, indtil enhedens leder, AMR "
        "eller TR har fået brev om det.",
        "You were given your permission here after the result had been opened. It stays shut for you until the unit's "
        "leader, AMR or TR has had a letter about it.",
    ),
    "guide": Text("En samtale uden tal", "A conversation without numbers"),
    # Recipe
    "r_closed": Text("Lukket", "Closed"),
    "r_answers": Text("Svar", "Answers"),
    "r_answers_said": Text("n = {n} af N = {invited} inviterede", "n = {n} of N = {invited} invited"),
    "r_null": Text("Lodtrækning", "Points at random"),
    "r_null_said": Text(
        "Alle måder at lægge {total} point i fire felter på er lige sandsynlige: varians {variance}.",
        "All ways of giving {total} points to four boxes equally likely: variance {variance}.",
    ),
    "r_zeros": Text("Nuller", "Zeros"),
    "r_zeros_said": Text(
        "Hvor der regnes med logaritmer, tæller et nul som {delta} af det hele.",
        "Where logarithms are taken, a zero counts as {delta} of the whole.",
    ),
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
    "r_floor": Text("Mindste afstand", "Least distance"),
    "r_floor_said": Text(
        "Svar, der ligger tættere på hinanden end {floor} point af {total} (standardafvigelse), regnes som {floor}. Så "
        "kan ingen se, om I svarede helt ens.",
        "Answers that lie closer together than {floor} points of {total} (standard deviation) are reckoned as {floor}. "
        "So nobody can see whether you all answered alike.",
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
    "card_result": Text(
        "Resultatet åbner senest {date}, med samme kode.", "The result opens by {date}, with the same code."
    ),
    "card_qr": Text("QR-kode til {address}", "QR code to {address}"),
    "sheet_foot": Text("{title} · {unit} · {count} kort", "{title} · {unit} · {count} cards"),
    # The day on paper
    "paper_title": Text("{title} på papir", "{title} on paper"),
    "paper_name": Text("Navn, hvis du vil:", "Name, if you like:"),
    "paper_later": Text(
        "Vil du hellere bruge en telefon? Åbn {address}, og skriv koden.",
        "Would you rather use a phone? Open {address} and type the code.",
    ),
    "paper_minutes": Text("min.", "min"),
    "paper_aims": Text("Formål med dagen", "Aims of the day"),
    "paper_agenda": Text("Programmet", "The programme"),
    "paper_before": Text("Før dagen", "Before the day"),
    "paper_homework": Text("Til næste gang", "For next time"),
    "paper_notes": Text("Noter", "Notes"),
    "paper_told": Text("Noter til oplægget", "Notes on the input"),
    "paper_continued": Text("fortsat", "continued"),
    "paper_sum": Text("Læg pointene for hvert bogstav sammen:", "Add up the points for each letter:"),
    "paper_of": Text("{total} i alt", "{total} in all"),
    "paper_whole": Text("De fire tal giver {total} tilsammen.", "The four numbers make {total} together."),
    "paper_web": Text(
        "Et tomt spindelvæv: Sæt et punkt for hver sum, og træk en streg mellem dem.",
        "An empty spider web: put a dot for each sum and draw a line between them.",
    ),
    "paper_ends": Text("{least} = {low}, {most} = {high}", "{least} = {low}, {most} = {high}"),
    # What a team has agreed on
    "agreed_title": Text("Det har vi aftalt", "What we have agreed"),
    "agreed_who": Text("Hvem begynder", "Who begins"),
    "agreed_when": Text("Vi ser på det igen", "We look at it again"),
    # A class, for whoever held it and whoever ordered it
    "course_aims": Text("Formålet med dagen", "What the day was for"),
    "course_evaluation": Text("Sådan blev dagen vurderet", "How the day was judged"),
    "course_over": Text("Flere hold", "Several classes"),
    "course_words": Text("Med deltagernes egne ord", "In the participants' own words"),
    "course_patterns": Text("Det, holdet har sagt uden navne", "What the class has said without names"),
    "course_how": Text(
        "Svarene er afgivet uden navn. Gennemsnit vises fra {mean} svar, fordelinger fra {counts} og tekster fra "
        "{words}, og teksterne står i tilfældig rækkefølge. Tallene er gjort op én gang.",
        "The answers were given without names. Means are shown from {mean} answers, distributions from {counts} and "
        "texts from {words}, and the texts are in an order of chance. The numbers were made up once.",
    ),
    "course_came": Text("{came} deltog.", "{came} took part."),
    "course_came_paper": Text("{paper} af dem på papir.", "{paper} of them on paper."),
    "course_came_from": Text("De kom fra {places} arbejdspladser.", "They came from {places} workplaces."),
    "course_mean": Text("{mean} ({n} svar)", "{mean} ({n} answers)"),
    "course_part": Text("Del", "Part"),
    "course_asked": Text("Spørgsmål", "Question"),
    "course_what": Text("Hvad", "What"),
    "course_value": Text("Svar", "Answer"),
    "course_who_came": Text("Fremmøde", "Attendance"),
    "course_people": Text("Deltagere", "Participants"),
    "course_on_paper": Text("På papir", "On paper"),
    "course_workplaces": Text("Arbejdspladser", "Workplaces"),
    "course_answers_on": Text("Svar, {day}", "Answers, {day}"),
    "course_mean_on": Text("Gennemsnit, {day}", "Mean, {day}"),
    "course_mean_head": Text("Gennemsnit", "Mean"),
    "book_class": Text("Hold", "Class"),
    "book_means": Text("Gennemsnit", "Means"),
    "book_counts": Text("Hvor mange svarede hvad", "How many answered what"),
    "book_texts": Text("Med deltagernes egne ord", "In their own words"),
    "book_over_means": Text("Flere hold, gennemsnit", "Several classes, means"),
    "book_over_counts": Text("Flere hold, antal", "Several classes, counts"),
    "book_name": Text("Holdets navn", "Name of the class"),
    "book_programme": Text("Program", "Programme"),
    "book_day": Text("Dag", "Day"),
    "book_exercise": Text("Øvelse", "Exercise"),
    "book_answers": Text("Antal svar", "Answers"),
    "book_least": Text("Skalaen fra", "Scale from"),
    "book_most": Text("Skalaen til", "Scale to"),
    "book_chosen": Text("Valgt", "Chosen"),
    "book_people": Text("Antal", "How many"),
    "book_of": Text("Ud af", "Out of"),
    "book_text": Text("Tekst", "Text"),
    "book_how": Text("Sådan er tallene gjort op", "How the numbers were made up"),
    "book_not_told": Text("Vises ikke", "Not shown"),
    "book_why_not": Text(
        "Hvor mange der valgte hvert trin, står kun, hvor det ikke sammen med gennemsnittet siger noget om en eller "
        "to. Trin, som en eller to har valgt, er lagt sammen med andre.",
        "How many chose each step is told only where it does not, together with the mean, say anything about one or "
        "two people. Steps that one or two have chosen are put together with others.",
    ),
    "sheet_cut": Text("Klip langs de stiplede linjer.", "Cut along the dashed lines."),
}


def say(word: str, lang: str, **places: object) -> str:
    """One text in the reader's language. Raises KeyError for an unknown text or a missing place."""
    return filled(_WORDS[word], **places).into(lang)
