"""The only home of which rows of Wagtail's, and of which pictures and files, raise the content version: by proxies.

A proxy only carries triggers. Page rows have theirs in `sql/page_changed`: a proxy of Page would be offered to editors
as a page type.
"""

from typing import ClassVar

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Locale, PageViewRestriction, Site

from cms.media.models import Document, Image
from cms.publishing.version import raises_version


class RestrictionRow(PageViewRestriction):
    class Meta:
        proxy = True
        triggers = raises_version()


class RedirectRow(Redirect):
    class Meta:
        proxy = True
        triggers = raises_version()


class CollectionRow(Collection):
    class Meta:
        proxy = True
        triggers = raises_version("path")


class CollectionRestrictionRow(CollectionViewRestriction):
    class Meta:
        proxy = True
        triggers = raises_version()


class LocaleRow(Locale):
    class Meta:
        proxy = True
        triggers = raises_version()


class SiteRow(Site):
    class Meta:
        proxy = True
        triggers = raises_version()


class ImageRow(Image):
    search_fields: ClassVar[list[object]] = []  # images are indexed once

    class Meta:
        proxy = True
        triggers = raises_version(
            "file",
            "file_hash",
            "width",
            "height",
            "default_alt",
            "credit",
            "licence",
            "placeholder",
            "focal_point_x",
            "focal_point_y",
            "focal_point_width",
            "focal_point_height",
            "collection",
        )


class DownloadRow(Document):
    search_fields: ClassVar[list[object]] = []

    class Meta:
        proxy = True
        triggers = raises_version("file", "file_hash", "file_size", "title", "language", "collection")
