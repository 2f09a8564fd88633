"""The only home of the manifest: the documents that frontends are built with, by the SHA-256 of their text."""

import json
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from graphql import DocumentNode, GraphQLError, OperationDefinitionNode, parse, specified_rules, validate

from api.execution.limits import SizeRule, parsed
from api.execution.strawberry_internals import core_schema
from api.schema import schema

ONLY, PREFER, OFF = "only", "prefer", "off"
APOLLO = "apollo-persisted-query-manifest"

Manifest = dict[str, str]


class ManifestError(Exception):
    """The file is no manifest."""


def digest(document: str) -> str:
    # JSON carries halves of surrogate pairs; no document of the manifest has them.
    return sha256(document.encode(errors="surrogatepass")).hexdigest()


def trusted_documents() -> Manifest:
    return read(Path(settings.TRUSTED_DOCUMENTS_MANIFEST))


@lru_cache(maxsize=1)
def read(path: Path) -> Manifest:
    """The documents in the file; none where there is no file. Raise ManifestError where it is something else."""
    try:
        content = json.loads(path.read_text())
        if isinstance(content, dict) and content.get("format") == APOLLO:
            content = {entry["id"]: entry["body"] for entry in content["operations"]}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise ManifestError(f"{path} cannot be read: {error!r}.") from None
    if not isinstance(content, dict) or not all(isinstance(document, str) for document in content.values()):
        raise ManifestError(f"{path} is no JSON object of documents by their hash.")
    return content


def by_operation() -> Manifest:
    """The documents by the name of their operation."""
    return {_names(parse(document))[0]: document for document in trusted_documents().values()}


def faults() -> list[str]:
    """What keeps the server from starting: an operation that does not fit the schema, a hash that is not its text's."""
    path = Path(settings.TRUSTED_DOCUMENTS_MANIFEST)
    if settings.TRUSTED_DOCUMENTS == OFF:
        return []
    if settings.TRUSTED_DOCUMENTS == ONLY and not path.exists():
        return [f"TRUSTED_DOCUMENTS is `only`, and there is no manifest at {path}."]
    try:
        documents = read(path)
    except ManifestError as error:
        return [str(error)]
    return [fault for key, document in documents.items() for fault in _faults_of(key, document)]


def _faults_of(key: str, document: str) -> list[str]:
    try:
        tree = parsed(document)
    except GraphQLError as error:
        return [f"Document {key}: {error.message}"]
    errors = [error.message for error in validate(core_schema(schema), tree, (*specified_rules, SizeRule))]
    if key != digest(document):
        errors.append(f"its key is {key}, and the SHA-256 of its text {digest(document)}.")
    return [f"Operation {', '.join(_names(tree)) or key}: {error}" for error in errors]


def _names(document: DocumentNode) -> list[str]:
    operations = (part for part in document.definitions if isinstance(part, OperationDefinitionNode))
    return [operation.name.value for operation in operations if operation.name]
