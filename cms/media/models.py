"""The only home of pictures and downloads as editors keep them."""

import base64
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from django.conf import settings
from django.core.files import File
from django.db import models
from django.utils.translation import gettext_lazy as _
from PIL import ImageFilter
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, WagtailImageFieldFile
from wagtail.images.rect import Rect
from willow.image import Image as Willow

from cms.media.pixels import ImageAsShown, UnreadableError, as_shown, is_on_its_side
from cms.per_language import PerLanguageField

PLACEHOLDER_WIDTH = 16


class UprightImageFile(WagtailImageFieldFile):
    """A file whose size is that of the picture as it is shown: cameras store it turned, and say so beside it."""

    def get_image_dimensions(self) -> tuple[int, int]:
        width, height = super().get_image_dimensions()
        close = self.closed
        try:
            self.open()
            turned = is_on_its_side(self)
        finally:
            if close:
                self.close()
            else:
                self.seek(0)
        return (height, width) if turned else (width, height)


class Image(AbstractImage):
    """A picture with what its licence asks for, and the alternative text that holds where a page gives none."""

    # Wagtail's own image models exist beside these: the way back needs another name.
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="media_images",
        verbose_name=_("uploaded by"),
    )
    uploaded_by_user.wagtail_reference_index_ignore = True
    tags = TaggableManager(blank=True, help_text=None, related_name="media_images", verbose_name=_("tags"))

    credit = models.CharField(
        _("credit"), max_length=255, blank=True, help_text=_("Who made the picture, as it should be shown beside it.")
    )
    licence = models.CharField(
        _("licence"),
        max_length=100,
        blank=True,
        help_text=_("For example CC BY 4.0. Leave empty if all rights are reserved."),
    )
    default_alt = PerLanguageField(
        verbose_name=_("alternative text"),
        help_text=_("What the picture shows, for those who do not see it. A page may say it better in its own place."),
    )
    placeholder = models.TextField(editable=False, blank=True, default="")
    placeholder_hash = models.CharField(max_length=40, editable=False, blank=True, default="")

    admin_form_fields: ClassVar = (
        "title",
        "file",
        "default_alt",
        "credit",
        "licence",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        permissions = (("choose_image", "Can choose image"),)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Compute the placeholder once for each file."""
        if not self.file_hash:
            self._set_file_hash()
        if self.placeholder_hash != self.file_hash:
            self.placeholder, self.placeholder_hash = self.make_placeholder(), self.file_hash
            if (fields := kwargs.get("update_fields")) is not None:
                kwargs["update_fields"] = {*fields, "placeholder", "placeholder_hash"}
        super().save(*args, **kwargs)

    @contextmanager
    def get_willow_image(self) -> Iterator[Willow]:
        """What sizes and formats are made of: the picture as it is shown (an SVG as it is)."""
        with super().get_willow_image() as file:
            yield file if self.is_svg() else ImageAsShown(file)

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:  # noqa: A002  # Wagtail's
        # `source` would go past get_willow_image().
        return super().generate_rendition_file(filter)

    def get_focal_point(self) -> Rect | None:
        """Where the editor marked what matters, within the picture whatever file it was marked on."""
        if (marked := super().get_focal_point()) is None:
            return None
        x, y = marked.centroid
        return Rect.from_point(
            min(x, self.width), min(y, self.height), min(marked.width, self.width), min(marked.height, self.height)
        )

    def make_placeholder(self) -> str:
        """A data URI of a tiny blurred picture, or "" for a file that Pillow cannot read (an SVG)."""
        with self.open_file() as file:
            try:
                image = as_shown(file).convert("RGB")
            except UnreadableError:
                return ""
        image.thumbnail((PLACEHOLDER_WIDTH, PLACEHOLDER_WIDTH))
        buffer = io.BytesIO()
        image.filter(ImageFilter.GaussianBlur(1)).save(buffer, "WEBP", quality=40)
        return "data:image/webp;base64," + base64.b64encode(buffer.getvalue()).decode()


# Wagtail declares the field; this is the way it offers to measure files differently.
Image._meta.get_field("file").attr_class = UprightImageFile


class Rendition(AbstractRendition):
    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="media_rendition_unique"),
        )


class Document(AbstractDocument):
    """A file to download; its language is the file's own, whatever page offers it."""

    # Wagtail's own document models exist beside these: the way back needs another name.
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="media_documents",
        verbose_name=_("uploaded by"),
    )
    uploaded_by_user.wagtail_reference_index_ignore = True
    tags = TaggableManager(blank=True, help_text=None, related_name="media_documents", verbose_name=_("tags"))

    language = models.CharField(
        _("language"),
        max_length=10,
        choices=settings.WAGTAIL_CONTENT_LANGUAGES,  # as the admin calls them
        default=settings.LANGUAGE_CODE,
        help_text=_("The language that the file is written in."),
    )

    admin_form_fields: ClassVar = ("title", "file", "language", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        permissions = (("choose_document", "Can choose document"),)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Know the size from the beginning: otherwise the first reader would write it."""
        if self.file_size is None:
            self.file_size = self.file.size
        super().save(*args, **kwargs)
