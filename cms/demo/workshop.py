"""The only home of how one page or snippet of the demo is made, published, translated and changed."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.utils import timezone
from wagtail.models import Locale, Page

from cms.demo import pages, snippets
from cms.demo.blocks import References
from cms.demo.content import ORIGINAL, PAGE_KINDS, Entry
from cms.demo.translations import translate
from cms.demo.validation import clean_streams, named
from home.models import HomePage


@dataclass
class Workshop:
    """Who works here, with what has been made so far."""

    editor: AbstractUser
    translator: AbstractUser
    locales: dict[str, Locale]
    home: HomePage
    references: References = field(default_factory=lambda: References({}, {}, {}))
    made: dict[tuple[str, str], Any] = field(default_factory=dict)  # the originals, by kind and code

    def publish_snippet(self, entry: Entry) -> None:
        snippet = self._in_memory(entry, ORIGINAL)
        self._save_and_publish(entry, snippet)
        if entry.kind != "site":
            getattr(self.references, entry.kind)[entry.code] = snippet.pk

    def put_into_tree(self, entry: Entry) -> None:
        """An empty page where it belongs, so that others can refer to it."""
        if entry.code == pages.HOME:
            page: Any = self.home
        else:
            data = entry.in_language(ORIGINAL)
            needed = {name: data[name] for name in ("title", "slug", "code") if name in data}
            page = pages.model_of(entry)(**needed, live=False, locale=self.locales[ORIGINAL])
        page.translation_key = entry.id()
        page.owner = self.editor
        page.first_published_at = timezone.make_aware(datetime.fromisoformat(f"{entry.data['first_published']}T09:00"))
        with named(entry, ORIGINAL):
            if page.pk:
                page.save()
            else:
                Page.objects.get(pk=self.references.pages[pages.parent_of(entry)]).add_child(instance=page)
        self.references.pages[entry.code] = page.pk
        self.made[entry.kind, entry.code] = page

    def publish_page(self, entry: Entry) -> None:
        page = self.made[entry.kind, entry.code]
        for name, value in pages.fields(entry, ORIGINAL, self.references).items():
            setattr(page, name, value)
        for name, rows in pages.rows(entry, self.references).items():
            setattr(page, name, rows)
        self._save_and_publish(entry, page)

    def translate(self, entry: Entry, language: str) -> None:
        translated = self._in_memory(entry, language)
        with named(entry, language):
            clean_streams(entry, translated, language)
            translate(entry, self._from_database(entry), translated, self.translator)

    def change_later(self, entry: Entry) -> None:
        """Publish a change of the original that its translations do not have."""
        page = self._from_database(entry)
        for name, text in entry.data["later"].items():
            setattr(page, name, text)
        self._save_and_publish(entry, page)

    def _save_and_publish(self, entry: Entry, instance: Any) -> None:
        with named(entry, ORIGINAL):
            clean_streams(entry, instance, ORIGINAL)
            instance.save()
            instance.save_revision(user=self.editor).publish(user=self.editor, skip_permission_checks=True)
        self.made[entry.kind, entry.code] = instance

    def _from_database(self, entry: Entry) -> Any:
        """The original afresh: wagtail-localize takes blocks that have been looked at for changed ones."""
        known = self.made[entry.kind, entry.code]
        return type(known).objects.get(pk=known.pk)

    def _in_memory(self, entry: Entry, language: str) -> Any:
        is_page = entry.kind in PAGE_KINDS
        fields = (pages.fields if is_page else snippets.fields)(entry, language, self.references)
        model: Any = pages.model_of(entry) if is_page else snippets.MODELS[entry.kind]
        return model(**fields, locale=self.locales[language], translation_key=entry.id())
