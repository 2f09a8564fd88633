#!/usr/bin/env python
"""The only home of the command line's defaults: development settings, and an orderly end when told to."""

import os
import signal
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    # Python would end without leaving the embedded PostgreSQL.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    execute_from_command_line(sys.argv)
