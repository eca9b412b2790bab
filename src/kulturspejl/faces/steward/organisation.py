"""The steward's front page: the tree of units, and of a large one as much as can be looked at."""


from allauth.mfa.utils import is_mfa_enabled
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kulturspejl.access.permission import NOTHING_HERE
from kulturspejl.faces.shared import clock
from kulturspejl.faces.shared.ids import id_of
from kulturspejl.faces.shared.login import SignedIn, needs_login
from kulturspejl.faces.steward.here import my_tree
from kulturspejl.faces.steward.unit_list import told
from kulturspejl.readers import stuck, tree_view, unit_list

A_PAGE = 250
"""Lines on one page: where very many stand side by side."""


@require_GET
@needs_login
def organisation(request: SignedIn) -> HttpResponse:
    """Units with the number of people, and what can be done to them."""
    page, word = my_tree(request), request.GET.get("find", "").strip()
    under = request.GET.get("under", "")
    picked = id_of(under, NOTHING_HERE) if under else None
    view = tree_view.find(page.lines, word) if word else tree_view.look_under(page.lines, picked)
    lines = Paginator(view.lines, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "view": view, "lines": lines, "word": word, "under": under,
        "is_large": len(page.lines) > tree_view.MOST,
        "taken": unit_list.last_taken(page.id, now=clock.now()),
        "trouble": stuck.trouble(request.user, page.id, now=clock.now()),
        "has_second_way": is_mfa_enabled(request.user),
    }  # fmt: skip
    context["told"] = told(context["taken"].counts) if context["taken"] else ""
    return render(request, "steward/organisation.html", context)
