"""The only home of when the index of uses wires itself in."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"

    def ready(self) -> None:
        from home import uses

        uses.connect()
