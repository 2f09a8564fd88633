"""The only home of what one answer refers to: looked up by key, all of a kind at once, however many pages name it.

What has been looked up stays here for the rest of the answer; what was not found too. `siblings` says when what is
looked up.
"""

from collections.abc import Iterable

from api.reading.known import Known, Shelves
from api.reading.languages import Reader, best
from api.reading.rows.as_json import Selection, read_together
from api.reading.rows.images import IMAGES, ReadImage
from api.reading.snippets import best_by_key, of_these
from api.reading.sql import Sql, sql
from api.reading.versions import Version, read_versions
from cases.models import Goal, Municipality, Organisation, Person
from cms.media.models import Document, Image
from cms.media.privacy import NOT_PRIVATE
from cms.publishing.mentions import kind_of
from cms.publishing.models import PublishedSnippet

_NOT_PRIVATE = Sql(NOT_PRIVATE)
_PEOPLE, _ORGANISATIONS = kind_of(Person), kind_of(Organisation)
_THESE_OR_SHOWN_WITH_THEM = f"""
    {{not_private}} AND (id = ANY (%(images)s) OR id IN (
        SELECT jsonb_array_elements_text(mentions -> 'head' -> '{IMAGES}')::bigint
        FROM publishing_publishedsnippet WHERE {{snippets}}
    ))
"""  # noqa: S608  # a label


class References(Shelves):
    """Everything that one answer refers to, as one reader sees it."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        self.versions: Known[str, dict[str, Version]] = Known(self.load_versions)
        self.images: Known[int, ReadImage] = Known(lambda keys: self.load_people_and_media(images=keys))
        self.files: Known[int, Document] = Known(lambda keys: self.load_people_and_media(files=keys))
        self.people: Known[str, PublishedSnippet] = Known(lambda keys: self.load_people_and_media(people=keys))
        self.organisations: Known[str, PublishedSnippet] = Known(
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
            found: dict[str, dict[str, Version]] = {}
            for version in read_versions(self.reader, wanted):
                found.setdefault(str(version.translation_key), {})[version.locale] = version
            self.versions.add(wanted, found)

    def load_reference_data(self, goals: Iterable[int] = (), municipalities: Iterable[str] = ()) -> None:
        wanted_goals, wanted_municipalities = self.goals.missing(goals), self.municipalities.missing(municipalities)
        if wanted_goals or wanted_municipalities:
            found = read_together(
                Selection(Goal, sql("number = ANY (%(goals)s)", goals=list(wanted_goals))),
                Selection(Municipality, sql("code = ANY (%(codes)s)", codes=list(wanted_municipalities))),
            )
            self.goals.add(wanted_goals, {goal.pk: goal for goal in found[0]})
            self.municipalities.add(wanted_municipalities, {one.pk: one for one in found[1]})

    def load_people_and_media(
        self,
        people: Iterable[str | None] = (),
        organisations: Iterable[str | None] = (),
        images: Iterable[int | None] = (),
        files: Iterable[int | None] = (),
    ) -> None:
        """People and organisations with their pictures, further pictures and files."""
        wanted_people, wanted_organisations = self.people.missing(people), self.organisations.missing(organisations)
        wanted_images, wanted_files = self.images.missing(images), self.files.missing(files)
        if not (wanted_people or wanted_organisations or wanted_images or wanted_files):
            return
        these_snippets = of_these((_PEOPLE, _ORGANISATIONS), wanted_people | wanted_organisations, self.reader)
        these_images = sql(
            _THESE_OR_SHOWN_WITH_THEM,
            images=list(wanted_images),
            snippets=these_snippets,
            not_private=_NOT_PRIVATE,
        )
        these_files = sql("id = ANY (%(files)s) AND {not_private}", files=list(wanted_files), not_private=_NOT_PRIVATE)
        found = read_together(
            Selection(PublishedSnippet, these_snippets),
            Selection(Image, these_images),
            Selection(Document, these_files),
        )
        snippets, images, documents = found
        self.people.add(wanted_people, self._best(_PEOPLE, snippets))
        self.organisations.add(wanted_organisations, self._best(_ORGANISATIONS, snippets))
        shown_with_them = [image for snippet in snippets for image in snippet.mentions["head"].get(IMAGES, ())]
        read = {image.pk: ReadImage(image) for image in images}
        self.images.add(wanted_images | self.images.missing(shown_with_them), read)
        self.files.add(wanted_files, {file.pk: file for file in documents})

    def _best(self, kind: str, snippets: Iterable[PublishedSnippet]) -> dict[str, PublishedSnippet]:
        return best_by_key((snippet for snippet in snippets if snippet.type == kind), self.reader)
