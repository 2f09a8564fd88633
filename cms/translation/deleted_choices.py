"""The only home of saving a translation whose translator chose something that has been deleted since.

wagtail-localize fails at it, and at a choice in place of something in the source that has been deleted. Here the
source's value stands where the choice is gone.
"""

from functools import wraps
from typing import Any

import wagtail_localize.models
from django.db import models
from wagtail.blocks import Block, ChooserBlock
from wagtail_localize.segments import OverridableSegmentValue
from wagtail_localize.segments.ingest import StreamFieldSegmentsWriter


def outlive_deleted_choices() -> None:
    """Let wagtail-localize leave out choices that are gone, in fields and in blocks."""
    ingest_segments = wagtail_localize.models.ingest_segments
    handle_block = StreamFieldSegmentsWriter.handle_block

    @wraps(ingest_segments)
    def ingest_what_is_there(
        original: models.Model, translation: models.Model, source: Any, target: Any, segments: list[Any]
    ) -> None:
        there = [segment for segment in segments if not is_gone(type(original), segment)]
        ingest_segments(original, translation, source, target, there)

    @wraps(handle_block)
    def handle_block_that_is_there(
        self: StreamFieldSegmentsWriter, block: Block, value: Any, segments: list[Any]
    ) -> Any:
        if isinstance(block, ChooserBlock) and isinstance(segments[0], OverridableSegmentValue):
            return block.model_class.objects.filter(pk=segments[0].data).first() or value
        return handle_block(self, block, value, segments)

    wagtail_localize.models.ingest_segments = ingest_what_is_there
    StreamFieldSegmentsWriter.handle_block = handle_block_that_is_there


def is_gone(model: type[models.Model], segment: Any) -> bool:
    """Whether `segment` is a translator's choice for a field of the model that refers to something deleted."""
    if not isinstance(segment, OverridableSegmentValue) or "." in segment.path:
        return False
    field = model._meta.get_field(segment.path)
    if not isinstance(field, models.ForeignKey):
        return False
    return not field.related_model._default_manager.filter(pk=segment.data).exists()
