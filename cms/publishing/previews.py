"""The only home of previews: a draft as it was when an editor looked at it, and the tokens that let a frontend read it.

A token names its preview and is signed with the time, so each expires by itself. The preview keeps nothing but what it
was made for: it is deleted with its page, with its editor, when it is revoked, and when its last token has expired.
"""

import json
import uuid
from datetime import datetime
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import User
from django.core.serializers.json import DjangoJSONEncoder
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.publishing.collation import sort_key
from cms.publishing.documents import FORMAT, make_document
from cms.publishing.models import Preview, PublishedPage
from cms.publishing.places import Place, paths_above, place_of
from cms.publishing.publication import facets

signer = TimestampSigner(salt="cms.publishing.previews", sep=".")


class PreviewError(Exception):
    """A token that leads to no preview."""

    code: ClassVar[str]


class UnknownPreviewError(PreviewError):
    code = "PREVIEW_UNKNOWN"


class ExpiredPreviewError(PreviewError):
    code = "PREVIEW_EXPIRED"


class RevokedPreviewError(PreviewError):
    code = "PREVIEW_REVOKED"


def redirect_to_frontend(page: Page, request: HttpRequest) -> HttpResponse:
    """Lead the editor to the frontend of the page's site, with a token for `page` as it is in memory."""
    page.set_url_path(page.get_parent())  # the slug may be another than the saved one
    place = place_of(page)
    if place is None or not request.user.is_authenticated:
        return HttpResponseNotFound(_("This page is not on any site, so no frontend can show it."))
    # Wagtail says so of its forms, whose content changes while the editor types.
    preview = make_preview(page, place, request.user, follows_form=getattr(request, "is_editing", False))
    query = urlencode({"token": make_token(preview), "path": place.path})
    response = HttpResponseRedirect(f"{place.origin}{settings.FRONTEND_PREVIEW_PATH}?{query}")
    response["Cache-Control"] = "no-store"
    return response


def make_preview(page: Page, place: Place, user: User, *, follows_form: bool) -> Preview:
    """Keep what `page` is in memory.

    Of a form there is one preview for each editor, which follows what is typed; any other is kept as it was. A page
    that was never saved is known by what is above it and its type, as Wagtail knows its form.
    """
    now = timezone.now()
    Preview.objects.filter(expires_at__lte=now).delete()
    row = as_published(page, place, now)
    parent = None if page.pk else page.get_parent()
    same = Preview.objects.filter(made_by=user, page=page.pk, parent=parent, row__type=row["type"])
    known = same.filter(follows_form=True) if follows_form else same.filter(row__document=row["document"])
    preview = known.first() or Preview(page_id=page.pk, parent=parent, made_by=user, follows_form=follows_form)
    if not page.pk and preview.row:
        row["translation_key"] = preview.row["translation_key"]
    preview.site, preview.row, preview.made_at = place.site, row, now
    preview.expires_at = now + settings.PREVIEW_LIFETIME
    preview.save()
    return preview


def as_published(page: Page, place: Place, now: datetime) -> dict[str, Any]:
    """The columns of `PublishedPage` as they would be if `page` were published as it is in memory."""
    content = json.loads(json.dumps(page.serializable_data(), cls=DjangoJSONEncoder))
    document, mentions = make_document(type(page), content)
    above = Page.objects.filter(path__in=paths_above(page), path__gte=place.root_path).order_by("depth")
    keys = list(above.values_list("translation_key", flat=True))
    published = PublishedPage(
        id=page.pk,
        translation_key=page.translation_key,
        type=page._meta.label_lower,
        locale=place.locale,
        site_id=place.site.pk,
        origin="" if place.site.is_default_site else place.origin,
        tree_path=page.path,
        depth=page.depth,
        path=place.path_below_prefix,
        taken_in=[],
        slug=page.slug,
        position=page.path[-Page.steplen :],
        parent_key=keys[-1] if keys else None,
        ancestor_keys=keys,
        first_published_at=page.first_published_at,
        last_published_at=page.last_published_at,
        format=FORMAT,
        title=page.title,
        document=document,
        mentions=mentions,
        facets=facets(type(page), document),
        text_digest="",
        source_digest="",
        sort_title=sort_key(page.title, place.locale),
        listed_at=page.first_published_at or now,
        noindex=bool(document.get("noindex")),
    )
    return {str(field.column): field.value_from_object(published) for field in PublishedPage._meta.concrete_fields}


def make_token(preview: Preview) -> str:
    return signer.sign(preview.pk.hex)


def find_preview(token: str) -> Preview:
    """The preview that `token` was made for. Raise PreviewError where there is none, or the token's time is over."""
    try:
        key = uuid.UUID(signer.unsign(token, max_age=settings.PREVIEW_LIFETIME))
    except SignatureExpired:
        raise ExpiredPreviewError("The preview has expired. Open it again in the admin.") from None
    except (BadSignature, UnicodeEncodeError):
        raise UnknownPreviewError("No preview has this token.") from None
    # Nobody else deletes a preview before its tokens have expired.
    preview = Preview.objects.select_related("site").filter(pk=key, made_by__is_active=True).first()
    if preview is None or preview.row["format"] != FORMAT:  # made by another release, it may lack what is read here
        raise RevokedPreviewError("The preview was revoked, or its page deleted. Open it again in the admin.")
    return preview
