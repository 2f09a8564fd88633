"""The only home of what a path leads to: the first answer that holds, of all that is known of the path.

What is there now comes first: a public page, or a private one that the request's tokens open. Then a redirect that an
editor made, a page behind a password, and what was there once. Nothing tells of what else is private.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.encoding import iri_to_uri

from api.reading.languages import Placed
from api.reading.routes.paths import SitePath
from api.reading.routes.redirects import Step
from api.reading.routes.visit import PrivateVersion, Visit


@dataclass(frozen=True)
class Page:
    version: Placed


@dataclass(frozen=True)
class Redirect:
    location: str  # a URI, as Location has it
    permanent: bool


@dataclass(frozen=True)
class Password:
    """The page there needs one, and nothing else."""


@dataclass(frozen=True)
class Gone:
    """A public page was there."""


@dataclass(frozen=True)
class Nothing:
    """Nothing is there, or nothing that this visitor may know of."""


Answer = Page | Redirect | Password | Gone | Nothing


def decide(visit: Visit) -> Answer:
    return next((answer for rule in IN_THIS_ORDER if (answer := rule(visit))), Nothing())


def _front_door(visit: Visit) -> Answer | None:
    return None if visit.path.prefix else Redirect(f"/{settings.LANGUAGE_CODE}/", permanent=False)


def _public_page(visit: Visit) -> Answer | None:
    # What is before a page at its path may go away again, so the way there is for the time being.
    version = visit.version_at(visit.path)
    return _page(version, visit, permanent=visit.path.beside is None) if version else None


def _opened_page(visit: Visit) -> Answer | None:
    there = _opened(visit.private_here)
    return _page(_opened(visit.private_of([there.key])) or there, visit, permanent=False) if there else None


def _editors_redirect(visit: Visit) -> Answer | None:
    permanent, path = True, visit.path
    for number, step in enumerate(visit.steps, start=1):
        permanent = permanent and step.permanent
        if location := _where(step, path, visit, is_last=number == len(visit.steps)):
            return Redirect(location, permanent) if SitePath.parse(location) != visit.path else None
        path = step.path or path
    return None


def _page_behind_a_password(visit: Visit) -> Answer | None:
    return Password() if any(version.asks_for_password for version in visit.private_here) else None


def _moved_page(visit: Visit) -> Answer | None:
    version = visit.version_from(visit.path)
    return _page(version, visit, permanent=True) if version else None


def _opened_page_that_moved(visit: Visit) -> Answer | None:
    version = _opened(visit.private_of(visit.owners))
    return _page(version, visit, permanent=False) if version else None


def _page_behind_a_password_that_moved(visit: Visit) -> Answer | None:
    return Password() if any(version.asks_for_password for version in visit.private_of(visit.owners)) else None


def _page_that_was_public(visit: Visit) -> Answer | None:
    return Gone() if visit.owners and not visit.concealed.intersection(visit.owners) else None


IN_THIS_ORDER: tuple[Callable[[Visit], Answer | None], ...] = (
    _front_door,
    _public_page,
    _opened_page,
    _editors_redirect,
    _page_behind_a_password,
    _moved_page,
    _opened_page_that_moved,
    _page_behind_a_password_that_moved,
    _page_that_was_public,
)


def _page(version: Placed, visit: Visit, *, permanent: bool) -> Answer:
    """The page itself, where this is its path for the reader; else the way to it."""
    location = visit.reader.path(version)
    return Page(version) if location == str(visit.path) else Redirect(iri_to_uri(location), permanent)


def _opened(versions: Iterable[PrivateVersion]) -> PrivateVersion | None:
    return next((version for version in versions if version.is_open), None)


def _where(step: Step, path: SitePath, visit: Visit, *, is_last: bool) -> str | None:
    """Where a step leads to what is public: on the way of a chain only to what is there now."""
    if step.key:  # for a reader of the path's language; else of the one that the page was chosen in
        reader = visit.reader.in_language(path.locale or step.language)
        version = visit.version_of(step.key, reader)
        return iri_to_uri(reader.path(version)) if version else None
    if step.path is None:
        return step.external or None
    if step.path.locale is None:
        return step.own_address if is_last else None  # a page of the frontend's own, or a file
    version = visit.version_at(step.path) or (visit.version_from(step.path) if is_last else None)
    if version is None:
        return None
    return iri_to_uri(visit.reader.in_language(step.path.locale).path(version)) + step.suffix
