"""The only home of what one answer refers to: looked up by key, all of a kind at once, however many pages name it.

What has been looked up stays here for the rest of the answer; what was not found too. `siblings` says when what is
looked up.
"""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from api.reading import page_types
from api.reading.known import Known, Shelves
from api.reading.languages import Reader, best, best_of
from api.reading.rows.as_json import Along, Selection, of_model, read_together
from api.reading.rows.images import IMAGES, ReadImage, read_image
from api.reading.rows.pages import NOTHING, SHOWN_AND_ABOVE, heads_with, mentioned, read_pages_and
from api.reading.rows.reference_data import Goal, Municipality, these_goals, these_municipalities
from api.reading.rows.row import Row
from api.reading.rows.snippet import Snippet, snippets
from api.reading.snippets import best_by_key, of_these
from api.reading.sql import Sql, sql, together, with_parts
from api.reading.versions import Version, versions_of
from cases import models
from cms.media.models import Document, Image
from cms.media.privacy import NOT_PRIVATE
from cms.publishing.mentions import kind_of

# By the names of the parameters that hold the keys of what is looked up.
KINDS = {
    "people": kind_of(models.Person),
    "organisations": kind_of(models.Organisation),
    "images": IMAGES,
    "files": kind_of(Document),
    "goals": kind_of(models.Goal),
    "municipalities": kind_of(models.Municipality),
}
_NOT_PRIVATE = Sql(NOT_PRIVATE)
_PEOPLE, _ORGANISATIONS = KINDS["people"], KINDS["organisations"]
_THESE_OR_SHOWN_WITH_THEM = f"""
    {{not_private}} AND (id = ANY (%(images)s::bigint[]) OR id IN (
        SELECT jsonb_array_elements_text(mentions -> 'head' -> '{IMAGES}')::bigint
        FROM publishing_publishedsnippet WHERE {{snippets}}
    ))
"""  # noqa: S608  # a label


