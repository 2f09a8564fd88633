"""The only home of what all views have in common that give files to the public."""

from collections.abc import Callable
from typing import TypeVar

from csp.decorators import csp_exempt
from django.http.response import HttpResponseBase
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def only_reads(view: View) -> View:
    """Whatever is sent is answered with the file or with what may be asked: there is no form here, and no page."""
    return csrf_exempt(require_safe(view))


def no_page(view: View) -> View:
    """Without the headers that protect the pages of the admin."""
    return csp_exempt()(xframe_options_exempt(view))
