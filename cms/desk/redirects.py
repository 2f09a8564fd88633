"""The only home of what an editor may save as a redirect: what works. What cannot is refused, in the import too."""

import re
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from wagtail.contrib.redirects import views
from wagtail.contrib.redirects.forms import RedirectForm
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from cms.desk.redirect_files import RedirectFileForm
from cms.publishing.beside import take_apart
from cms.publishing.models import PathHistory, PublishedPage
from cms.publishing.places import languages_at, split_path
from cms.publishing.redirects import ORIGIN, as_uri, spelled

NOT_SENT = re.compile(r"%(0|1|7F)")  # in the one spelling, what no browser sends
check_web_address = URLValidator(schemes=["http", "https"])


def check_redirects() -> None:
    """Let Wagtail's views and its import take this form, and its import every file that a spreadsheet saves."""
    views.CreateView.form_class = views.EditView.form_class = views.RedirectForm = CheckedRedirectForm
    views.ImportForm = RedirectFileForm


class CheckedRedirectForm(RedirectForm):
    def clean_old_path(self) -> str:
        given: str = self.cleaned_data["old_path"].strip()
        if ORIGIN.match(given) and _own_path(given) is None:
            raise ValidationError(_("This address is on another site. Write the path alone: /old-page."))
        path = spelled(given)
        if path.partition("?")[0] == "/":
            raise ValidationError(_("The first page leads to the site's language and cannot be redirected."))
        if NOT_SENT.search(path):
            raise ValidationError(_("The path has a character that no browser sends. Write it by hand."))
        longest = Redirect._meta.get_field("old_path").max_length
        if len(path) > longest:
            raise ValidationError(_("The path has more than %(longest)s characters.") % {"longest": longest})
        return path

    def clean_redirect_link(self) -> str:
        link: str = self.cleaned_data["redirect_link"]
        if link and not _is_web_address(link):
            raise ValidationError(_("Write a web address that begins with https://."))
        own = _own_path(link)
        if own is not None and not _leads_somewhere(spelled(own)):
            raise ValidationError(_("No public page is at this address. Publish it first, or choose a page below."))
        return link

    def clean(self) -> dict[str, Any]:
        super().clean()
        path, link = self.cleaned_data.get("old_path"), self.cleaned_data.get("redirect_link")
        page, site = self.cleaned_data.get("redirect_page"), self.cleaned_data.get("site")
        if page and link:
            self.add_error("redirect_link", _("Choose a page or write an address: one of them, not both."))
        elif not page and not link and "redirect_link" not in self.errors:
            self.add_error("redirect_page", _("Choose a page, or write the address that the redirect leads to."))
        if path and link and spelled(_own_path(link) or "") == path:
            self.add_error("redirect_link", _("This is the address that is to be redirected."))
        if path and _pages_at(path).filter(Q(site_id=site.pk) if site else Q()).exists():
            self.add_error(
                "old_path", _("A public page is at this path, and visitors get the page. Move or unpublish it first.")
            )
        return self.cleaned_data


def _is_web_address(address: str) -> bool:
    try:
        check_web_address(as_uri(address))
    except (ValueError, ValidationError):
        return False
    return True


def _own_path(address: str) -> str | None:
    """What the address says below the origin of a frontend; None for any other address."""
    origins = [settings.FRONTEND_ORIGIN, *(site.root_url for site in Site.objects.filter(is_default_site=False))]
    own = {urlsplit(origin).netloc.lower() for origin in origins}
    origin = ORIGIN.match(address)
    return address[origin.end() :] or "/" if origin and origin["place"].lower() in own else None


def _read_at(path: str) -> tuple[list[str], str]:
    """The languages that a reader of the path may get, and the path below the language's prefix."""
    prefix, below = split_path(path.partition("?")[0])
    return languages_at(prefix), below


def _pages_at(path: str) -> QuerySet[PublishedPage]:
    languages, below = _read_at(path)
    if beside := take_apart(below):
        return PublishedPage.objects.filter(
            locale__in=languages, path=beside.path, translation_key__range=beside.keys()
        )
    return PublishedPage.objects.filter(locale__in=languages, path=below)


def _leads_somewhere(path: str) -> bool:
    """Whether visitors get something there: what is in no language is the frontend's own."""
    languages, below = _read_at(path)
    if not languages or _pages_at(path).exists():
        return True
    paths = [path, path.partition("?")[0]]
    moved = PathHistory.objects.filter(locale__in=languages, path=below).values("translation_key")
    return (
        Redirect.objects.filter(old_path__in=paths).exists()
        or PublishedPage.objects.filter(locale__in=languages, translation_key__in=moved).exists()
    )
