"""Forms as a browser without JavaScript sees them: where they are sent, and their hidden fields."""

from html.parser import HTMLParser


class Forms(HTMLParser):
    """All forms of a page, as (where it is sent, {hidden field: value})."""

    def __init__(self, page: str, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self._page, self._is_open = page, False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = {name: value or "" for name, value in attrs}
        if tag == "form" and have.get("method") == "post":
            self.found.append((have.get("action") or self._page, {}))
            self._is_open = True
        elif tag == "input" and self._is_open and have.get("type") == "hidden" and have.get("name"):
            self.found[-1][1][have["name"]] = have.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._is_open = False


def form_on(client, page: str, action: str | None = None, **wanted: str) -> dict[str, str]:
    """The hidden fields of the form on `page` that is sent to `action` and carries `wanted`."""
    text = client.get(page).content.decode()
    for where, hidden in Forms(page, text).found:
        if where.split("#")[0].split("?")[0] == (action or page) and wanted.items() <= hidden.items():
            return hidden
    raise AssertionError(f"no form on {page} is sent to {action or page}")