class References(Shelves):
    """Everything that one answer refers to, as one reader sees it."""

    def __init__(self, reader: Reader, fields: Container[str] = ()) -> None:
        super().__init__()
        self.reader = reader
        self._are_priorities_asked = "priorities" in fields
        self.priorities: list[Row] | None = None  # in order, where they have been read
        self.versions: Known[str, dict[str, Version]] = Known(self.load_versions)
        self.images: Known[int, ReadImage] = Known(lambda keys: self.load_people_and_media(images=keys))
        self.files: Known[int, Document] = Known(lambda keys: self.load_people_and_media(files=keys))
        self.people: Known[str, Snippet] = Known(lambda keys: self.load_people_and_media(people=keys))
        self.organisations: Known[str, Snippet] = Known(lambda keys: self.load_people_and_media(organisations=keys))
        self.goals: Known[int, Goal] = Known(lambda keys: self.load_reference_data(goals=keys))
        self.municipalities: Known[str, Municipality] = Known(
            lambda keys: self.load_reference_data(municipalities=keys)
        )

    def version(self, key: str | None) -> Version | None:
        """Of a page whose versions were loaded, the version that the reader gets."""
        versions = self.versions.get(key)
        return best(versions.items(), self.reader) if versions else None

    def load_versions(self, keys: Iterable[str | None]) -> None:
        if wanted := self.versions.missing(keys):
            self._take_versions(wanted, *read_together(versions_of(self.reader, sql("%(keys)s", keys=list(wanted)))))

    def load_reference_data(self, goals: Iterable[int] = (), municipalities: Iterable[str] = ()) -> None:
        wanted_goals, wanted_municipalities = self.goals.missing(goals), self.municipalities.missing(municipalities)
        if wanted_goals or wanted_municipalities:
            found = read_together(*_reference_data(wanted_goals, wanted_municipalities))
            self._take_reference_data(wanted_goals, wanted_municipalities, *found)

    def load_people_and_media(
        self,
        people: Iterable[str | None] = (),
        organisations: Iterable[str | None] = (),
        images: Iterable[int | None] = (),
        files: Iterable[int | None] = (),
    ) -> None:
        """People and organisations with their pictures, further pictures and files."""
        wanted = (
            self.people.missing(people),
            self.organisations.missing(organisations),
            self.images.missing(images),
            self.files.missing(files),
        )
        if any(wanted):
            self._take_people_and_media(*wanted, *read_together(*_people_and_media(self.reader, *wanted)))

    def load_named(self, goals: Iterable[int], municipalities: Iterable[str], organisations: Iterable[str]) -> None:
        """Reference data and organisations, without which facets are numbers alone."""
        reference_data = self.goals.missing(goals), self.municipalities.missing(municipalities)
        wanted = self.organisations.missing(organisations)
        if any(reference_data) or wanted:
            found = read_together(
                *_reference_data(*reference_data), *_people_and_media(self.reader, organisations=wanted)
            )
            self._take_reference_data(*reference_data, *found[:2])
            self._take_people_and_media((), wanted, (), (), *found[2:])

    def read_whole_pages(self, where: Sql, *, tail: Sql = NOTHING) -> list[Row]:
        """The pages that meet a condition, with all that they mention; of other pages what links need of them."""
        rows, (versions, goals, municipalities, *others) = self._read_pages_and(_with_whole_pages, where, tail=tail)
        linked = {key for row in rows for key in (row.translation_key, *row.ancestor_keys)}
        self._take_versions(linked | _mentioned_by(rows, page_types.ANY), versions)
        wanted = {name: _mentioned_by(rows, kind) for name, kind in KINDS.items()}
        self._take_reference_data(wanted["goals"], wanted["municipalities"], goals, municipalities)
        people, organisations, images, files = (wanted[name] for name in ("people", "organisations", "images", "files"))
        self._take_people_and_media(people, organisations, images, files, *others)
        return rows

    def read_cards(self, where: Sql, *, tail: Sql = NOTHING) -> list[Row]:
        """The heads of pages that meet a condition, with the pictures and the reference data that they mention."""
        rows, (read, goals, municipalities) = self._read_pages_and(_with_cards, where, heads=True, tail=tail)
        self.images.add(_mentioned_by(rows, IMAGES), {one.image.pk: one for one in read})
        wanted_goals, wanted_municipalities = (_mentioned_by(rows, KINDS[name]) for name in ("goals", "municipalities"))
        self._take_reference_data(wanted_goals, wanted_municipalities, goals, municipalities)
        return rows

    def _read_pages_and(
        self, along: Callable[..., Along], where: Sql, *, heads: bool = False, tail: Sql = NOTHING
    ) -> tuple[list[Row], list[list[Any]]]:
        """With the priorities, where they are asked for and not here yet: most pages tell theirs."""
        with_priorities = self._are_priorities_asked and self.priorities is None
        brought = along(self.reader, with_priorities=with_priorities)
        rows, found = read_pages_and(brought, self.reader, where, heads=heads, tail=tail)
        if not with_priorities:
            return rows, found
        *found, priorities = found
        self.priorities = [row for _, row in sorted(priorities, key=_in_order)]
        return rows, found

    def _take_versions(self, wanted: Iterable[str], versions: Iterable[Version]) -> None:
        found: dict[str, dict[str, Version]] = {}
        for version in versions:
            found.setdefault(str(version.translation_key), {})[version.locale] = version
        self.versions.add(wanted, found)

    def _take_reference_data(
        self,
        wanted_goals: Iterable[int],
        wanted_municipalities: Iterable[str],
        goals: Iterable[Goal],
        municipalities: Iterable[Municipality],
    ) -> None:
        self.goals.add(wanted_goals, {goal.number: goal for goal in goals})
        self.municipalities.add(wanted_municipalities, {one.code: one for one in municipalities})

    def _take_people_and_media(  # noqa: PLR0913, PLR0917  # four kinds as they were wanted and as they were found
        self,
        wanted_people: Iterable[str],
        wanted_organisations: Iterable[str],
        wanted_images: Iterable[int],
        wanted_files: Iterable[int],
        found_snippets: Sequence[Snippet],
        images: Iterable[ReadImage],
        files: Iterable[Document],
    ) -> None:
        self.people.add(wanted_people, self._best(_PEOPLE, found_snippets))
        self.organisations.add(wanted_organisations, self._best(_ORGANISATIONS, found_snippets))
        shown_with_them = [image for snippet in found_snippets for image in snippet.mentions["head"].get(IMAGES, ())]
        found = {read.image.pk: read for read in images}
        self.images.add({*wanted_images, *self.images.missing(shown_with_them)}, found)
        self.files.add(wanted_files, {file.pk: file for file in files})

    def _best(self, kind: str, found: Iterable[Snippet]) -> dict[str, Snippet]:
        return best_by_key((snippet for snippet in found if snippet.type == kind), self.reader)


