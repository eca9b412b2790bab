"""An address on the web as somebody types it: read strictly, so that nothing else is asked than what stands there."""

from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from kulturspejl.core.text import Text

LONGEST = 500
PORTS = {"http": 80, "https": 443}
NOT_AN_ADDRESS = Text(
    da="Skriv hele adressen, som den står i browseren. Den begynder med https:// eller http://",
    en="Write the whole address as it stands in the browser. It begins with https:// or http://",
)
NO_NAMES = Text(
    da="Adressen må ikke indeholde brugernavn eller adgangskode. Fjern det, der står før @.",
    en="The address must not hold a user name or a password. Take away what stands before the @.",
)
OTHER_PORT = Text(
    da="Adressen må ikke have et portnummer. Fjern kolon og tal efter navnet.",
    en="The address must not have a port number. Take away the colon and the number after the name.",
)


class NoAddress(ValueError):
    """What stands there is no address that may be kept or asked; `text` says what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__("no address")
        self.text = text


@dataclass(frozen=True, slots=True)
class WebAddress:
    """`scheme` is "http" or "https", `host` a name or an IP address (in plain letters), `target` path and query."""

    scheme: str
    host: str
    target: str

    @property
    def port(self) -> int:
        """80 or 443."""
        return PORTS[self.scheme]

    @property
    def is_secure(self) -> bool:
        """Whether it is asked over TLS."""
        return self.scheme == "https"

    @property
    def named(self) -> str:
        """The host as it stands in a request: IPv6 in brackets."""
        return f"[{self.host}]" if ":" in self.host else self.host

    def onward(self, location: str) -> "WebAddress":
        """Where an answer sends whoever asks. Raises NoAddress."""
        try:
            return parse_address(urljoin(f"{self.scheme}://{self.named}{self.target}", location.strip()))
        except NoAddress:
            raise
        except ValueError as error:
            raise NoAddress(NOT_AN_ADDRESS) from error


def parse_address(typed: str) -> WebAddress:
    """Read `typed`: http or https, a host, no user, no other port, no sign that a request could not hold.

    Raises NoAddress with a sentence for whoever typed it. Letters beyond ASCII are written as the web writes them:
    IDNA in the host (RFC 3490), percent and UTF-8 in path and query (RFC 3986).
    """
    if not typed or len(typed) > LONGEST or any(sign.isspace() or not sign.isprintable() for sign in typed):
        raise NoAddress(NOT_AN_ADDRESS)
    try:
        parts = urlsplit(typed)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise NoAddress(NOT_AN_ADDRESS) from error
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not host or "\\" in typed or "%" in host:
        raise NoAddress(NOT_AN_ADDRESS)
    if "@" in parts.netloc:
        raise NoAddress(NO_NAMES)
    if port not in (None, PORTS[scheme]):
        raise NoAddress(OTHER_PORT)
    query = f"?{parts.query}" if parts.query else ""
    return WebAddress(scheme, _host(host), quote(f"{parts.path or '/'}{query}", safe="/?&=#%:@!$'()*+,;~-._[]"))


def _host(host: str) -> str:
    """In ASCII; an IPv6 address as it is."""
    try:
        return host if ":" in host else host.encode("idna").decode("ascii").rstrip(".")
    except UnicodeError as error:
        raise NoAddress(NOT_AN_ADDRESS) from error
