"""The only home of how translators see texts without formatting: as readers do, not as HTML.

What is shown is what is typed back. wagtail-localize shows `R&amp;D`, and who types it so would publish it so.
"""

import json
from functools import wraps
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from wagtail_localize.views import edit_translation as views

from cms.translation.typed_texts import Kinds


def show_texts_as_they_are_read() -> None:
    """Let wagtail-localize's editor show texts without formatting as texts."""
    render = views.render

    @wraps(render)
    def render_texts(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
        if "props" in context:
            context["props"] = with_texts(context["props"], context["translation"].source)
        return render(request, template, context)

    views.render = render_texts


def with_texts(props: str, source: Any) -> str:
    """The properties of the editor, as JSON, with texts as they are read."""
    kinds, shown = Kinds(source), json.loads(props)
    segments = {segment.pk: segment for segment in source.stringsegment_set.select_related("context")}
    for segment in shown["segments"]:
        if segment["type"] == "string":
            segment["source"] = kinds.of(segments[segment["id"]]).shown(segment["source"])
    for translation in shown["initialStringTranslations"]:
        if segment := segments.get(translation["segment_id"]):
            translation["data"] = kinds.of(segment).shown(translation["data"])
    return json.dumps(shown, cls=DjangoJSONEncoder)
