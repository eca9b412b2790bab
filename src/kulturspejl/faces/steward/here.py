"""Whose organisation the steward's pages are about, and forms that keep what was typed."""

import uuid

from django.forms import Form

from kulturspejl.core.errors import Faulty
from kulturspejl.core.permissions import Role
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.login import SignedIn
from kulturspejl.faces.shared.templatetags.saying import say
from kulturspejl.readers import organisation, whole_organisation
from kulturspejl.readers.organisation import OrganisationPage


def my_organisation(request: SignedIn) -> uuid.UUID:
    """The organisation that the viewer is steward of; everybody else finds nothing here."""
    return whole_organisation.where(request.user, Role.STEWARD, now=clock.now())


def my_tree(request: SignedIn) -> OrganisationPage:
    """The same with its units."""
    return organisation.tree(request.user, my_organisation(request), now=clock.now())


def add_faults(form: Form, faulty: Faulty) -> None:
    """Put what the action found at the fields where it is mended."""
    for name, text in faulty.fields.items():
        form.add_error(name if name in form.fields else None, say(text))
