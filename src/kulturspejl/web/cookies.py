"""Names of cookies, and reading them where no Django request is at hand."""

from http.cookies import CookieError, SimpleCookie


def own(name: str, *, is_https: bool) -> str:
    """The name with the prefix that no other site of the same domain can set; browsers take it over https alone."""
    return f"__Host-{name}" if is_https else name


def cookies_in(headers: list[tuple[bytes, bytes]]) -> dict[str, str]:
    """Name to value; nothing where they cannot be read."""
    found: SimpleCookie = SimpleCookie()
    for name, value in headers:
        if name.lower() == b"cookie":
            try:
                found.load(value.decode("latin-1"))
            except CookieError:
                return {}
    return {key: morsel.value for key, morsel in found.items()}
