"""The only home of what pages of one list load together: what their documents mention.

The first page that is asked for a relation loads it for all of the list, in one statement; the others find it in the
references. So the number of statements does not depend on the number of pages.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, Protocol, TypeVar

from api.reading import page_types
from api.reading.references import References
from api.reading.rows.images import IMAGES, images_of
from api.reading.rows.pages import add_bodies
from api.reading.rows.row import Row
from cases.models import Goal, Municipality, Organisation, Person
from cms.media.models import Document
from cms.publishing.mentions import kind_of


class Sibling(Protocol):
    @property
    def row(self) -> Row: ...
    @property
    def key(self) -> str: ...


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
        above = (key for page in self for key in page.row.ancestor_keys)
        own = (page.key for page in self)
        self.references.load_versions({*own, *above, *self.mentioned(page_types.ANY)})

    @once
    def load_versions_of_all(self) -> None:
        """What links need of the other pages that are mentioned: most of those are shown as more than a link."""
        self.references.load_versions(self.mentioned_pages())

    @once
    def load_people_and_media(self) -> None:
        """People, organisations, pictures and files: a page that shows one shows others too."""
        for page in self:
            take_images(self.references, page.row)
        self.references.load_people_and_media(
            people=self.mentioned(kind_of(Person)),
            organisations=self.mentioned(kind_of(Organisation)),
            images=self.mentioned(IMAGES),
            files=self.mentioned(kind_of(Document)),
        )

    @once
    def load_reference_data(self) -> None:
        """Goals and municipalities."""
        self.references.load_reference_data(
            goals=self.mentioned(kind_of(Goal)), municipalities=self.mentioned(kind_of(Municipality))
        )

    def mentioned(self, *kinds: str) -> set[Any]:
        """What is mentioned of these kinds, in as much of the documents as has been read."""
        return {key for page in self for part in page.row.parts_read() for kind in kinds for key in part.get(kind, ())}

    def mentioned_pages(self, but: frozenset[str] = frozenset()) -> set[str]:
        """The pages that are mentioned, but those of some kinds."""
        return self.mentioned(*(page_types.mentioned() - but))


def take_images(references: References, row: Row) -> None:
    """The pictures of the head, which came along with the row."""
    wanted = references.images.missing(row.parts_read()[0].get(IMAGES, ()))
    if wanted:
        references.images.add(wanted, images_of(row))
