"""Addresses of the shared face."""

from django.urls import URLPattern, path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from kulturspejl.faces.shared import own_account, own_letters
from kulturspejl.faces.shared.health import healthz
from kulturspejl.faces.shared.link import link
from kulturspejl.faces.shared.second_look import second_look

# No forgery token: the worst a stranger could do is change the language, and pages without a cookie stay so.
urlpatterns: list[URLPattern] = [
    path("language", csrf_exempt(set_language), name="language"),
    path("account/second-look/", second_look, name="second_look"),
    path("account/sessions/", own_account.sessions, name="own_sessions"),
    path("account/sessions/end", own_account.end_others, name="own_sessions_end"),
    path("account/sessions/<uuid:session_id>/end", own_account.end, name="own_session_end"),
    path("account/link/<str:token>", link, name="sign_in_link"),
    path("account/factor/", own_account.factor, name="second_factor"),
    path("account/everything/file", own_account.everything_file, name="own_everything_file"),
    path("account/everything/", own_account.everything, name="own_everything"),
    path("account/letters/", own_letters.letters, name="own_letters"),
    path("letters/<str:key>", own_letters.one_kind, name="letter_kind"),
    path("healthz", healthz, name="healthz"),
]
