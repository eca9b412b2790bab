"""What a password may not be made of: the program's name, and what everybody knows of its owner."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kulturspejl.records.models import Organisation, User

OURS = ("kulturspejl", "kultur", "culture", "arbejdsmiljø", "trivsel")
SHORTEST = 4
"""Shorter words stand in many others by chance."""
LEFT = 8
"""Signs that a password must have beside such words."""


class NoOwnWords:
    """Refuses a password of which too little is left without those words."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises ValidationError with a sentence that says what to do."""
        left = password.casefold()
        for word in sorted(_words(user), key=len, reverse=True):
            left = left.replace(word, "")
        if len(left) < LEFT:
            raise ValidationError(self.get_help_text(), code="own_words")

    def get_help_text(self) -> str:
        """The rule."""
        return _("Leave out your own name, your workplace and the name of this program: others guess those first.")


def _words(user: User | None) -> set[str]:
    said = list(OURS)
    if user is not None:
        said += [user.name, *re.split(r"[@.]", user.email)]
        said += Organisation.objects.filter(grants__user=user).values_list("name", flat=True)
    found = {word for text in said for word in re.findall(r"\w+", text.casefold())}
    return {word for word in found if len(word) >= SHORTEST}
