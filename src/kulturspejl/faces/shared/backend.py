"""Whose session it is: the sign-in library's way, but for the one question that every page asks."""

import uuid

from allauth.account.auth_backends import AuthenticationBackend

from kulturspejl.records.people import User
from kulturspejl.records.questions import key_of
from kulturspejl.records.single import row_by


class Accounts(AuthenticationBackend):
    """The row of the account is read at every page, by a statement that is put together once."""

    def get_user(self, user_id: uuid.UUID) -> User | None:
        """The account as it stands; None for nobody's, and for one that is erased or may not sign in."""
        user = row_by(User, "id", key_of(user_id))
        return user if user is not None and self.user_can_authenticate(user) else None
