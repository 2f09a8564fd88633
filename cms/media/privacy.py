"""The only home of which pictures and files are private: those of a collection that is restricted, or below one."""

from django.db.models import Q
from django.db.models.expressions import RawSQL

# A constant, because it is in nearly every statement.
PRIVATE_COLLECTIONS = """
    SELECT collection.id FROM wagtailcore_collectionviewrestriction AS restriction
    JOIN wagtailcore_collection AS restricted ON restricted.id = restriction.collection_id
    JOIN wagtailcore_collection AS collection ON starts_with(collection.path, restricted.path)
"""
NOT_PRIVATE = f"collection_id NOT IN ({PRIVATE_COLLECTIONS})"  # made of nothing that anyone enters
is_private = Q(collection_id__in=RawSQL(PRIVATE_COLLECTIONS, ()))  # noqa: S611  # likewise
