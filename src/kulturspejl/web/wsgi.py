"""Django's WSGI application, run in threads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kulturspejl.web.settings")
application = get_wsgi_application()
