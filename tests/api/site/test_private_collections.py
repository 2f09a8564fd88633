"""The only home of pictures and files of private collections: no answer has them, and nobody is served them."""

import pytest
from wagtail.models import Collection, CollectionViewRestriction

from cms.media.models import Document, Image
from cms.media.serving import filter_spec, rendition_path
from tests.api.site.small_site import SmallSite

PAGE = """
query ($path: String!) { page(path: $path) { cardImage { assetId }
  ... on CasePage { leadImage { assetId } contacts { image { assetId } } partners { organisation { logo { assetId } } }
    body { ... on ImageBlock { image { assetId } } ... on DownloadBlock { document { assetId } }
      ... on VideoBlock { poster { assetId } captions { url } } ... on QuoteBlock { portrait { assetId } } } } } }
"""


@pytest.fixture
def private(site: SmallSite) -> Collection:
    """A collection below a private one, with the site's picture and file in it."""
    above = Collection.get_first_root_node().add_child(name="Private")
    collection = above.add_child(name="Below")
    CollectionViewRestriction.objects.create(collection=above, restriction_type="password", password="x")
    Image.objects.filter(pk=site.image.pk).update(collection=collection)
    Document.objects.filter(pk=site.document.pk).update(collection=collection)
    return above


def test_no_answer_has_what_is_in_a_private_collection(private, ask, site):
    answer = str(ask(PAGE, path="/fi/cases-fi/storage-fi/"))
    assert "leadImage': None" in answer
    assert "assetId" not in answer
    assert "url" not in answer


def test_other_collections_are_as_public_as_ever(private, ask, site):
    Image.objects.update(collection=Collection.get_first_root_node())
    assert str(ask(PAGE, path="/en/cases/storage/")).count("assetId") == 7


def test_nobody_is_served_what_is_in_a_private_collection(private, client, site):
    spec = filter_spec(200, "original", "webp")
    path = rendition_path(site.image, spec)
    assert client.get(path).status_code == 404
    response = client.get(site.document.url)
    assert (response.status_code, response.streaming) == (200, False)
    assert b"A document" not in response.content
    assert b"password" in response.content
    CollectionViewRestriction.objects.update(restriction_type="login")
    assert client.get(site.document.url).status_code == 302
    private.view_restrictions.all().delete()
    assert client.get(path).status_code == 200
