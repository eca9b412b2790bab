"""The wall: what everybody in the room may see from ten metres."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.templatetags.saying import language
from kulturspejl.readers import rooms


@require_safe
def wall(request: HttpRequest, room_id: uuid.UUID) -> HttpResponse:
    """For a facilitator, or any machine that has the wall's own address."""
    user = request.user if request.user.is_authenticated else None
    view = rooms.wall(user, room_id, request.GET.get("key", "")[:80], language=language(), now=clock.now())
    return render(request, "facilitator/wall.html", {"wall": view})
