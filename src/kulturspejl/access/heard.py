"""Whether somebody knows of a permission: one that ends before its letter has gone is spoken of to nobody."""

from kulturspejl.records.models import Grant, Letter, LetterState


def has_heard(grant: Grant) -> bool:
    """Whether its holder knows of it: the letter that it was given is gone, or none was written."""
    letters = Letter.objects.filter(kind="permission_for_you", to=grant.user_id, state=LetterState.WAITING)
    return not letters.filter(values__grant=str(grant.id)).exists()
