"""The only home of saving what translators type, errors and all, and of not publishing before they are mended.

wagtail-localize answers a text with an error like any other and publishes the source's in its place; at a long title
it fails. The editor shows an error that comes with the text; for a status of refusal it says "Server error".
"""

from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.db.models.signals import post_save
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from rest_framework import status
from rest_framework.authentication import SessionAuthentication
from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.models import Page
from wagtail_localize import models
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue
from wagtail_localize.views import edit_translation as views

from cms.translation.typed_texts import Kept, Kinds

LONGEST_TITLE = Page._meta.get_field("draft_title").max_length


def keep_what_is_typed() -> None:
    """Let wagtail-localize's editor save texts here, and publish none with an error."""
    original = views.edit_string_translation
    save_target = Translation.save_target
    edit = views.edit_translation

    @wraps(original)
    def edit_string_translation(request: HttpRequest, translation_id: int, string_segment_id: int) -> HttpResponse:
        view = save_typed if request.method == "PUT" else original
        return view(request, translation_id, string_segment_id)

    @wraps(save_target)
    def save_target_without_errors(self: Translation, user: Any = None, publish: bool = True) -> None:  # noqa: FBT001, FBT002  # as there
        if publish and with_errors(self).exists():
            raise ValidationError(refusal(self))
        save_target(self, user=user, publish=publish)

    @wraps(edit)
    def edit_translation(request: HttpRequest, translation: Translation, instance: Model) -> HttpResponse:
        wants_publication = request.method == "POST" and request.POST.get("action") == "publish"
        if wants_publication and with_errors(translation).exists():
            messages.error(request, refusal(translation))
            return redirect(request.path)
        return edit(request, translation, instance)

    views.edit_string_translation = edit_string_translation
    views.edit_translation = edit_translation
    Translation.save_target = save_target_without_errors
    post_save.disconnect(models.post_save_string_translation, sender=StringTranslation)
    post_save.connect(name_drafts, sender=StringTranslation, dispatch_uid="cms.translation.saved_texts")


@api_view(["PUT"])
@permission_classes([IsAuthenticated])
@authentication_classes([SessionAuthentication])
def save_typed(request: Request, translation_id: int, string_segment_id: int) -> Response:
    translation = get_object_or_404(Translation, id=translation_id)
    segment = get_object_or_404(StringSegment.objects.select_related("string", "context"), id=string_segment_id)
    if segment.source_id != translation.source_id:
        raise Http404
    if not views.user_can_edit_instance(request.user, translation.get_target_instance()):
        raise PermissionDenied
    kind = Kinds(translation.source).of(segment)
    kept = kind.kept(request.POST.get("value", ""), segment, translation)
    saved, created = save_text(translation, segment, kept, request.user)
    shown = views.StringTranslationSerializer(saved, context={"translation_source": translation.source}).data
    shown["data"] = kind.shown(saved.data)
    return Response(shown, status=status.HTTP_201_CREATED if created else status.HTTP_200_OK)


def save_text(
    translation: Translation, segment: StringSegment, kept: Kept, user: Any, *, tool: str = ""
) -> tuple[StringTranslation, bool]:
    """The saved text, with its error where it has one, and whether there was none before."""
    saved: tuple[StringTranslation, bool] = StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        locale=translation.target_locale,
        context=segment.context,
        defaults={
            "data": kept.data,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": tool,
            "last_translated_by": user,
            "has_error": bool(kept.problem),
            "field_error": kept.problem,
        },
    )
    return saved


def with_errors(translation: Translation) -> QuerySet[StringSegment]:
    """The segments whose text in this language has an error."""
    segments = translation.source.stringsegment_set.all()
    of_any = segments.annotate_translation(translation.target_locale, include_errors=True).filter(
        translation__isnull=False
    )
    right = segments.annotate_translation(translation.target_locale).filter(translation__isnull=False)
    found: QuerySet[StringSegment] = of_any.exclude(pk__in=right.values("pk"))
    return found


def refusal(translation: Translation) -> str:
    return _("Not published. Texts with errors: %(number)s. Correct what is said below each, and publish again.") % {
        "number": with_errors(translation).count()
    }


def name_drafts(instance: StringTranslation, **kwargs: Any) -> None:
    """The admin lists a page by the title that its translator saved last."""
    if instance.context and instance.context.path == "title" and not instance.has_error:
        pages = Page.objects.filter(translation_key=instance.context.object_id, locale_id=instance.locale_id)
        pages.update(draft_title=StringValue(instance.data).render_text()[:LONGEST_TITLE])
