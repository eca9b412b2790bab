"""Pages for somebody who is signed in: their request says who, and nobody else gets to them."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeGuard

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from kulturspejl.records.models import User

More = ParamSpec("More")


class SignedIn(HttpRequest):
    """A request of somebody with an account. It is only a name for the types: no such thing is made."""

    user: User


def is_signed_in(request: HttpRequest) -> TypeGuard[SignedIn]:
    """Whether somebody with an account stands behind the request."""
    return request.user.is_authenticated


Guarded = Callable[Concatenate[SignedIn, More], HttpResponse]
"""A view for somebody."""
View = Callable[Concatenate[HttpRequest, More], HttpResponse]
"""A view that anybody's browser may ask for."""


def needs_login(view: Guarded[More]) -> View[More]:
    """Around a view that asks who it is: whoever is not signed in is led to the log-in, and back."""

    @wraps(view)
    def asked(request: HttpRequest, /, *words: More.args, **named: More.kwargs) -> HttpResponse:
        if is_signed_in(request):
            return view(request, *words, **named)
        return redirect_to_login(request.get_full_path())

    return asked
