"""Django's WSGI applications, run in threads: the whole one, and a slim one for answers."""

import os

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

SLIM = (
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "kulturspejl.web.copies.NoCopies",
    "django.middleware.locale.LocaleMiddleware",
    "kulturspejl.web.own_forms.OwnForms",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "kulturspejl.web.errors.ErrorMiddleware",
)
"""An answer is let in by its code or voucher alone: no session, no cookie and no sign-in has a part in it."""


class SlimHandler(WSGIHandler):
    """The same addresses and views with nothing around them but language, errors and headers."""

    def load_middleware(self, is_async: bool = False) -> None:
        """Load SLIM in the place of the whole list."""
        whole = settings.MIDDLEWARE
        settings.MIDDLEWARE = list(SLIM)
        try:
            super().load_middleware(is_async)
        finally:
            settings.MIDDLEWARE = whole


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kulturspejl.web.settings")
django.setup(set_prefix=False)
application = WSGIHandler()
answers = SlimHandler()
