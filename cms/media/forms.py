"""The only home of what a file has to be, so that it can be shown in every size and format that the site serves."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from cms.media.pixels import UnreadableError, as_shown, is_moving
from cms.media.serving import WIDTHS

SHORTEST_SIDE = 2  # of a single row of pixels, a crop may be none
FOCAL_POINT = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")
HIGHEST = 16_383  # WebP has no room for more (RFC 9649, section 2.6)


class ReadableImageField(WagtailImageField):
    """A picture that can be decoded to its end, does not move, and has a shape that every size can be made of."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.error_messages |= {
            "broken": _("This file is broken, or not all of it has arrived. Save the picture again and upload that."),
            "moving": _("This picture moves, and the site shows pictures that stand still. Save one picture of it."),
            "too_small": _("This picture is only %(width)d × %(height)d pixels. Upload a larger one."),
            "too_tall": _("This picture is too tall for its width. Cut it, and upload the parts."),
        }

    def to_python(self, data: Any) -> File | None:
        try:
            file = super().to_python(data)
        except ValidationError as refusal:
            # Willow does not know the moving kind of PNG, and takes it for rubbish.
            if refusal.code == "invalid_image" and is_moving(data):
                raise self._refusal("moving") from refusal
            raise
        except Exception as error:  # Willow hands on whatever a decoder stumbles over
            raise self._refusal("broken") from error
        if file is not None:
            self._check(file)
        return file

    def check_image_file_format(self, f: Any) -> None:
        super().check_image_file_format(f)
        if is_moving(f.image.f):
            raise self._refusal("moving")

    def _check(self, file: Any) -> None:
        try:
            width, height = as_shown(file.image.f).size
        except UnreadableError as error:
            raise self._refusal("broken") from error
        if min(width, height) < SHORTEST_SIDE:
            raise self._refusal("too_small", width=width, height=height)
        if height * min(1, max(WIDTHS) / width) > HIGHEST:
            raise self._refusal("too_tall")
        file.seek(0)

    def _refusal(self, code: str, **values: int) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=values or None)


class ImageForm(BaseImageForm):
    """Wagtail's form for a picture, whose file is checked whole, and whose focal point goes along with a new file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            # Wagtail names the class of this one field itself.
            self.fields["file"] = ReadableImageField(
                label=field.label, required=field.required, widget=field.widget, max_length=field.max_length
            )
        self._size_before = self.instance.width, self.instance.height

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002  # Django's signature
        if "file" in self.changed_data and not set(FOCAL_POINT) & set(self.changed_data):
            self._move_focal_point()
        return super().save(commit)

    def _move_focal_point(self) -> None:
        """What the editor marked was marked on the old file: keep it at the same part of the new one."""
        ratios = [after / before for before, after in zip(self._size_before, self._size(), strict=True) if before]
        for name, ratio in zip(FOCAL_POINT, ratios * 2, strict=False):
            if (value := getattr(self.instance, name)) is not None:
                setattr(self.instance, name, round(value * ratio))

    def _size(self) -> tuple[int, int]:
        return self.instance.width, self.instance.height
