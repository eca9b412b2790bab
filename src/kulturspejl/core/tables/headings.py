"""Headings in the words people use, and which column each of them means."""

import re
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

from kulturspejl.core.tables.signs import plain


class Column(StrEnum):
    """What a column of a list about units and people can hold."""

    UNIT_ID = "unit_id"
    PARENT = "parent"
    """Above it: an id or a name."""
    NAME = "name"
    """A unit's."""
    HEADCOUNT = "headcount"
    LEVEL = "level"
    """A unit's name, in a column of its level; from the top to the left."""
    LEADER = "leader"
    """Name or address of the unit's leader, in a table of units; so AMR and TR."""
    AMR = "amr"
    TR = "tr"
    PERSON = "person"
    GIVEN = "given"
    """What a person is called first, where the name stands in two columns."""
    FAMILY = "family"
    ADDRESS = "address"
    ROLE = "role"
    LANGUAGE = "language"
    NOT_USED = "not_used"


WORDS: Mapping[Column, tuple[str, ...]] = {
    Column.UNIT_ID: (
        "unit_id", "enhed_id", "id", "enhedsnr", "enheds_nummer", "enhedsid", "enhedskode", "nr", "nummer", "kode",
        "unit_no", "unit_number", "unit_code", "afdelingsnr", "afdelingsnummer", "afdelingskode", "afdelings_id",
        "org_nr", "organisations_id", "orgenhed_id", "orgenhed", "omkostningssted", "stednr", "department_id",
        "dept_id", "code", "uuid", "enhed_nr", "afd_nr", "org_unit_id", "org_kode", "organisationskode",
        "organisationsnr", "orgenhed_nr", "orgenheds_id", "institutionskode", "institutionsnr", "lokationskode",
        "sd_kode", "p_nummer", "p_nr", "objekt_id", "object_id", "team_id", "org_id", "id_nr", "løbenr", "nøgle", "key",
    ),
    Column.PARENT: (
        "parent_id", "parent", "overenhed_id", "overenhed", "overordnet", "overordnet_id", "overordnet_enhed",
        "overordnet_enheds_id", "overordnet_nr", "overordnede", "parent_unit", "parent_name", "parent_code",
        "hører_under", "under", "ligger_under", "tilhører", "ref_id", "parent_unit_id", "forælder", "forælder_id",
        "reference", "moderenhed", "over", "reports_to", "overafdeling", "parentenhed", "parent_department",
        "overenheds_id", "overenhedens_id", "overenhed_nr", "overenhedskode", "overordnet_enhed_id",
        "overordnet_enhed_nr", "overordnet_enhedsnr", "overordnet_enhedskode", "overordnet_kode", "overordnet_afdeling",
        "overordnet_organisation", "overliggende_enhed", "overenhed_navn", "overenhedens_navn", "enhed_over",
        "enheden_over", "hører_til", "placeret_under", "reference_til", "ref_til", "rapporterer_til",
        "belongs_to", "superior", "superior_unit", "parent_key", "parent_no", "parent_org_unit", "parent_org_unit_id",
        "forældreenhed", "forældre_id", "moder", "moder_id", "moderafdeling", "højere_enhed", "niveau_over",
    ),
    Column.NAME: (
        "name", "navn", "enhed", "enhedsnavn", "enhedens_navn", "unit", "unit_name", "afdelingsnavn", "afdeling",
        "department", "department_name", "organisationsenhed", "orgenhedsnavn", "arbejdsplads", "arbejdssted", "team",
        "institution", "betegnelse", "titel_enhed", "title", "enhed_navn", "navn_enhed", "navn_på_enhed",
        "navn_på_enheden", "navn_på_afdeling", "afdelingens_navn", "afd", "afd_navn", "institutionsnavn", "teamnavn",
        "organisationsnavn", "org_navn", "orgenhed_navn", "org_unit", "org_unit_name", "organisational_unit",
        "organizational_unit", "dept", "dept_name", "enhedsbetegnelse", "enhedens_betegnelse", "tjenestested",
        "workplace", "lokation", "sted",
    ),
    Column.HEADCOUNT: (
        "headcount", "antal", "medarbejdere", "invited", "antal_ansatte", "ansatte", "antal_medarbejdere", "employees",
        "number_of_employees", "personer", "antal_personer", "staff", "bemanding", "size", "hoveder", "count",
        "medarbejderantal", "antal_hoveder", "antal_ansatte_hoveder", "antal_medarb", "ant_medarb", "medarb",
        "antal_pers", "antal_kolleger", "medarbejdere_i_alt", "ansatte_i_alt", "personale", "antal_inviterede",
        "inviterede", "no_of_employees", "employee_count", "members",
    ),
    Column.LEVEL: (
        "koncern", "organisation", "kommune", "forvaltning", "direktørområde", "magistratsafdeling", "direktion",
        "område", "fagområde", "center", "afsnit", "sektion", "gruppe", "hovedafdeling", "underafdeling", "division",
        "level_1", "level_2", "level_3", "level_4", "level_5", "level_6", "niveau_1", "niveau_2", "niveau_3",
        "niveau_4", "niveau_5", "niveau_6", "distrikt", "region", "fakultet", "institut",
    ),
    Column.LEADER: (
        "leder", "ledernavn", "leders_navn", "leder_navn", "leder_mail", "ledermail", "leders_mail", "leder_email",
        "leders_email", "leders_mailadresse", "leder_mailadresse", "leder_e_mailadresse", "nærmeste_leder", "leader",
        "leader_mail", "leader_email", "leader_name", "manager", "manager_email", "chef", "enhedsleder",
        "lederens_navn", "lederens_mail", "lederens_email", "lederens_mailadresse", "lederens_e_mailadresse",
        "leders_e_mailadresse", "nærmeste_leder_navn", "nærmeste_leder_mail", "nærmeste_leder_email",
        "nærmeste_leders_mail", "afdelingsleder", "afdelingsleder_mail", "afdelingschef",
        "institutionsleder", "daglig_leder", "personaleleder",
        "teamleder", "ansvarlig_leder", "enhedschef", "kontorchef", "centerchef", "skoleleder", "line_manager",
        "supervisor",
    ),
    Column.AMR: (
        "amr", "amr_mail", "amr_email", "amr_navn", "amr_mailadresse", "arbejdsmiljørepræsentant",
        "arbejdsmiljørepræsentant_mail", "arbejdsmiljørepræsentant_email", "safety_representative", "amir",
        "arbejdsmiljørepr",
    ),
    Column.TR: (
        "tr", "tr_mail", "tr_email", "tr_navn", "tr_mailadresse", "tillidsrepræsentant", "tillidsrepræsentant_mail",
        "tillidsrepræsentant_email", "tillidsvalgt", "shop_steward", "union_representative", "tillidsrepr",
        "tillidsmand", "ftr",
    ),
    Column.PERSON: (
        "person", "medarbejder", "medarbejdernavn", "fulde_navn", "full_name", "display_name", "vist_navn",
        "for_og_efternavn", "fornavn_og_efternavn", "fuldt_navn", "medarbejderens_navn", "visningsnavn", "deltager",
        "deltagernavn", "deltagerens_navn", "kursist",
    ),
    Column.GIVEN: ("fornavn", "fornavne", "first_name", "given_name"),
    Column.FAMILY: ("efternavn", "last_name", "surname", "family_name"),
    Column.ADDRESS: (
        "email", "e_mail", "mail", "mailadresse", "e_mailadresse", "email_address", "e_mail_address", "mail_address",
        "epost", "arbejdsmail", "mail_arbejde", "user_principal_name", "upn", "arbejds_e_mail", "e_mail_arbejde",
        "work_email", "primær_mail", "primær_e_mail", "primary_smtp_address", "smtp_address", "mail_adr", "e_mail_adr",
        "medarbejdermail", "medarbejder_email", "medarbejders_mail", "medarbejderens_mail", "medarbejderens_email",
        "deltagermail", "deltagers_mail", "deltagerens_mail", "kontaktmail", "kontakt_e_mail", "e_mail_1",
    ),
    Column.ROLE: ("role", "rolle", "funktion", "rettighed", "permission", "hverv"),
    Column.LANGUAGE: ("language", "sprog", "brevsprog"),
}  # fmt: skip
"""How each is called, most telling first: where two columns of a table could be one, the earlier word has it."""

