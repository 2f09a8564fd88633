"""The only home of production's server: `python -m cms.serve`, where and how large cms.settings.production says."""

import os

from django.conf import settings
from granian import Granian
from granian.constants import Interfaces


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")
    Granian(
        "cms.wsgi:application",
        interface=Interfaces.WSGI,
        # Otherwise one worker that dies, for want of memory say, ends them all.
        respawn_failed_workers=True,
        **settings.SERVER,
    ).serve()


if __name__ == "__main__":
    main()
