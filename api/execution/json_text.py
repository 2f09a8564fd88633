"""The only home of the JSON that answers are written in, whole or in parts that are put into it as they are."""

import json
from typing import Any

import orjson

Part = orjson.Fragment


def written(value: object) -> bytes:
    try:
        return orjson.dumps(value)
    except TypeError:
        return orjson.dumps(_escaped(value))


def _escaped(value: Any) -> Any:
    """The value, with texts that have half of a surrogate pair, which a client may write, in JSON's own spelling."""
    if isinstance(value, dict):
        return {name: _escaped(child) for name, child in value.items()}
    if isinstance(value, list):
        return [_escaped(child) for child in value]
    if isinstance(value, str) and not _is_unicode(value):
        return Part(json.dumps(value))
    return value


def _is_unicode(text: str) -> bool:
    return text == text.encode(errors="ignore").decode()
