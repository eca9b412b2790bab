"""What every page may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def everywhere(request: HttpRequest) -> dict[str, Any]:
    """Whether this is a demo; the page's own address for the language switch."""
    return {"is_demo": settings.KULTURSPEJL_DEMO, "here": request.get_full_path()}
