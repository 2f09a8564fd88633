"""The only home of when the editors' desk wires itself in: the check of redirects."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "cms.desk"
    label = "desk"

    def ready(self) -> None:
        from cms.desk import redirects

        redirects.check_redirects()
