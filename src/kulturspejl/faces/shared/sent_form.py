"""Which form was pressed: its own id, bound to where it was sent and to what was written in it.

Pressed twice, or again after "back", it is the same press. Written in anew after "back", it is another wish.
"""

import hashlib
import uuid

from django.http import HttpRequest

from kulturspejl.faces.shared.ids import as_id

FIELD = "form_id"
NOT_WRITTEN = frozenset({FIELD, "csrfmiddlewaretoken"})


def own_id(request: HttpRequest) -> uuid.UUID | None:
    """The id that the form carries; None for a form without one, which makes something at each press."""
    return as_id(request.POST.get(FIELD, ""))


def sent_form(request: HttpRequest, what: str = "") -> uuid.UUID | None:
    """The press, for the action that shall make one thing of it; `what` tells two actions of one press apart."""
    own = own_id(request)
    if own is None:
        return None
    written = hashlib.sha256()
    _add(written, request.path, what)
    for name, values in request.POST.lists():
        if name not in NOT_WRITTEN:
            _add(written, name, *map(str, values))
    for name, files in request.FILES.lists():
        for file in files:
            _add(written, name, file.name or "")
            for chunk in file.chunks():
                written.update(chunk)
            file.seek(0)
    return uuid.uuid5(own, written.hexdigest())


def _add(written: "hashlib._Hash", *words: str) -> None:
    for word in words:
        raw = word.encode(errors="surrogatepass")
        written.update(len(raw).to_bytes(8, "big") + raw)
