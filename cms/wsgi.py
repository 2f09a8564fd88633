"""The only home of the WSGI application, which granian serves: `granian --interface wsgi cms.wsgi:application`."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")
# Whoever waits for an answer has left by then. Commands, such as migrations, take the time that they need.
os.environ.setdefault("PGOPTIONS", "-c statement_timeout=10s")

application = get_wsgi_application()

# What has been loaded stays: the collector need not look at it with every request.
gc.collect()
gc.freeze()
