"""Addresses of the facilitator face: the list of rooms, a class new, changed or practised, the desk and the wall."""

from django.urls import URLPattern, path

from kulturspejl.faces.facilitator import agreed, desk, paper, prepare, rooms, slides, team, wall

urlpatterns: list[URLPattern] = [
    path("facilitate", rooms.rooms, name="rooms"),
    path("team", team.team, name="team"),
    path("team/<str:key>", team.desk_again, name="team_desk"),
    path("facilitate/new/<slug:programme>", prepare.prepare, name="room_new"),
    path("facilitate/practise", prepare.practise, name="room_practise"),
    path("facilitate/<uuid:room_id>", desk.desk, name="desk"),
    path("facilitate/<uuid:room_id>/change", prepare.change, name="room_change"),
    path("facilitate/<uuid:room_id>/again", prepare.again, name="room_again"),
    path("facilitate/<uuid:room_id>/do", desk.do, name="desk_do"),
    path("facilitate/<uuid:room_id>/agreed.pdf", agreed.agreed_file, name="agreed_file"),
    path("facilitate/<uuid:room_id>/paper", paper.paper, name="room_paper"),
    path("facilitate/<uuid:room_id>/slides", slides.slides, name="room_slides"),
    path("facilitate/<uuid:room_id>/slides/change", slides.change, name="room_slides_change"),
    path("facilitate/<uuid:room_id>/slides/<uuid:slide_id>", slides.slide, name="room_slide"),
    path("facilitate/<uuid:room_id>/wall", wall.wall, name="wall"),
]
