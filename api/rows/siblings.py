"""The only home of what pages of one list load together.

The first page that is asked for a relation loads it for all of the list, in one statement; the others find it in the
references. So the number of statements does not depend on the number of pages.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from api.references import References
from api.rows import mentions
from api.rows.pages import add_bodies

if TYPE_CHECKING:
    from api.types.page import Page

Key = TypeVar("Key")


class Siblings(list["Page"]):
    """Pages that came from one list."""

    def __init__(self, references: References) -> None:
        super().__init__()
        self.references = references
        self._loaded: set[str] = set()

    def load_bodies(self) -> None:
        """What lists leave out at first; what the bodies mention is then still to be loaded."""
        if self._is_first("bodies") and add_bodies(page.row for page in self):
            self._loaded = {"bodies"}

    def load_versions(self) -> None:
        """What links need of these pages, of those above them and of those that their texts link to."""
        if self._is_first("versions"):
            above = (str(key) for page in self for key in page.row.ancestor_keys)
            own = (page.key for page in self)
            self.references.load_versions({*own, *above, *self._mentioned(mentions.link_keys)})

    def load_pages(self) -> None:
        """The pages that these show: picks and cards."""
        if self._is_first("pages"):
            self.references.load_pages(self._mentioned(mentions.page_keys))

    def load_people_and_media(self) -> None:
        """People, organisations, and the pictures and files of the bodies: a page that shows one shows others too."""
        if self._is_first("people and media"):
            self.references.load_people_and_media(
                self._mentioned(mentions.person_keys),
                self._mentioned(mentions.organisation_keys),
                self._mentioned(mentions.image_ids),
                self._mentioned(mentions.file_ids),
            )

    def load_reference_data(self) -> None:
        """Goals and municipalities."""
        if self._is_first("reference data"):
            self.references.load_reference_data(
                self._mentioned(mentions.goal_numbers), self._mentioned(mentions.municipality_codes)
            )

    def _is_first(self, relation: str) -> bool:
        first = relation not in self._loaded
        self._loaded.add(relation)
        return first

    def _mentioned(self, find: Callable[[dict[str, Any]], Iterable[Key]]) -> set[Key]:
        return {key for page in self for key in find(page.row.document)}
