"""The only home of when the desk wires itself in: the check of redirects."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"

    def ready(self) -> None:
        from home import redirects

        redirects.check_redirects()
