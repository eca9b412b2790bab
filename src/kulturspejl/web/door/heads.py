"""The head of a request as the rules of the house read it: a Django request without a body, made in microseconds."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, QueryDict, parse_cookie
from django.utils import translation
from django.utils.datastructures import MultiValueDict

from kulturspejl.faces.shared.compressed import coding_for
from kulturspejl.web import own_forms

FROM_WHERE = {"HTTP_ORIGIN", "HTTP_SEC_FETCH_SITE"}
BARE = {"CONTENT_TYPE", "CONTENT_LENGTH"}
OFTEN = 64
"""So many names of headers are remembered; what comes beyond them is spelt anew each time."""
_names: dict[bytes, str] = {}
_NOTHING, _NO_FILES = QueryDict(), MultiValueDict[str, Any]()


class Asked(HttpRequest):
    """A request that came by this scheme, http or https."""

    def __init__(self, scheme: str) -> None:
        super().__init__()
        self._scheme = scheme

    def _get_scheme(self) -> str:
        return self._scheme


class Head(Asked):
    """What `guesses`, `own_forms` and the choice of language ask of a request."""

    def __init__(self, scope: Any) -> None:
        # As Django's own WSGIRequest it does without HttpRequest's, which makes dictionaries that are thrown away.
        self._scheme = scope.get("scheme", "http")
        self.method, self.path = scope["method"], scope["path"]
        self.path_info = self.path
        host, port = scope.get("server") or ("", 80)
        self.META = {
            "REMOTE_ADDR": (scope.get("client") or ("", 0))[0], "SERVER_NAME": host, "SERVER_PORT": str(port),
            "QUERY_STRING": scope["query_string"].decode("latin-1"),
        }  # fmt: skip
        for name, value in scope["headers"]:
            spelt, words = _spelt(name), value.decode("latin-1")
            self.META[spelt] = f"{self.META[spelt]},{words}" if spelt in self.META else words
        self.content_type = self.META.get("CONTENT_TYPE", "").partition(";")[0].strip().lower()
        self.GET = QueryDict(self.META["QUERY_STRING"]) if self.META["QUERY_STRING"] else _NOTHING
        self.POST, self.FILES = _NOTHING, _NO_FILES
        self.content_params, self.resolver_match = None, None
        self.COOKIES = parse_cookie(self.META["HTTP_COOKIE"]) if "HTTP_COOKIE" in self.META else {}

    def take_form(self, body: bytes) -> bool:
        """Read a plain form into `POST`; False for a body in another form than browsers' own."""
        if self.content_type != "application/x-www-form-urlencoded" or "charset" in self.META["CONTENT_TYPE"]:
            return False
        self.POST = QueryDict(body)
        return True

    @property
    def coding(self) -> str:
        """In what a page may be sent shorter."""
        return coding_for(self.META.get("HTTP_ACCEPT_ENCODING", ""))

    @property
    def is_plain(self) -> bool:
        """Whether nothing but the action has a say: it comes from our own pages, and nobody is signed in."""
        if settings.SESSION_COOKIE_NAME in self.COOKIES:
            return False
        says_nothing = not (self.META.keys() & FROM_WHERE)
        return says_nothing or self.method in own_forms.SAFE or own_forms.is_ours(self)

    @property
    def language(self) -> str:
        """The language that every page would be in."""
        return translation.get_language_from_request(self)


def _spelt(name: bytes) -> str:
    found = _names.get(name)
    if found is None:
        found = name.decode("latin-1").upper().replace("-", "_")
        found = found if found in BARE else f"HTTP_{found}"
        if len(_names) < OFTEN:
            _names[name] = found
    return found
