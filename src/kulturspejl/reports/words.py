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
    "question_units": Text("Et spørgsmål at tale om", "A question to talk about"),
    "table": Text("De samme tal i en tabel", "The same numbers in a table"),
    "table_note": Text("Point som på papir", "Points as on paper"),
    "together": Text(
        "De andre enheder her tilsammen, {n} svar: {line}.",
        "The other units here together, {n} answers: {line}.",
    ),
    "now": Text("Nu", "Now"),
    "of_all": Text("{points} af {of} point", "{points} of {of} points"),
    "line_own": Text("Lederens eget svar", "The leader’s own answer"),
    "line_guess": Text("Lederens gæt", "The leader’s guess"),
    "preferred": Text("Ønsket", "Preferred"),
    "sure": Text("Hvor sikkert er det?", "How sure is it?"),
    "sure_bars": Text(
        "De fire kulturer, hver med det spænd, som tallet ventelig ligger i en anden dag",
        "The four cultures, each with the range that the number is likely to lie in on another day",
    ),
    "bars_alone": Text("De fire kulturer", "The four cultures"),
    "all_answered": Text("Alle {n} svarede.", "All {n} answered."),
    "some_answered": Text("{n} af {invited} svarede.", "{n} of {invited} answered."),
    "n_answered": Text("{n} svarede.", "{n} answered."),
    "chance": Text(
        "Hvis de, der ikke svarede, ligner jer andre, er der {p} chancer ud af 100 for, at {first} fylder mest hos jer "
        "alle i dag.",
        "If those who did not answer resemble you, the chance is {p} in 100 that {first} comes first among all of you "
        "today.",
    ),
    "chance_units": Text(
        "Hvis de, der ikke svarede, ligner dem, der gjorde, er der {p} chancer ud af 100 for, at {first} fylder mest "
        "i dag.",
        "If those who did not answer resemble those who did, the chance is {p} in 100 that {first} comes first today.",
    ),
    "too_close": Text(
        "Der skal mindst {least} point af {of} mellem de to øverste, før én af dem bliver kaldt den, der fylder mest.",
        "There must be at least {least} points of {of} between the two largest before one of them is said to come "
        "first.",
    ),
    "exact": Text(
        "Alle svarede, så tallet er helt præcist i dag: {name} {points} af {of}. En anden dag ligger det ventelig "
        "mellem {beyond}.",
        "All answered, so the number is exact today: {name} {points} of {of}. On another day it is likely to lie "
        "between {beyond}.",
    ),
    "among_those": Text(
        "Blandt dem, der svarede: {name} {points} af {of}. En anden dag ligger det ventelig mellem {beyond}.",
        "Among those who answered: {name} {points} of {of}. On another day it is likely to lie between {beyond}.",
    ),
    "exact_alone": Text(
        "Blandt dem, der svarede: {name} {points} af {of}.",
        "Among those who answered: {name} {points} of {of}.",
    ),
    "silent_ranges": Text(
        "{name} fik {points} af {of}. For alle {invited} i dag: mellem {finite}, hvis de {silent}, der ikke svarede, "
        "ligner de andre, og mellem {bounds}, uanset hvad de ville sige. En anden dag ligger det ventelig mellem "
        "{beyond}.",
        "{name} got {points} of {of}. For all {invited} today: between {finite} if the {silent} who did not answer "
        "resemble the others, and between {bounds} whatever they would say. On another day it is likely to lie between "
        "{beyond}.",
    ),
    "silent_range": Text(
        "{name} fik {points} af {of}. For alle {invited} i dag: mellem {finite}, hvis den ene, der ikke svarede, "
        "ligner de andre, og mellem {bounds}, uanset hvad vedkommende ville sige. En anden dag ligger det ventelig "
        "mellem {beyond}.",
        "{name} got {points} of {of}. For all {invited} today: between {finite} if the one who did not answer "
        "resembles the others, and between {bounds} whatever that person would say. On another day it is likely to lie "
        "between {beyond}.",
    ),
    "no_spread": Text(
        "Hvor langt svarene ligger fra hinanden, viser vi ikke her: Sammen med andre tal kunne det fortælle om færre, "
        "end vi ellers viser.",
        "How far apart the answers lie is not shown here: together with other results it could tell of fewer people "
        "than we show.",
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
    "alike": Text("I ser det nogenlunde ens.", "You see it much alike."),
    "somewhat": Text("I ser det noget forskelligt.", "You see it somewhat differently."),
    "very": Text("I ser det meget forskelligt.", "You see it very differently."),
    "alike_units": Text("Det bliver set nogenlunde ens.", "It is seen much alike."),
    "somewhat_units": Text("Det bliver set noget forskelligt.", "It is seen somewhat differently."),
    "very_units": Text("Det bliver set meget forskelligt.", "It is seen very differently."),
    "more_of": Text(
        "Ønsket om mere af {name} er ikke tilfældigt: {points} point, mellem {low} og {high}.",
        "The wish for more of {name} is no chance: {points} points, between {low} and {high}.",
    ),
    "less_of": Text(
        "Ønsket om mindre af {name} er ikke tilfældigt: {points} point, mellem {low} og {high}.",
        "The wish for less of {name} is no chance: {points} points, between {low} and {high}.",
    ),
    "no_gap": Text(
        "Forskellene mellem nu og ønske kan være tilfældige eller er små. Med så mange svar kan en forskel først ses "
        "fra {points} point af {of}.",
        "The differences between now and the wish may be chance, or are small. With this many answers a difference can "
        "be seen from {points} points of {of}.",
    ),
    "and": Text("og", "and"),
    "points_of": Text("Point", "Points"),
    "culture": Text("Kultur", "Culture"),
    "today": Text("Alle, i dag", "All, today"),
    "silent": Text("Uanset de tavse", "Whatever the silent say"),
    "beyond": Text("En anden dag", "Another day"),
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
        "You were given your permission here after the result had been opened. It opens for you a day after the unit’s "
        "leader, AMR or TR had a letter about it.",
    ),
    "untold": Text(
        "Du fik din rettighed her, efter at resultatet var åbnet. Det er lukket for dig, indtil enhedens leder, AMR "
        "eller TR har fået brev om det.",
        "You were given your permission here after the result had been opened. It stays shut for you until the unit’s "
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
        "95 in 100 by Student’s t, cut at 0 and {total}. “{today}” takes all invited as the whole group.",
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
    # A round on paper
    "form_title": Text("{what} på papir", "{what} on paper"),
    "form_sub": Text("{unit}. Svar senest {date}.", "{unit}. Answer by {date}."),
    "form_fill": Text(
        "Udfyld arket med en kuglepen et sted, hvor du er i fred.",
        "Fill in the sheet with a pen, somewhere you are left in peace.",
    ),
    "form_type": Text(
        "Tast selv tallene ind på en skærm: derhjemme, på en fælles tablet eller på en telefon, du låner. Åbn "
        "{address}, og skriv koden fra dit kort. Har du fået et brev, så brug linket i det.",
        "Type the numbers yourself at a screen: at home, on a shared tablet or on a phone that you borrow. Open "
        "{address} and type the code on your card. If you had a letter, use the link in it.",
    ),
    "form_order": Text(
        "Tryk på »Jeg har svaret på papir« på den første skærm. Så står udsagnene i samme rækkefølge som her.",
        "Press “I have answered on paper” on the first screen. Then the statements stand in the same order as here.",
    ),
    "form_alone": Text(
        "Giv hverken ark, kort eller kode fra dig. Ingen må taste for dig, og ingen samler ark ind, heller ikke din "
        "leder.",
        "Give neither sheet, card nor code away. Nobody may type for you, and nobody collects sheets, not even your "
        "leader.",
    ),
    "form_tear": Text(
        "Riv arket i stykker, når skærmen siger, at dit svar er sendt. Gem kortet: koden viser resultatet.",
        "Tear up the sheet once the screen says that your answer is sent. Keep the card: the code shows the result.",
    ),
    "form_counts": Text(
        "Det er først et svar, når du har sendt det. Arket har hverken navn eller kode, så uden dit kort eller brev "
        "kan ingen sende det.",
        "It is no answer until you have sent it. The sheet has neither name nor code, so without your card or letter "
        "nobody can send it.",
    ),
    "form_points": Text(
        "Tænk på enheden, som den er i dag. Fordel {total} point ved hvert spørgsmål, flest til det, der ligner jer "
        "mest.",
        "Think of the unit as it is today. Give {total} points at each question, most to what resembles you most.",
    ),
    "form_points_twice": Text(
        "Tænk først på enheden, som den er i dag, og fordel {total} point ved hvert spørgsmål. Gør så det samme for, "
        "hvordan du gerne vil have det om et år.",
        "Think first of the unit as it is today, and give {total} points at each question. Then do the same for how "
        "you would like it to be in a year.",
    ),
    "form_whose": Text("Med ledelsen mener vi {who}.", "By leadership we mean {who}."),
    "form_now": Text("nu", "now"),
    "form_wish": Text("om et år", "in a year"),
    "form_sum": Text("{total} point i alt", "{total} points in all"),
    "form_each": Text("{total} point i hver kolonne", "{total} points in each column"),
    "form_wish_sum": Text(
        "Fordel {total} point på de fire kulturer. Når én får mere, får en anden mindre.",
        "Give {total} points to the four cultures. More of one means less of another.",
    ),
    "form_wish_stem": Text("Hvordan vil du gerne have, at det er om et år?", "What would you like it to be in a year?"),
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
    "course_words": Text("Med deltagernes egne ord", "In the participants’ own words"),
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
    # A unit's action plan
    "yearly_title": Text("Årlig arbejdsmiljødrøftelse: {unit}", "Yearly discussion of the work environment: {unit}"),
    "yearly_on": Text("Året fra {since} til {on}", "The year from {since} to {on}"),
    "plan_title": Text("Handleplan for {unit}", "Action plan of {unit}"),
    "plan_more": Text("Vi vil have mere af", "We want more of"),
    "plan_less": Text("Mindre af: {less}", "Less of: {less}"),
    "plan_see": Text("Sådan mærker vi det:", "This is how we notice:"),
    "plan_nothing": Text("Der er ikke aftalt noget endnu.", "Nothing has been agreed yet."),
    "plan_column_unit": Text("Enhed", "Unit"),
    "plan_column_problem": Text("Hvad vil vi flytte", "What we want to move"),
    "plan_column_action": Text("Handling", "Action"),
    "plan_column_why": Text("Hvorfor", "Why"),
    "plan_column_sign": Text("Tegn på, at det lykkes", "Sign that it works"),
    "plan_column_who": Text("Ansvarlig", "Responsible"),
    "plan_column_partner": Text("Følger op sammen med lederen", "Follows up with the leader"),
    "plan_column_due": Text("Frist", "Due"),
    "plan_column_follow_up": Text("Opfølgning", "Follow-up"),
    "plan_column_status": Text("Status", "Status"),
    "plan_column_influence": Text("Påvirkning i arbejdsmiljøet", "Influence of the work environment"),
    "plan_column_directed": Text("Hvad ændrer vi", "What we change"),
    "plan_column_stop": Text("Det holder vi op med", "What we stop doing"),
    "plan_column_came": Text("Hvad kom der ud af det", "What came of it"),
    "plan_column_next": Text("Hvad er det næste", "What is next"),
    "plan_column_learnt": Text("Hvad har vi lært", "What we have learnt"),
    "plan_column_from": Text("Kommer fra", "Comes from"),
    "plan_time_title": Text("Tidslinje", "Line of time"),
    "plan_time_day": Text("Dag", "Day"),
    "plan_time_what": Text("Hvad", "What"),
    "plan_time_said": Text("Ordene", "The words"),
    "plan_status_title": Text("Status", "Status taken"),
    "status_title": Text("Status på planen for {unit}", "Status of the plan of {unit}"),
    "status_trait": Text("Træk", "Trait"),
    "status_action": Text("Handling", "Action"),
    "status_learnt_all": Text("Det vigtigste, vi har lært", "The most important thing we have learnt"),
    "status_line": Text("Til teamet", "For the team"),
    "status_again_all": Text("Vi gør status igen", "We take stock again"),
    "status_answer": Text("Hvad bliver der af det", "What becomes of it"),
    "status_came": Text("Hvad kom der ud af det", "What came of it"),
    "status_learnt": Text("Hvad har vi lært", "What we have learnt"),
    "status_next": Text("Hvad gør vi anderledes", "What we do differently"),
    "status_who": Text("Hvem har det nu", "Who has it now"),
    "status_again": Text("Vi ser på det igen", "We look at it again"),
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
    "med_title": Text("Kulturen i {name}, til MED", "The culture of {name}, for MED"),
    "med_branches": Text("Kulturen, gren for gren", "The culture, branch by branch"),
    "med_rounds": Text("Målinger det seneste år", "Rounds in the last year"),
    "med_counts": Text("Sendt ud: {sent}. Åbne nu: {still_open}.", "Sent out: {sent}. Open now: {still_open}."),
    "med_plans": Text("Handleplaner", "Plans"),
    "med_group": Text("Enheder tilsammen", "Units together"),
    "med_all": Text("Alle enheder", "All units"),
    "med_units": Text("Enheder", "Units"),
    "med_trait": Text("Med et træk", "With a trait"),
    "med_in_hand": Text("I gang", "In hand"),
    "med_looked_at": Text("Fulgt op det seneste år", "Looked at in the last year"),
    "med_late": Text("Over tiden", "Past their day"),
    "med_together": Text(
        "Talt for mindst tre enheder tilsammen. Det, et team har aftalt, er teamets.",
        "Counted for at least three units together. What a team has agreed on belongs to the team.",
    ),
    "med_more_branches": Text("Og {n} grene mere på siden i Kulturspejl.", "And {n} more branches on the page."),
    "med_more_plans": Text("Og {n} rækker mere på siden i Kulturspejl.", "And {n} more rows on the page."),
    "med_nothing": Text(
        "Der er ingen billeder endnu. De kommer, når en måling i en gren er lukket.",
        "There is no picture yet. They come when a round over a branch has been closed.",
    ),
    "med_note": Text(
        "Tallene er point ud af 60 til hver af de fire kulturer, som de ser ud nu. De er et udgangspunkt for en "
        "samtale og ikke en karakter. En enkelt enheds billede er enhedens eget og står ikke her.",
        "The numbers are points of 60 for each of the four cultures as they are now. They are a starting point for a "
        "conversation, and not a mark. A single unit’s picture is the unit’s own and does not stand here.",
    ),
    # Certificate of attendance
    "certificate_title": Text("Kursusbevis", "Certificate of attendance"),
    "certificate_of": Text("har deltaget i {days} af {total} kursusdage i", "took part in {days} of {total} days of"),
    "certificate_of_one": Text("har deltaget i kurset", "took part in the course"),
    "certificate_between": Text("fra {first} til {last}", "from {first} to {last}"),
    "certificate_by": Text("{organisation}, {date}", "{organisation}, {date}"),
    "certificate_no_grade": Text(
        "Beviset viser fremmøde, som deltageren selv har sagt det på dagene. Det siger intet om, hvad deltageren har "
        "skrevet eller svaret.",
        "The certificate shows attendance, as the participant has said it on the days. It says nothing about what the "
        "participant wrote or answered.",
    ),
}


def say(word: str, lang: str, **places: object) -> str:
    """One text in the reader's language. Raises KeyError for an unknown text or a missing place."""
    return filled(_WORDS[word], **places).into(lang)
