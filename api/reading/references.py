"""The only home of what one answer refers to: looked up by key, all of a kind at once, however many pages name it.

What has been looked up stays here for the rest of the answer; what was not found too. `siblings` says when what is
looked up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from wagtail.models import Locale

from api.reading import page_types
from api.reading.known import Known, Shelves
from api.reading.languages import Reader, best
from api.reading.rows.as_json import Selection, of_model, read_together
from api.reading.rows.pages import NOTHING, SHOWN_AND_ABOVE, mentioned, read_pages_and
from api.reading.rows.pictures import IMAGES, Picture, picture_of
from api.reading.rows.row import Row
from api.reading.snippets import Snippet, of_these_live
from api.reading.sql import Sql, sql, together, with_parts
from api.reading.versions import Version, versions_of
from cases.models import Goal, Municipality, Organisation, Person
from cms.media.models import Document, Image
from cms.media.privacy import NOT_PRIVATE
from cms.publishing.mentions import kind_of

# By the names of the parameters that hold the keys of what is looked up.
KINDS = {
    "people": kind_of(Person),
    "organisations": kind_of(Organisation),
    "images": IMAGES,
    "files": kind_of(Document),
    "goals": kind_of(Goal),
    "municipalities": kind_of(Municipality),
}
_NOT_PRIVATE = Sql(NOT_PRIVATE)
_THESE_OR_SHOWN_WITH_THEM = """
    {not_private} AND (id = ANY (%(images)s::bigint[]) OR id IN (
        SELECT image_id FROM cases_person WHERE {people}
        UNION ALL
        SELECT logo_id FROM cases_organisation WHERE {organisations}
    ))
"""


class References(Shelves):
    """Everything that one answer refers to, as one reader sees it."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        self.versions: Known[str, dict[str, Version]] = Known(self.load_versions)
        self.images: Known[int, Picture] = Known(lambda keys: self.load_people_and_media(images=keys))
        self.files: Known[int, Document] = Known(lambda keys: self.load_people_and_media(files=keys))
        self.people: Known[str, Person] = Known(lambda keys: self.load_people_and_media(people=keys))
        self.organisations: Known[str, Organisation] = Known(
            lambda keys: self.load_people_and_media(organisations=keys)
        )
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
        keys = together(" || ", SHOWN_AND_ABOVE, mentioned(page_types.ANY))
        along = [
            versions_of(self.reader, sql("({keys})", keys=keys)),
            *_as_mentioned(_reference_data()),
            *_as_mentioned(_people_and_media(self.reader)),
        ]
        rows, (versions, goals, municipalities, *others) = read_pages_and(along, self.reader, where, tail=tail)
        linked = {key for row in rows for key in (row.translation_key, *row.ancestor_keys)}
        self._take_versions(linked | _mentioned_by(rows, page_types.ANY), versions)
        wanted = {name: _mentioned_by(rows, kind) for name, kind in KINDS.items()}
        self._take_reference_data(wanted["goals"], wanted["municipalities"], goals, municipalities)
        people, organisations, images, files = (wanted[name] for name in ("people", "organisations", "images", "files"))
        self._take_people_and_media(people, organisations, images, files, *others)
        return rows

    def read_cards(self, where: Sql) -> list[Row]:
        """The heads of pages that meet a condition, with the pictures and the reference data that they mention."""
        along = [_head_pictures(), *_as_mentioned(_reference_data())]
        rows, (pictures, goals, municipalities) = read_pages_and(along, self.reader, where, heads=True)
        self.images.add(_mentioned_by(rows, IMAGES), {picture.image.pk: picture for picture in pictures})
        wanted_goals, wanted_municipalities = (_mentioned_by(rows, KINDS[name]) for name in ("goals", "municipalities"))
        self._take_reference_data(wanted_goals, wanted_municipalities, goals, municipalities)
        return rows

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
        self.goals.add(wanted_goals, {goal.pk: goal for goal in goals})
        self.municipalities.add(wanted_municipalities, {one.pk: one for one in municipalities})

    def _take_people_and_media(  # noqa: PLR0913, PLR0917  # four kinds as they were wanted and as they were found
        self,
        wanted_people: Iterable[str],
        wanted_organisations: Iterable[str],
        wanted_images: Iterable[int],
        wanted_files: Iterable[int],
        people: Sequence[Person],
        organisations: Sequence[Organisation],
        pictures: Iterable[Picture],
        files: Iterable[Document],
        locales: Iterable[Locale],
    ) -> None:
        languages = {locale.pk: locale for locale in locales}
        for snippet in [*people, *organisations]:
            snippet.locale = languages[snippet.locale_id]
        self.people.add(wanted_people, self._best_snippets(people))
        self.organisations.add(wanted_organisations, self._best_snippets(organisations))
        shown_with_them = [*(person.image_id for person in people), *(one.logo_id for one in organisations)]
        found = {picture.image.pk: picture for picture in pictures}
        self.images.add({*wanted_images, *self.images.missing(shown_with_them)}, found)
        self.files.add(wanted_files, {file.pk: file for file in files})

    def _best_snippets(self, rows: Iterable[Snippet]) -> dict[str, Snippet]:
        versions: dict[str, list[tuple[str, Snippet]]] = {}
        for row in rows:
            versions.setdefault(str(row.translation_key), []).append((row.locale.language_code, row))
        chosen = {key: best(candidates, self.reader) for key, candidates in versions.items()}
        return {key: row for key, row in chosen.items() if row is not None}


def _mentioned_by(rows: Iterable[Row], kind: str) -> set[Any]:
    """What the documents mention of a kind, in as much of them as has been read."""
    return {key for row in rows for part in row.parts_read() for key in part.get(kind, ())}


def _reference_data(goals: Iterable[int] = (), municipalities: Iterable[str] = ()) -> list[Selection]:
    return [
        of_model(Goal, sql("number = ANY (%(goals)s::int[])", goals=list(goals))),
        of_model(Municipality, sql("code = ANY (%(municipalities)s::text[])", municipalities=list(municipalities))),
    ]


def _people_and_media(
    reader: Reader,
    people: Iterable[str] = (),
    organisations: Iterable[str] = (),
    images: Iterable[int] = (),
    files: Iterable[int] = (),
) -> list[Selection]:
    these_people = of_these_live("people", people, reader)
    these_organisations = of_these_live("organisations", organisations, reader)
    these_images = sql(
        _THESE_OR_SHOWN_WITH_THEM,
        images=list(images),
        people=these_people,
        organisations=these_organisations,
        not_private=_NOT_PRIVATE,
    )
    these_files = sql("id = ANY (%(files)s::bigint[]) AND {not_private}", files=list(files), not_private=_NOT_PRIVATE)
    return [
        of_model(Person, these_people),
        of_model(Organisation, these_organisations),
        _pictures(these_images),
        of_model(Document, these_files),
        of_model(Locale, Sql("TRUE")),
    ]


def _head_pictures() -> Selection:
    these = sql("id = ANY ({images}::bigint[]) AND {not_private}", images=mentioned(IMAGES), not_private=_NOT_PRIVATE)
    return _pictures(these)


def _pictures(condition: Sql) -> Selection:
    return Selection(Image._meta.db_table, condition, picture_of)


def _as_mentioned(selections: Iterable[Selection]) -> list[Selection]:
    """The selections, of what pages mention in place of what their parameters name."""
    parts = {name: mentioned(kind) for name, kind in KINDS.items()}
    return [replace(one, condition=with_parts(one.condition, **parts)) for one in selections]
