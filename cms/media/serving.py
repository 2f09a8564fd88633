"""The only home of pictures in other sizes: the public list, their signed addresses, and the view that makes them.

An address is made without touching a file or the database; the file is made on the first request for it. The address
carries the file's hash, so it may be cached for ever: a replaced file has another address.
"""

from functools import cache
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.cache import patch_cache_control
from wagtail.images.models import Filter
from wagtail.images.utils import generate_signature
from wagtail.images.views.serve import ServeView

from cms.media.models import Image, Rendition
from cms.media.pixels import UnreadableError
from cms.media.privacy import is_private
from cms.reading import only_reads

WIDTHS = (200, 400, 600, 800, 1200, 1600, 2000, 2400)
RATIOS: dict[str, tuple[int, int] | None] = {
    "original": None,
    "square": (1, 1),
    "landscape_16_9": (16, 9),
    "landscape_3_2": (3, 2),
    "portrait_3_4": (3, 4),
}
FORMATS = {"webp": "webp", "avif": "avif", "jpeg": "jpg"}
ONE_YEAR = 365 * 24 * 60 * 60


def filter_spec(width: int, ratio: str, file_format: str) -> str:
    """Wagtail's filter for a size of the public list. Raises KeyError for a ratio outside the list."""
    sides = RATIOS[ratio]
    size = f"width-{width}" if sides is None else f"fill-{width}x{round(width * sides[1] / sides[0])}"
    return f"{size}|format-{file_format}"


@cache
def wagtail_filter(spec: str) -> Filter:
    """The filter of a size of the public list; it reads its spec once."""
    return Filter(spec=spec)


def rendered_size(image: Image, spec: str) -> tuple[int, int]:
    """Width and height in pixels that the filter gives, without making the file; never larger than the original."""
    width, height = wagtail_filter(spec).get_transform(image).size
    return round(width), round(height)


def rendition_path(image: Image, spec: str) -> str:
    """The signed path of a size of `image` on the CMS's host."""
    signature = generate_signature(image.pk, spec, key=None)
    return f"{_path_of_renditions()}{signature}/{image.pk}/{quote(spec)}/{filename(image, spec)}"


@cache
def _path_of_renditions() -> str:
    """Where all signed paths begin. Found once: an answer has hundreds of them."""
    return reverse("rendition", args=["s", 0, "f", "n"]).removesuffix("s/0/f/n")


def filename(image: Image, spec: str) -> str:
    """A name that is another one as soon as the file is replaced, or cropped around another point."""
    versions = [image.file_hash[:16], wagtail_filter(spec).get_cache_key(image)]
    return f"{'-'.join(filter(None, versions))}.{FORMATS[spec.rpartition('-')[2]]}"


class RenditionView(ServeView):
    """Wagtail's dynamic image view, for addresses that never change their content."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response: HttpResponseBase = super().get(request, *args, **kwargs)
        except UnreadableError:
            response = HttpResponse("The picture cannot be read.", content_type="text/plain", status=HTTPStatus.GONE)
        del response["Cache-Control"]
        if response.status_code == HTTPStatus.OK:
            patch_cache_control(response, public=True, max_age=ONE_YEAR, immutable=True)
            response["Access-Control-Allow-Origin"] = "*"
        else:
            patch_cache_control(response, no_cache=True)
        return response

    def serve(self, rendition: Rendition) -> HttpResponseBase:
        """The file; from an address that was right once, the way to the one that is right now."""
        image, spec = rendition.image, rendition.filter_spec
        if Image.objects.filter(is_private, pk=image.pk).exists():
            raise Http404
        if self.kwargs["filename"] != filename(image, spec):
            return redirect(rendition_path(image, spec))
        response: HttpResponseBase = super().serve(rendition)
        return response


urlpatterns = [
    path(
        "images/<str:signature>/<int:image_id>/<str:filter_spec>/<str:filename>",
        only_reads(RenditionView.as_view()),
        name="rendition",
    ),
]
