"""The form of a day as a browser holds it: every field that it would send, as it stands on the page."""

from html.parser import HTMLParser


class Form(HTMLParser):
    """The fields of the form with the class `wanted`."""

    def __init__(self, text: str, wanted: str = "prepare") -> None:
        super().__init__()
        self._wanted = wanted
        self.fields: dict[str, list[str]] = {}
        self._is_open = False
        self._area = self._select = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._is_open = have.get("class") == self._wanted
        if not self._is_open:
            return
        name = have.get("name", "")
        if tag == "input" and name:
            if have.get("type") in ("checkbox", "radio") and "checked" not in have:
                return
            self.fields.setdefault(name, []).append(have.get("value", ""))
        elif tag == "textarea":
            self._area = name
            self.fields.setdefault(name, []).append("")
        elif tag == "select":
            self._select = name
            self.fields[name] = []
        elif tag == "option" and self._select and ("selected" in have or not self.fields[self._select]):
            self.fields[self._select] = [have.get("value", "")]

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._is_open = False
        elif tag == "textarea":
            self._area = ""
        elif tag == "select":
            self._select = ""


def form_of(client, page: str) -> dict[str, list[str]]:
    """What the page would send if nobody typed."""
    return Form(client.get(page).content.decode()).fields


def form_in(reply) -> dict[str, list[str]]:
    """The same of a page that was answered."""
    return Form(reply.content.decode()).fields
