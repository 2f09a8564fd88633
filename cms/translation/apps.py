"""The only home of when the translators' desk wires itself in."""

from django.apps import AppConfig


class TranslationConfig(AppConfig):
    name = "cms.translation"
    label = "translation"

    def ready(self) -> None:
        from cms.translation import (
            deleted_choices,
            drafts,
            empty_blocks,
            mirrored_trees,
            privacy,
            same_fields,
            synchronisation,
        )

        same_fields.keep_the_same_in_every_language()
        empty_blocks.find_nothing_in_empty_blocks()
        deleted_choices.outlive_deleted_choices()
        drafts.mark_saves_of_localize()
        mirrored_trees.mirror_parents_first()
        privacy.leave_restrictions_to_editors()
        synchronisation.connect()
