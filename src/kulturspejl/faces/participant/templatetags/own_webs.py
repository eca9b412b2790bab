"""The webs without anybody's numbers, for the template that is drawn once of them."""

from django import template

from kulturspejl.faces.participant import own_web

register = template.Library()
register.simple_tag(own_web.drawings, name="own_webs")
