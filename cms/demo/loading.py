"""The only home of the order in which the demo is made, and of how one tells that it has been.

All of it is one transaction: who interrupts it, or meets a mistake in a file, has nothing of it. That is possible
because translations are saved as drafts and published then and there, where wagtail-localize would publish on commit.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.fields.files import FieldFile
from wagtail.models import Locale, Page, Revision, Site

from cms.demo import media, pages
from cms.demo.content import ORIGINAL, Content, ContentError, Entry, stable_id
from cms.demo.users import EDITOR, TRANSLATOR, make_users
from cms.demo.workshop import Workshop
from home.models import HomePage

OTHER_CONTENT = "This site has content of its own. The demo is loaded into an empty one."


def is_loaded() -> bool:
    """Whether there is a home page of the demo."""
    return HomePage.objects.filter(translation_key=stable_id("pages", pages.HOME)).exists()


def has_other_content() -> bool:
    """Whether anyone has written into the home page that the migrations made, or below it."""
    home = empty_home()
    return home is None or home.live or home.latest_revision_id is not None or home.numchild > 0


def empty_home() -> HomePage | None:
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    page: Page | None = site.root_page.specific if site else None
    return page if isinstance(page, HomePage) else None


def _date_publications() -> None:
    """Let everything have been published when its file says, not when it was loaded: answers tell the date."""
    pages = Page.objects.filter(live_revision__isnull=False)
    dates = pages.filter(live_revision=OuterRef("pk")).values("first_published_at")
    Revision.objects.filter(pk__in=pages.values("live_revision")).update(
        created_at=Subquery(dates) - Value(timedelta(minutes=1))
    )
    pages.update(last_published_at=F("first_published_at"))


@dataclass
class Loader:
    content: Content
    width: int  # of pictures
    tick: Callable[[str], None]  # called with what was made, `steps` times
    files: list[FieldFile] = field(default_factory=list)  # a transaction does not take them back

    def steps(self) -> int:
        things = [*self.content.all()]
        translations = sum(len(entry.languages) - 1 for entry in things)
        later = sum("later" in entry.data for entry in things)
        files = len(media.images(self.content)) + len(media.downloads(self.content))
        return files + len(things) + translations + later

    def load(self) -> bool:
        """Make everything. False if all of it was there."""
        try:
            with transaction.atomic():
                transaction.on_commit(self.files.clear)
                # Who loads at the same time waits here.
                list(Site.objects.select_for_update().order_by("pk"))
                if is_loaded():
                    return False
                self._make_all()
        except BaseException:
            for file in self.files:
                file.delete(save=False)
            raise
        return True

    def _make_all(self) -> None:
        home = empty_home()
        if home is None or has_other_content():
            raise ContentError(OTHER_CONTENT)
        users = make_users()
        locales = {locale.language_code: locale for locale in Locale.objects.all()}
        workshop = Workshop(users[EDITOR], users[TRANSLATOR], locales, home)
        snippets, order, site = [*self.content.snippets()], pages.in_tree_order(self.content), self.content.site
        self._make_files()
        self._each("people and organisations", workshop.publish_snippet, snippets)
        for entry in order:
            workshop.put_into_tree(entry)
        self._each("pages", workshop.publish_page, order)
        self._each("sets of menus", workshop.publish_snippet, [site])
        for code, name in settings.WAGTAIL_CONTENT_LANGUAGES:
            translated = [entry for entry in [*snippets, *order, site] if code != ORIGINAL and code in entry.languages]
            self._each(f"translations into {name}", partial(workshop.translate, language=code), translated)
        later = [entry for entry in order if "later" in entry.data]
        self._each("pages changed since they were translated", workshop.change_later, later)
        _date_publications()

    def _each(self, what: str, make: Callable[[Entry], None], entries: Iterable[Entry]) -> None:
        for entry in entries:
            make(entry)
            self.tick(what)

    def _make_files(self) -> None:
        for entry, place, image in media.images(self.content):
            self.files.append(media.make_image(entry, place, image, self.width))
            self.tick("pictures")
        for entry, _, download in media.downloads(self.content):
            self.files.extend(media.make_downloads(entry, download))
            self.tick("downloads")
