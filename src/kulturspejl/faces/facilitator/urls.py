"""Addresses of the facilitator face: the list of rooms, a class new, changed or practised, the desk and the wall."""

from django.urls import URLPattern, path

from kulturspejl.faces.facilitator import desk, paper, prepare, rooms, wall

urlpatterns: list[URLPattern] = [
    path("facilitate", rooms.rooms, name="rooms"),
    path("facilitate/new/<slug:programme>", prepare.prepare, name="room_new"),
    path("facilitate/practise", prepare.practise, name="room_practise"),
    path("facilitate/<uuid:room_id>", desk.desk, name="desk"),
    path("facilitate/<uuid:room_id>/change", prepare.change, name="room_change"),
    path("facilitate/<uuid:room_id>/do", desk.do, name="desk_do"),
    path("facilitate/<uuid:room_id>/paper", paper.paper, name="room_paper"),
    path("facilitate/<uuid:room_id>/wall", wall.wall, name="wall"),
]
