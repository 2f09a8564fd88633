"""The only home of the WSGI application, which `python -m cms.serve` serves."""

import gc
import io
import os

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")
# Whoever waits for an answer has left by then. Commands, such as migrations, take the time that they need.
os.environ.setdefault("PGOPTIONS", "-c statement_timeout=10s")

application = get_wsgi_application()

# A server whose trusted documents do not fit its schema would only be found out by its visitors.
call_command("check", tags=["api"], stdout=io.StringIO())

# What has been loaded stays: the collector need not look at it with every request.
gc.collect()
gc.freeze()
