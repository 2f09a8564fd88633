"""The only home of which document a request means: the one that it brings, or one that it names by its hash.

A hash comes as Apollo's `extensions.persistedQuery.sha256Hash` or as `documentId`, with or without `sha256:` in front.
`TRUSTED_DOCUMENTS` says whether documents outside the manifest are answered. Where they are, those that were brought
with their hash once are remembered: Apollo's automatic persisted queries.
"""

from typing import Any

from cross_web import HTTPException
from django.conf import settings
from django.core.cache import caches
from graphql import GraphQLError
from strawberry.http import GraphQLRequestData

from api.contract.manifest import OFF, ONLY, digest, trusted_documents

NOT_FOUND = "PERSISTED_QUERY_NOT_FOUND"
NOT_SUPPORTED = "PERSISTED_QUERY_NOT_SUPPORTED"
# Apollo's clients know these two by their messages too, and read both only from answers with status 200.
MESSAGES = {NOT_FOUND: "PersistedQueryNotFound", NOT_SUPPORTED: "PersistedQueryNotSupported"}
LONGEST_REMEMBERED = 20_000  # characters


class DocumentError(GraphQLError):
    """The request means no document that may be executed here."""

    def __init__(self, code: str, message: str = "") -> None:
        super().__init__(message or MESSAGES[code], extensions={"code": code})


def extensions_of(document_id: object) -> dict[str, Any]:
    """Apollo's form of a `documentId`."""
    if not isinstance(document_id, str):
        raise HTTPException(400, "The request's `documentId` must be a string.")
    return {"persistedQuery": {"version": 1, "sha256Hash": document_id.removeprefix("sha256:")}}


def hash_in(extensions: dict[str, Any] | None) -> str | None:
    """The hash that a request names its document by; None where it names none."""
    named = (extensions or {}).get("persistedQuery")
    if named is None:
        return None
    if not isinstance(named, dict) or named.get("version") != 1 or not isinstance(named.get("sha256Hash"), str):
        raise HTTPException(400, "`persistedQuery` must be {version: 1, sha256Hash: the document's SHA-256 in hex}.")
    return str(named["sha256Hash"]).lower()


def document_of(request: GraphQLRequestData) -> str | None:
    """The text to execute; None where the request means no document. Raise DocumentError where it may not be."""
    named, brought, mode = hash_in(request.extensions), request.query, settings.TRUSTED_DOCUMENTS
    if mode == OFF:
        if named:
            raise DocumentError(NOT_SUPPORTED)
        return brought
    if named and brought and named != digest(brought):
        raise DocumentError("PERSISTED_QUERY_HASH_MISMATCH", "The hash is not the SHA-256 of the document.")
    if not named and not brought:
        return None
    if mode == ONLY:
        return _trusted(named or digest(brought or ""))
    return brought or _known(named or "")


def _trusted(key: str) -> str:
    document = trusted_documents().get(key)
    if document is None:
        message = "This server answers only the documents of its manifest, and this is none of them."
        raise DocumentError("DOCUMENT_NOT_TRUSTED", message)
    return document


def _known(key: str) -> str:
    document = trusted_documents().get(key) or caches["documents"].get(_cache_key(key))
    if document is None:
        raise DocumentError(NOT_FOUND)
    return str(document)


def remember(request: GraphQLRequestData) -> None:
    """Keep a document that was brought with its hash and executed, so that the hash is enough next time."""
    named, brought = hash_in(request.extensions), request.query
    if named and brought and settings.TRUSTED_DOCUMENTS not in {OFF, ONLY} and len(brought) <= LONGEST_REMEMBERED:
        caches["documents"].add(_cache_key(named), brought)


def _cache_key(key: str) -> str:
    """What is sent instead of a hash is no key for a cache."""
    return digest(key)
