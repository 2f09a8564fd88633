"""The only home of when publishing wires itself in."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "cms.publishing"
    label = "publishing"

    def ready(self) -> None:
        from cms.publishing import (
            checks,  # noqa: F401  checks are registered by being loaded
            index_upkeep,
            locks,
            publication,
            redirects,
            snippets,
            tree,
        )

        locks.connect()
        tree.connect()
        publication.connect()
        snippets.connect()
        redirects.spell_old_paths()
        index_upkeep.connect(self)
