"""The only home of what readers should see after editors' actions, told in plain Python without the code under test.

It knows how Wagtail treats rows, revisions and aliases, because editors' next actions start from those, and one rule of
its own: readers see what was last published of a page, if nothing hides that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.utils import timezone

FALLBACKS = {"en": ("en",), "fi": ("fi", "en"), "sv": ("sv", "en")}
SYNCHRONISED = ("status", "priorities", "image", "partner")


@dataclass(frozen=True)
class Content:
    title: str
    slug: str
    text: str = ""
    status: str = "ongoing"
    priorities: tuple[str, ...] = ()  # keys
    image: int | None = None
    partner: str | None = None  # key
    expires: datetime | None = None


@dataclass(eq=False)
class Revision:
    content: Content
    live: Revision | None  # the live revision that the page had when this one was saved: it is stored with it
    purged: bool = False


@dataclass(eq=False)
class Version:
    """A page in one language."""

    pk: int
    key: str
    kind: str
    language: str
    parent: Version | None
    row: Content
    is_live: bool = False
    live: Revision | None = None
    latest: Revision | None = None
    scheduled: Revision | None = None
    unpublished_changes: bool = True
    alias_of: Version | None = None
    private: bool = False
    published: Content | None = None
    revisions: list[Revision] = field(default_factory=list)

    def __repr__(self) -> str:
        return f"<{self.kind} {self.pk} {self.language} {self.row.slug}>"

    @property
    def is_alias(self) -> bool:
        return self.alias_of is not None

    @property
    def has_expired(self) -> bool:
        return self.row.expires is not None and self.row.expires <= timezone.now()

    def lineage(self) -> Iterator[Version]:
        """The page itself and what is above it."""
        version: Version | None = self
        while version:
            yield version
            version = version.parent

    def path(self) -> str:
        return "".join(f"{version.row.slug}/" for version in reversed([*self.lineage()][:-1]))

    def newest(self) -> tuple[Content, Revision | None]:
        """What an editor finds in the form."""
        if self.unpublished_changes and self.latest:
            live = self.latest.live
            return self.latest.content, None if live is None or live.purged else live
        return self.row, self.live

    def every_content(self, change: Callable[[Content], Content]) -> None:
        self.row = change(self.row)
        if self.published:
            self.published = change(self.published)
        for revision in self.revisions:
            revision.content = change(revision.content)


@dataclass(eq=False)
class PartnerVersion:
    is_live: bool = False
    published: str | None = None


@dataclass(eq=False)
class Partner:
    """An organisation: the name that its row in English has, and what was published of it, by language."""

    pk: int
    key: str
    row: str
    versions: dict[str, PartnerVersion] = field(default_factory=dict)

    def publish(self, language: str, name: str) -> None:
        self.versions[language] = PartnerVersion(is_live=True, published=name)

    def in_language(self, language: str) -> PartnerVersion:
        return self.versions.setdefault(language, PartnerVersion())


@dataclass(frozen=True)
class Seen:
    """What readers see of a page."""

    path: str
    language: str
    title: str
    text: str
    status: str
    priorities: tuple[str, ...]
    image: str | None
    partner: str | None


class Expectation:
    def __init__(self) -> None:
        self.versions: list[Version] = []
        self.sources: dict[str, Content] = {}  # what was last submitted for translation, by key
        self.submitted: set[tuple[str, str]] = set()  # key and language
        self.memory: dict[tuple[str, str, str, str], str] = {}  # key, language, field, text
        self.history: dict[tuple[str, str], str] = {}  # by language and path, the key of what was public there last
        self.images: dict[int, str] = {}
        self.partners: dict[str, Partner] = {}

    # What readers see

    def is_private(self, version: Version) -> bool:
        keys = {above.key for above in version.lineage()}
        return any(other.private for other in self.versions if other.key in keys)

    def is_public(self, version: Version) -> bool:
        hidden = version.published is None or version.is_alias or version.has_expired or self.is_private(version)
        return version.is_live and not hidden

    def public(self) -> list[Version]:
        return [version for version in self.versions if self.is_public(version)]

    def remember(self) -> None:
        """To be called whenever something may have become public, or have another path."""
        self.history |= {(version.language, version.path()): version.key for version in self.public()}

    def is_concealed(self, key: str) -> bool:
        """Whether a page is private, be it published or not."""
        return any(self.is_private(version) for version in self.versions if version.key == key)

    def best(self, reader: str) -> list[Version]:
        """Of every page the version that a reader of this language gets."""
        best: dict[str, Version] = {}
        for language in reversed(FALLBACKS[reader]):
            best |= {version.key: version for version in self.public() if version.language == language}
        return [*best.values()]

    def answer(self) -> dict[int, Seen]:
        return {version.pk: self.seen(version, version.language) for version in self.public()}

    def seen(self, version: Version, reader: str) -> Seen:
        """What a reader of this language sees of a version; what it refers to falls back by itself."""
        content = version.published
        assert content
        titles = {other.key: other.published.title for other in self.best(reader) if other.published}
        return Seen(
            path=version.path(),
            language=version.language,
            title=content.title,
            text=content.text,
            status=content.status,
            priorities=tuple(titles[key] for key in content.priorities if key in titles),
            image=self.images.get(content.image) if content.image else None,
            partner=self.name_of(content.partner, reader) if content.partner else None,
        )

    def name_of(self, key: str, language: str) -> str | None:
        partner = self.partners.get(key)
        versions = [partner.in_language(code) for code in FALLBACKS[language]] if partner else []
        return next((version.published for version in versions if version.is_live and version.published), None)

    # What editors do

    def write_row(self, version: Version, content: Content) -> None:
        """What a draft writes into the row of a page that is not live: all but the slug, if that would move others."""
        is_below = (other is not version and version in other.lineage() for other in self.versions if other.is_live)
        version.row = replace(content, slug=version.row.slug) if any(is_below) else content

    def of(self, key: str, language: str) -> Version | None:
        found = (version for version in self.versions if (version.key, version.language) == (key, language))
        return next(found, None)

    def save(self, version: Version, content: Content) -> Revision:
        revision = Revision(content, version.newest()[1])
        version.revisions.append(revision)
        version.latest, version.unpublished_changes = revision, True
        return revision

    def overwrite(self, version: Version, content: Content) -> None:
        """Autosave in place of the latest revision, which may be the live one."""
        assert version.latest
        version.latest.content, version.latest.live = content, version.newest()[1]
        version.unpublished_changes = True
        if version.scheduled is version.latest:
            version.scheduled = None

    def publish(self, version: Version, revision: Revision, *, synchronise: bool = True) -> None:
        version.row = version.published = revision.content
        version.is_live, version.live, version.scheduled = True, revision, None
        version.unpublished_changes = version.latest is not revision
        self.update_aliases(version)
        if synchronise:
            self.synchronise(version)

    def schedule(self, version: Version, revision: Revision) -> None:
        version.scheduled, version.unpublished_changes = revision, True
        if revision.live is None or revision.live.purged:
            version.is_live, version.live = False, None
            self.write_row(version, revision.content)
            self.update_aliases(version)

    def update_aliases(self, version: Version) -> None:
        for alias in [other for other in self.versions if other.alias_of is version]:
            alias.row = replace(version.row, slug=alias.row.slug)
            alias.is_live, alias.unpublished_changes = True, False
            self.update_aliases(alias)

    def synchronise(self, version: Version) -> None:
        """A publication of either side gives the translations what the source has published."""
        source = self.of(version.key, "en")
        if source is None or not source.is_live or source.published is None:
            return
        targets = ("fi", "sv") if version is source else (version.language,)
        same = {name: getattr(source.published, name) for name in SYNCHRONISED}
        for language in targets:
            target = self.of(version.key, language)
            if (version.key, language) not in self.submitted or target is None or target.is_alias:
                continue
            if target.is_live and target.published and replace(target.published, **same) != target.published:
                self.republish(target, same)

    def republish(self, target: Version, same: dict[str, object]) -> None:
        assert target.published
        draft = target.latest if target.unpublished_changes else None
        scheduled = target.scheduled
        revision = Revision(replace(target.published, **same), target.live)
        target.revisions.append(revision)
        target.latest = revision
        self.publish(target, revision, synchronise=False)
        target.scheduled = scheduled
        if draft:
            renewed = Revision(replace(draft.content, **same), draft.live)
            target.revisions.append(renewed)
            target.latest, target.unpublished_changes = renewed, True
            if scheduled is draft:
                target.scheduled = renewed

    def unpublish(self, version: Version) -> None:
        if not version.is_live:
            return
        version.is_live, version.live, version.scheduled, version.unpublished_changes = False, None, None, True
        for alias in [other for other in self.versions if other.alias_of is version]:
            self.unpublish(alias)

    def publish_scheduled(self) -> None:
        for version in self.versions:
            if version.has_expired:
                self.unpublish(version)
        for version in self.versions:
            if version.scheduled:
                self.publish(version, version.scheduled)

    def purge(self) -> None:
        for version in self.versions:
            for revision in version.revisions:
                if revision is not version.latest and revision is not version.scheduled:
                    revision.purged = True
            if version.live and version.live.purged:
                version.live = None

    def delete(self, version: Version) -> None:
        gone = [other for other in self.versions if version in other.lineage()]
        self.versions = [other for other in self.versions if other not in gone]
        for other in self.versions:
            if other.alias_of in gone:
                other.alias_of = None

    def forget_key(self, key: str) -> None:
        """A priority or partner is gone in every language; editors' forms do not show it any more."""
        for version in self.versions:
            version.every_content(
                lambda content: replace(
                    content,
                    priorities=tuple(other for other in content.priorities if other != key),
                    partner=None if content.partner == key else content.partner,
                )
            )

    def forget_image(self, pk: int) -> None:
        del self.images[pk]
        for version in self.versions:
            version.every_content(lambda content: replace(content, image=None) if content.image == pk else content)

    def copy(self, version: Version, pk: int, key: str, *, keep_live: bool, **names: str) -> Version:
        copy = replace(version, pk=pk, key=key, row=replace(version.row, **names), revisions=[])
        copy.is_live = copy.private = False
        copy.live = copy.scheduled = copy.published = None
        newest = (
            version.latest.content if version.latest and (version.unpublished_changes or not keep_live) else copy.row
        )
        copy.latest = Revision(replace(newest, **names), None)
        copy.revisions = [copy.latest]
        # Wagtail names the copy's only revision its live one, even where the original is not live.
        copy.live = copy.latest if keep_live and not version.is_live else None
        copy.unpublished_changes = version.unpublished_changes if copy.live else True
        self.copy_privacy(version, copy)
        self.versions.append(copy)
        return copy

    def copy_privacy(self, version: Version, copy: Version) -> None:
        copy.private = version.private and not any(above.private for above in [*copy.lineage()][1:])

    # What translators do

    def make_alias(self, source: Version, language: str, pk: Callable[[str, str], int]) -> Version:
        """An alias of `source`, after those of what is above it; `pk` tells the row's id by key and language."""
        content = source.row if source.is_live else source.newest()[0]
        parent = self.parent_for(source, language, pk)
        if parent is None:
            content = replace(content, slug=f"{content.slug}-{language}")  # Home pages are siblings.
        alias = Version(
            pk=pk(source.key, language),
            key=source.key,
            kind=source.kind,
            language=language,
            parent=parent,
            row=content,
            is_live=source.is_live,
            unpublished_changes=not source.is_live,
            alias_of=source,
        )
        self.copy_privacy(source, alias)
        self.versions.append(alias)
        return alias

    def parent_for(self, source: Version, language: str, pk: Callable[[str, str], int]) -> Version | None:
        if source.parent is None:
            return None
        return self.of(source.parent.key, language) or self.make_alias(source.parent, language, pk)

    def convert(self, alias: Version) -> None:
        alias.alias_of = None
        alias.latest = Revision(alias.row, None)
        alias.revisions.append(alias.latest)
        if alias.is_live:
            alias.live = alias.latest

    def translate(
        self, source: Version, language: str, pk: Callable[[str, str], int], texts: Callable[[str], str] | None
    ) -> Version:
        """Submit what the source's row holds; translate every text by `texts`, or none; and save that as a draft."""
        self.sources[source.key] = source.row
        self.submitted.add((source.key, language))
        target = self.of(source.key, language)
        if target is None:
            parent = self.parent_for(source, language, pk)
            copied = source.row if source.is_live else source.newest()[0]
            target = Version(pk(source.key, language), source.key, source.kind, language, parent, row=copied)
            self.copy_privacy(source, target)
            self.versions.append(target)
        target.alias_of = None
        content = replace(
            self.translated(source.key, source.row, language, texts),
            expires=None if target.has_expired else target.row.expires,
        )
        if not target.is_live:
            self.write_row(target, content)
        revision = Revision(content, target.live)
        target.revisions.append(revision)
        target.latest, target.unpublished_changes = revision, True
        return target

    def translated(self, key: str, source: Content, language: str, texts: Callable[[str], str] | None) -> Content:
        result = source
        for name in ("title", "slug", "text"):
            text = getattr(source, name)
            if texts and text:
                self.memory[key, language, name, text] = texts(text)
            result = replace(result, **{name: self.memory.get((key, language, name, text), text)})
        return replace(result, slug=result.slug.replace(" ", "-"))
