"""Languages beside Danish and English: core learns them at the start, from catalogues that stand beside the Danish."""

from gettext import NullTranslations, translation

from django.conf import settings

from kulturspejl.core.text import REQUIRED, Catalogue, learn

DOMAIN = "django"


class _Nothing(NullTranslations):
    """Says so where no catalogue has a sentence; gettext itself would answer with the English."""

    def gettext(self, message: str) -> str:
        return ""


def learn_the_others() -> None:
    """Give core the catalogues of every language of the settings that it does not hold itself."""
    for language, _name in settings.LANGUAGES:
        if language not in REQUIRED:
            learn(language, catalogue_of(language))


def catalogue_of(language: str) -> Catalogue:
    """All rooms' catalogues of a language as one."""
    found: NullTranslations = _Nothing()
    for folder in settings.LOCALE_PATHS:
        room = translation(DOMAIN, folder, [language], fallback=True)
        room.add_fallback(found)
        found = room
    return found.gettext
