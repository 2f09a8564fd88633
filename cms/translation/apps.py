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
            po_files,
            privacy,
            same_fields,
            saved_texts,
            shown_texts,
            synchronisation,
            taken_over,
        )

        same_fields.keep_the_same_in_every_language()
        empty_blocks.find_nothing_in_empty_blocks()
        deleted_choices.outlive_deleted_choices()
        drafts.save_translations_as_drafts()
        taken_over.take_over_no_draft()
        mirrored_trees.mirror_parents_first()
        saved_texts.keep_what_is_typed()
        shown_texts.show_texts_as_they_are_read()
        po_files.take_over_every_text()
        privacy.leave_restrictions_to_editors()
        synchronisation.connect()
