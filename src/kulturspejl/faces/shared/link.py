"""A link that signs somebody in once. Looking at it does nothing: programs that read mail look at every link."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kulturspejl.actions import sign_in_links


@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponse:
    """The button, then in; a second factor is asked for as after a code by mail."""
    if request.method == "GET":
        return render(request, "account/link.html", {"is_spent": False})
    user = sign_in_links.use(token=token, now=timezone.now())
    if user is None:
        return render(request, "account/link.html", {"is_spent": True}, status=410)
    record_authentication(request, user, method="link")
    response: HttpResponse = perform_login(request, Login(user=user, email=user.email))
    return response
