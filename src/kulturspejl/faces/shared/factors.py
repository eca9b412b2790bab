"""Second factors are django-allauth's; what it keeps of apps and recovery codes is sealed on the way to the store."""

from allauth.mfa.adapter import DefaultMFAAdapter
from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from kulturspejl.actions.second_factors import ABOUT
from kulturspejl.core.errors import Refused
from kulturspejl.core.text import Text
from kulturspejl.vault import own_key

OTHER_KEY = Text(
    da="Din app og dine nødkoder kan ikke bruges, for serverens hemmelige nøgle er en anden end før. Den, der "
    "driver serveren, må lægge den gamle nøgle tilbage eller fjerne din app, så du kan begynde forfra.",
    en="Your app and recovery codes cannot be used, because the server’s secret key is another one than it was. "
    "Whoever runs the server must put the earlier key back, or take your app off so that you can begin anew.",
)


class UnreadableSeed(Refused, ValidationError):
    """A fault of the field in a form, and a page of its own everywhere else."""

    def __init__(self) -> None:
        Refused.__init__(self, OTHER_KEY)
        ValidationError.__init__(self, OTHER_KEY.into(get_language() or "da"))


class MFAAdapter(DefaultMFAAdapter):
    """Seals and opens seeds with a key that is not in the database."""

    def encrypt(self, text: str) -> str:
        """What goes into the store."""
        return own_key.seal_text(text, ABOUT)

    def decrypt(self, encrypted_text: str) -> str:
        """The seed again; one from before version 0.2.0 as it is."""
        if not own_key.is_sealed(encrypted_text):
            return encrypted_text
        try:
            return own_key.unseal_text(encrypted_text, ABOUT)
        except own_key.OtherKey as error:
            raise UnreadableSeed from error
