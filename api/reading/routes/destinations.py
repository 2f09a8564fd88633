"""The only home of where redirects end: at what is public now, in one step."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.encoding import iri_to_uri

from api.locales import Reader, best
from api.reading.routes.paths import SitePath
from api.reading.routes.redirects import Step
from api.reading.routes.traces import Traces
from api.references import References, Version


class Destination(NamedTuple):
    location: str  # a URI, as Location has it
    permanent: bool


class Destinations:
    """What paths of a site and steps of redirects lead to; `load` looks up all that will be asked for."""

    def __init__(self, references: References, traces: Traces) -> None:
        self.references = references
        self.traces = traces

    def load(self, paths: Iterable[SitePath], chains: Iterable[list[Step]]) -> None:
        """The published versions of all pages that these paths and steps may lead to; one statement."""
        steps = [step for chain in chains for step in chain]
        places = [*paths, *(step.path for step in steps if step.path)]
        keys = {key for path in places for key in self._owners(path)} | {step.key for step in steps if step.key}
        self.references.load_versions(keys)

    def is_page(self, path: SitePath) -> bool:
        """Whether `route` answers a page for the path, or where a better version of it is."""
        return self._version_at(path) is not None

    def of_path(self, path: SitePath) -> str | None:
        """Where the page is now that was at the path, for a reader of the path's language."""
        version = self._version_at(path) or self._version_from(path)
        return self._location(version, path) if version else None

    def of_steps(self, steps: list[Step], origin: SitePath) -> Destination | None:
        """Where redirects lead from `origin`; None where that is not public."""
        permanent, path = True, origin
        for step in steps:
            permanent = permanent and step.permanent
            if location := self._of_step(step, path, is_last=step is steps[-1]):
                return Destination(location, permanent) if SitePath.parse(location) != origin else None
            path = step.path or path
        return None

    def _of_step(self, step: Step, path: SitePath, *, is_last: bool) -> str | None:
        if step.key:
            return self._of_page(step, path)
        if step.path is None:
            return step.external or None
        if step.path.locale is None:
            return step.own_address if is_last else None  # a page of the frontend's own, or a file
        version = self._version_at(step.path) or (self._version_from(step.path) if is_last else None)
        return self._location(version, step.path) + step.suffix if version else None

    def _of_page(self, step: Step, path: SitePath) -> str | None:
        """A page that an editor chose, for a reader of the path's language; else of the language it was chosen in."""
        reader = self.references.reader.in_language(path.locale or step.language)
        version = best(self._versions(step.key), reader)
        return iri_to_uri(reader.path(version)) if version else None

    def _version_at(self, path: SitePath) -> Version | None:
        """What a reader gets of the page that is at the path now."""
        reader = self._reader(path)
        for key in self._owners(path):
            if any(code in reader.chain and reader.path(own) == str(path) for code, own in self._versions(key)):
                return best(self._versions(key), reader)
        return None

    def _version_from(self, path: SitePath) -> Version | None:
        """What a reader gets of the page that was at the path once."""
        versions = (best(self._versions(key), self._reader(path)) for key in self._owners(path))
        return next((version for version in versions if version and version.path != path.below_prefix), None)

    def _owners(self, path: SitePath) -> list[str]:
        return self.traces.owners_of(path, self._reader(path)) if path.locale else []

    def _versions(self, key: str) -> list[tuple[str, Version]]:
        return list((self.references.versions.get(key) or {}).items())

    def _location(self, version: Version, path: SitePath) -> str:
        """The version's path for a reader of the language of `path`, as a URI."""
        return iri_to_uri(self._reader(path).path(version))

    def _reader(self, path: SitePath) -> Reader:
        return self.references.reader.in_language(path.locale or self.references.reader.locale)
