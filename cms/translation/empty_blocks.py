"""The only home of submitting blocks that are empty, which wagtail-localize fails at (its issues 875 and 918).

An optional block that was left out, or was added to its kind later, is null in the stored JSON; so is a reference to
something that has been deleted.
"""

from functools import wraps
from typing import Any

from wagtail.blocks import Block
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor


def find_nothing_in_empty_blocks() -> None:
    """Let wagtail-localize find nothing to translate in a block that is null, whatever its kind."""
    original = StreamFieldSegmentExtractor.handle_block

    @wraps(original)
    def handle_block(
        self: StreamFieldSegmentExtractor, block_type: Block, block_value: Any, raw_value: Any = None
    ) -> list[Any]:
        return [] if block_value is None else original(self, block_type, block_value, raw_value=raw_value)

    StreamFieldSegmentExtractor.handle_block = handle_block
