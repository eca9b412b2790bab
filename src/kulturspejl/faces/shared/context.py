"""What every page may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

import kulturspejl
from kulturspejl.faces.shared import played


def everywhere(request: HttpRequest) -> dict[str, Any]:
    """Whether this is a demo, and which stop of its half-year it shows; the page's own address for the language
    switch; which version drew it; days left until administrator and HR must have a second factor."""
    return {
        "is_demo": settings.KULTURSPEJL_DEMO,
        "stop_shown": played.shown(),
        "here": request.get_full_path(),
        "factor_days": getattr(request, "factor_days", None),
        "version": kulturspejl.__version__,
    }