_BETWEEN = re.compile(r"[\W_]+")


def bare(heading: str) -> str:
    """A heading without what people write it in: `Parent-ID`, `parentId` and `parent_id` are one."""
    return _BETWEEN.sub("", plain(heading).casefold())


SEVERAL = frozenset({Column.LEVEL, Column.LEADER, Column.AMR, Column.TR, Column.NOT_USED})
_ALSO_LEVELS = frozenset({"afdeling", "enhed", "institution", "team", "department", "unit", "arbejdsplads"})
_MEANS = {bare(word): column for column, words in WORDS.items() for word in words}
_OF_PEOPLE = {"navn": Column.PERSON, "name": Column.PERSON}
"""In a list of people a name is a person's; the unit has a word of its own."""
_RANK = {bare(word): place for words in WORDS.values() for place, word in enumerate(words)}


def is_known(heading: str) -> bool:
    """Whether people use this word for one of the columns."""
    return len(heading) <= 60 and bare(heading) in _MEANS


def understood(
    headings: Sequence[str], said: Mapping[str, Column] | None = None, wanted: Collection[Column] = tuple(Column)
) -> dict[int, Column]:
    """Which column holds what, by the words of the headings; `said` (bare heading -> column) goes before.

    `wanted` are the meanings this kind of table can have. Several columns may share those of `SEVERAL`; of any other,
    what a person said and then the most telling word has it. A heading that is not understood is not in the answer.
    """
    told = dict(said or {})
    words = {at: bare(heading) for at, heading in enumerate(headings) if heading}
    means = _MEANS | _OF_PEOPLE if Column.PERSON in wanted else _MEANS
    found = {at: told.get(word) or means.get(word) for at, word in words.items()}
    known = {at: column for at, column in found.items() if column and (column in wanted or words[at] in told)}
    if Column.LEVEL in wanted:
        known = _with_levels(known, words, told)
    by_weight = sorted(known, key=lambda at: (words[at] not in told, _RANK.get(words[at], 0), at))
    kept: dict[int, Column] = {}
    for at in by_weight:
        if known[at] in SEVERAL or known[at] not in kept.values():
            kept[at] = known[at]
    return dict(sorted(kept.items()))


def _with_levels(
    known: Mapping[int, Column], words: Mapping[int, str], told: Mapping[str, Column]
) -> dict[int, Column]:
    """One column a level (Forvaltning; Center; Afdeling), where nothing says what stands above what."""
    guessed = [
        at for at, column in known.items()
        if words[at] not in told and (column is Column.LEVEL or words[at] in _ALSO_LEVELS)
    ]  # fmt: skip
    levels = [at for at, column in known.items() if column is Column.LEVEL and words[at] in told]
    if Column.PARENT in known.values() or len(guessed) + len(levels) < 2:
        return {at: column for at, column in known.items() if column is not Column.LEVEL or at in levels}
    return dict(known) | dict.fromkeys(guessed, Column.LEVEL)
