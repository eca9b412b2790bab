"""Addresses of the shared face."""

from django.urls import URLPattern, path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from kulturspejl.faces.shared.health import healthz

# No forgery token: the worst a stranger could do is change the language, and pages without a cookie stay so.
urlpatterns: list[URLPattern] = [
    path("language", csrf_exempt(set_language), name="language"),
    path("healthz", healthz, name="healthz"),
]