@lru_cache(maxsize=64)
def _with_whole_pages(reader: Reader, *, with_priorities: bool) -> Along:
    keys = together(" || ", SHOWN_AND_ABOVE, mentioned(page_types.ANY))
    return Along.of(
        versions_of(reader, sql("({keys})", keys=keys)),
        *_as_mentioned(_reference_data()),
        *_as_mentioned(_people_and_media(reader)),
        *(_priorities(reader) if with_priorities else ()),
    )


@lru_cache(maxsize=64)
def _with_cards(reader: Reader, *, with_priorities: bool) -> Along:
    return Along.of(
        _head_images(), *_as_mentioned(_reference_data()), *(_priorities(reader) if with_priorities else ())
    )


def _priorities(reader: Reader) -> list[Selection]:
    """Those that the reader gets, each after its position."""
    are_priorities = sql("found.type = %(priority)s", priority=page_types.PRIORITY)
    return [heads_with("position", reader, best_of(reader, are_priorities))]


def _in_order(positioned: tuple[str, Row]) -> tuple[str, str]:
    position, row = positioned
    return position, row.translation_key


def _mentioned_by(rows: Iterable[Row], kind: str) -> set[Any]:
    """What the documents mention of a kind, in as much of them as has been read."""
    return {key for row in rows for part in row.parts_read() for key in part.get(kind, ())}


def _reference_data(goals: Iterable[int] = (), municipalities: Iterable[str] = ()) -> list[Selection]:
    return [these_goals(goals), these_municipalities(municipalities)]


def _people_and_media(
    reader: Reader,
    people: Iterable[str] = (),
    organisations: Iterable[str] = (),
    images: Iterable[int] = (),
    files: Iterable[int] = (),
) -> list[Selection]:
    these_snippets = of_these((_PEOPLE, _ORGANISATIONS), {*people, *organisations}, reader)
    these_images = sql(
        _THESE_OR_SHOWN_WITH_THEM, images=list(images), snippets=these_snippets, not_private=_NOT_PRIVATE
    )
    these_files = sql("id = ANY (%(files)s::bigint[]) AND {not_private}", files=list(files), not_private=_NOT_PRIVATE)
    return [
        snippets(these_snippets),
        _images(these_images),
        of_model(Document, these_files),
    ]


def _head_images() -> Selection:
    these = sql("id = ANY ({images}::bigint[]) AND {not_private}", images=mentioned(IMAGES), not_private=_NOT_PRIVATE)
    return _images(these)


def _images(condition: Sql) -> Selection:
    return Selection(Image._meta.db_table, condition, read_image)


def _as_mentioned(selections: Iterable[Selection]) -> list[Selection]:
    """The selections, of what pages mention in place of what their parameters name."""
    parts = {name: mentioned(kind) for name, kind in KINDS.items()}
    parts["snippets"] = mentioned(_PEOPLE, _ORGANISATIONS)
    return [replace(one, condition=with_parts(one.condition, **parts)) for one in selections]
