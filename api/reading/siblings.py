"""The only home of what pages of one list load together.

The first page that is asked for a relation loads it for all of the list, in one statement; the others find it in the
references. So the number of statements does not depend on the number of pages.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Generic, Protocol, TypeVar

from api.reading import mentions
from api.reading.references import References
from api.reading.rows.pages import add_bodies
from cms.publishing.models import PublishedPage


class Sibling(Protocol):
    @property
    def row(self) -> PublishedPage: ...
    @property
    def key(self) -> str: ...


Key = TypeVar("Key")
Page = TypeVar("Page", bound=Sibling)
Of = TypeVar("Of", bound="Siblings[Any]")


def once(load: Callable[[Of], None]) -> Callable[[Of], None]:
    """`load`, of the pages of one list, until it has been done; what fails is done by whoever asks next."""
    name = load.__name__

    def load_once(siblings: Of) -> None:
        if name not in siblings.loaded:
            load(siblings)
            siblings.loaded.add(name)

    return wraps(load)(load_once)


class Siblings(list[Page], Generic[Page]):
    """Pages that came from one list."""

    def __init__(self, references: References) -> None:
        super().__init__()
        self.references = references
        self.loaded: set[str] = set()

    @once
    def load_bodies(self) -> None:
        """What lists leave out at first; what the bodies mention is then still to be loaded."""
        if add_bodies(page.row for page in self):
            self.loaded.clear()

    @once
    def load_versions(self) -> None:
        """What links need of these pages, of those above them and of those that their texts link to."""
        above = (str(key) for page in self for key in page.row.ancestor_keys)
        own = (page.key for page in self)
        self.references.load_versions({*own, *above, *self.mentioned(mentions.link_keys)})

    @once
    def load_people_and_media(self) -> None:
        """People, organisations, and the pictures and files of the bodies: a page that shows one shows others too."""
        self.references.load_people_and_media(
            self.mentioned(mentions.person_keys),
            self.mentioned(mentions.organisation_keys),
            self.mentioned(mentions.image_ids),
            self.mentioned(mentions.file_ids),
        )

    @once
    def load_reference_data(self) -> None:
        """Goals and municipalities."""
        self.references.load_reference_data(
            self.mentioned(mentions.goal_numbers), self.mentioned(mentions.municipality_codes)
        )

    def mentioned(self, find: Callable[[dict[str, Any]], Iterable[Key]]) -> set[Key]:
        return {key for page in self for key in find(page.row.document)}
