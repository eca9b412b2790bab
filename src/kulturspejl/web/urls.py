"""All addresses: each face brings its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("kulturspejl.faces.shared.urls")),
    path("", include("kulturspejl.faces.respondent.urls")),
    path("", include("kulturspejl.faces.leader.urls")),
    path("", include("kulturspejl.faces.trio.urls")),
    path("", include("kulturspejl.faces.steward.urls")),
    path("account/", include("allauth.urls")),
]
