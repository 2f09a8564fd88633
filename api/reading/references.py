"""The only home of what one answer refers to: looked up by key, all of a kind at once, however many pages name it.

What has been looked up stays here for the rest of the answer; what was not found too. `siblings` says when what is
looked up.
"""

from collections.abc import Iterable

from wagtail.models import Locale

from api.reading.known import Known, Shelves
from api.reading.languages import Reader, best
from api.reading.rows.as_json import Selection, read_together
from api.reading.rows.pictures import Picture
from api.reading.snippets import Snippet, of_these_live
from api.reading.sql import Sql, sql
from api.reading.versions import Version, read_versions
from cases.models import Goal, Municipality, Organisation, Person
from cms.media.models import Document, Image
from cms.media.privacy import NOT_PRIVATE

_NOT_PRIVATE = Sql(NOT_PRIVATE)
_THESE_OR_SHOWN_WITH_THEM = """
    {not_private} AND (id = ANY (%(images)s) OR id IN (
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
        self.versions: Known[str, dict[str, Version]] = Known()
        self.images: Known[int, Picture] = Known()
        self.files: Known[int, Document] = Known()
        self.people: Known[str, Person] = Known()
        self.organisations: Known[str, Organisation] = Known()
        self.goals: Known[int, Goal] = Known()
        self.municipalities: Known[str, Municipality] = Known()

    def version(self, key: str | None) -> Version | None:
        """Of a page whose versions were loaded, the version that the reader gets."""
        versions = None if key is None else self.versions.get(key)
        return best(versions.items(), self.reader) if versions else None

    def load_versions(self, keys: Iterable[str | None]) -> None:
        if wanted := self.versions.missing(keys):
            found: dict[str, dict[str, Version]] = {}
            for version in read_versions(self.reader, wanted):
                found.setdefault(str(version.translation_key), {})[version.locale] = version
            self.versions.add(wanted, found)

    def load_reference_data(self, goal_numbers: Iterable[int], municipality_codes: Iterable[str]) -> None:
        goals, municipalities = self.goals.missing(goal_numbers), self.municipalities.missing(municipality_codes)
        if goals or municipalities:
            found = read_together(
                Selection(Goal, sql("number = ANY (%(goals)s)", goals=list(goals))),
                Selection(Municipality, sql("code = ANY (%(codes)s)", codes=list(municipalities))),
            )
            self.goals.add(goals, {goal.pk: goal for goal in found[0]})
            self.municipalities.add(municipalities, {municipality.pk: municipality for municipality in found[1]})

    def load_people_and_media(
        self,
        person_keys: Iterable[str | None],
        organisation_keys: Iterable[str | None],
        image_ids: Iterable[int | None] = (),
        file_ids: Iterable[int | None] = (),
    ) -> None:
        """People and organisations with their pictures, further pictures and files."""
        wanted_people, wanted_organisations = (
            self.people.missing(person_keys),
            self.organisations.missing(organisation_keys),
        )
        wanted_images, wanted_files = self.images.missing(image_ids), self.files.missing(file_ids)
        if not (wanted_people or wanted_organisations or wanted_images or wanted_files):
            return
        people = of_these_live("people", wanted_people, self.reader)
        organisations = of_these_live("organisations", wanted_organisations, self.reader)
        images = sql(
            _THESE_OR_SHOWN_WITH_THEM,
            images=list(wanted_images),
            people=people,
            organisations=organisations,
            not_private=_NOT_PRIVATE,
        )
        files = sql("id = ANY (%(files)s) AND {not_private}", files=list(wanted_files), not_private=_NOT_PRIVATE)
        found = read_together(
            Selection(Person, people),
            Selection(Organisation, organisations),
            Selection(Image, images),
            Selection(Document, files),
            Selection(Locale, Sql("TRUE")),
        )
        languages = {locale.pk: locale for locale in found[4]}
        for snippet in [*found[0], *found[1]]:
            snippet.locale = languages[snippet.locale_id]
        self.people.add(wanted_people, self._best_snippets(found[0]))
        self.organisations.add(wanted_organisations, self._best_snippets(found[1]))
        self.images.add(wanted_images, {})
        self.images.update({image.pk: Picture(image) for image in found[2]})
        self.files.add(wanted_files, {file.pk: file for file in found[3]})

    def _best_snippets(self, rows: Iterable[Snippet]) -> dict[str, Snippet]:
        versions: dict[str, list[tuple[str, Snippet]]] = {}
        for row in rows:
            versions.setdefault(str(row.translation_key), []).append((row.locale.language_code, row))
        chosen = {key: best(candidates, self.reader) for key, candidates in versions.items()}
        return {key: row for key, row in chosen.items() if row is not None}
