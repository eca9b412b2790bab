"""Several cultures named inside a sentence."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from kulturspejl.drawing.words import inside


def together(names: Iterable[str]) -> str:
    """"clan", "clan and market", "clan, market and hierarchy"."""
    *first, last = list(names)
    if not first:
        return last
    return _("%(first)s and %(last)s") % {"first": ", ".join(first), "last": last}


def of(letters: str, labels: Mapping[str, str]) -> str:
    """The cultures behind "AC", as they stand inside a sentence."""
    return together(inside(labels[letter]) for letter in letters)
