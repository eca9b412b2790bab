"""Sign-in is django-allauth's; accounts are made by a steward, never by whoever comes by."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """No sign-up page: a steward gives the first grant, the mail address does the rest."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Never open."""
        return False
