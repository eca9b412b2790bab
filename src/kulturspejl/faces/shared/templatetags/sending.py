"""The id of a form that makes something, so that it makes one thing however often it is pressed."""

import uuid

from django import template
from django.template.context import Context
from django.utils.crypto import salted_hmac
from django.utils.html import format_html
from django.utils.safestring import SafeString

from kulturspejl.faces.shared import sent_form

register = template.Library()


@register.simple_tag(takes_context=True)
def form_id(context: Context) -> SafeString:
    """A hidden field; the same id again in a form that comes back to be mended or looked at.

    Nothing in a page that is drawn once for many: two persons' presses must not be one.
    """
    request = context.get("request")
    if request is None:
        return SafeString("")
    id = (sent_form.own_id(request) if request.method == "POST" else None) or uuid.uuid4()
    # Some browsers fill hidden fields in again when a page is reloaded.
    field = '<input type="hidden" name="{}" value="{}" autocomplete="off">'
    return format_html(field, sent_form.FIELD, id)


@register.simple_tag(takes_context=True)
def sign_in(context: Context) -> str:
    """Another word after each signing in: by it a page knows that what was written before has not been sent."""
    request = context.get("request")
    key = request.session.session_key if request is not None else ""
    return salted_hmac("kulturspejl.sign-in", key or "", algorithm="sha256").hexdigest()[:12]
