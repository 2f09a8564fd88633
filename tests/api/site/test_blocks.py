"""The only home of what a reader gets of each block of a body."""

from api.reading.identity import make_id
from api.types.body import BLOCK_TYPES
from cms.blocks import BodyBlock
from tests import factories
from tests.api.everything import everything
from tests.factories import block_id, empty_body, publish

BODY = f"query ($path: String!) {{ page(path: $path) {{ ... on ContentPage {{ body {everything('Block')} }} }} }}"


def blocks_at(ask, path: str) -> dict[str, dict]:
    """The blocks by their types, without ids."""
    body = ask(BODY, path=path)["page"]["body"]
    return {
        block["__typename"]: {name: block[name] for name in block if name not in ("id", "blockKey")} for block in body
    }


def test_blocks_come_in_the_editors_order_with_their_ids(ask, site):
    body = ask(BODY, path="/en/about/")["page"]["body"]
    assert [block["__typename"] for block in body] == [block_type.__name__ for block_type in BLOCK_TYPES.values()]
    assert [block["blockKey"] for block in body] == [block_id(name) for name in BLOCK_TYPES]
    assert [block["id"] for block in body] == [
        make_id(block_type.__name__, "en", str(site.about.translation_key), block_id(name))
        for name, block_type in BLOCK_TYPES.items()
    ]


def test_full_blocks(ask, site):
    blocks = blocks_at(ask, "/en/about/")
    pictures = {
        name: blocks[name].pop(field)
        for name, field in [("ImageBlock", "image"), ("QuoteBlock", "portrait"), ("VideoBlock", "poster")]
    }
    assert {name: picture["alt"] for name, picture in pictures.items()} == {
        "ImageBlock": "A picture here",
        "QuoteBlock": "A picture",
        "VideoBlock": "A picture",
    }
    [person] = blocks["ContactsBlock"]["people"]
    assert person["name"] == "Ada"
    [case] = blocks["CaseCardsBlock"].pop("cases")
    assert (case["title"], case["path"]) == ("Bikes", "/en/cases/bikes/")
    page = blocks["CallToActionBlock"].pop("page")
    assert (page["title"], page["path"]) == ("Bikes", "/en/cases/bikes/")
    document = blocks["DownloadBlock"]["document"]
    assert document.pop("url").startswith("http://testserver/documents/")
    captions = blocks["VideoBlock"].pop("captions")
    assert [(track["lang"], track["label"]) for track in captions] == [("en", "English")]
    assert captions[0]["url"].startswith("http://testserver/documents/")
    transcript = blocks["VideoBlock"].pop("transcript")
    assert transcript["text"] == "What is said."
    del blocks["ParagraphBlock"], blocks["ContactsBlock"]
    items = blocks.pop("AccordionBlock")["items"]
    assert [(item["summary"], item["details"]["html"]) for item in items] == [
        ("A question?", "<p>An <b>answer</b>.</p>")
    ]
    without_type = {name: {key: block[key] for key in block if key != "__typename"} for name, block in blocks.items()}
    assert without_type == {
        "HeadingBlock": {"text": "A heading", "anchor": "a-heading", "level": 2},
        "ImageBlock": {"caption": "A caption"},
        "QuoteBlock": {"quote": "A quote.", "speaker": "A speaker", "role": "A role"},
        "KeyFiguresBlock": {
            "figures": [
                {
                    "value": "1,100",
                    "number": 1100.0,
                    "unit": "GWh",
                    "caption": "of heat",
                    "asOf": "2024-05",
                    "sourceUrl": "https://example.org/1",
                    "lang": "en",
                },
                {
                    "value": "38.5",
                    "number": 38.5,
                    "unit": "%",
                    "caption": "of homes",
                    "asOf": "2023",
                    "sourceUrl": "https://example.org/2",
                    "lang": "en",
                },
            ]
        },
        "CallToActionBlock": {"label": "Read more", "href": None},
        "CaseCardsBlock": {"heading": "Some cases"},
        "VideoBlock": {
            "videoTitle": "A video",
            "videoUrl": "https://www.youtube.com/watch?v=abcdefghijk",
            "embedUrl": "https://www.youtube-nocookie.com/embed/abcdefghijk",
            "provider": "youtube",
            "spokenLang": "fi",
        },
        "DownloadBlock": {
            "caption": "A file",
            "document": {
                "assetId": str(site.document.pk),
                "title": "A report",
                "filename": site.document.filename,
                "size": len(b"A document"),
                "lang": "en",
            },
        },
        "TableBlock": {
            "tableCaption": "A table",
            "header": ["Year", "Amount"],
            "rowHeaders": False,
            "rows": [["2023", "One"], ["2024", "Two"]],
        },
    }


def test_blocks_with_nothing_but_what_editors_must_fill_in(ask, site):
    body = empty_body(image=site.image, document=site.document, case=site.other_case)
    publish(factories.ContentPageFactory(slug="empty", body=body))
    blocks = blocks_at(ask, "/en/empty/")
    image = blocks["ImageBlock"]["image"]
    assert (image["alt"], image["decorative"], blocks["ImageBlock"]["caption"]) == ("", True, "")
    assert blocks["QuoteBlock"] == {
        "__typename": "QuoteBlock",
        "quote": "A quote.",
        "speaker": "",
        "role": "",
        "portrait": None,
    }
    assert blocks["CallToActionBlock"]["page"] is None
    assert blocks["CallToActionBlock"]["href"] == "https://example.org/"
    assert blocks["CaseCardsBlock"]["heading"] == ""
    assert blocks["VideoBlock"] == {
        "__typename": "VideoBlock",
        "videoTitle": "A video",
        "videoUrl": "https://vimeo.com/1234567",
        "embedUrl": "https://player.vimeo.com/video/1234567?dnt=1",
        "provider": "vimeo",
        "poster": None,
        "spokenLang": "",
        "captions": [],
        "transcript": None,
    }
    assert blocks["KeyFiguresBlock"]["figures"][0]["asOf"] is None
    assert blocks["ContactsBlock"]["people"] == []
    assert blocks["TableBlock"] == {
        "__typename": "TableBlock",
        "tableCaption": "",
        "header": [],
        "rowHeaders": False,
        "rows": [],
    }


def test_anchors_are_unique_on_the_page(ask, site):
    texts = ["Ärade", "Arade", "Arade", "Arade-2", "!", "!"]
    body = [
        {"type": "heading", "id": block_id(f"heading {n}"), "value": {"text": text, "level": "3"}}
        for n, text in enumerate(texts)
    ]
    publish(factories.ContentPageFactory(slug="headings", body=body))
    found = ask(BODY, path="/en/headings/")["page"]["body"]
    assert [block["anchor"] for block in found] == ["arade", "arade-2", "arade-3", "arade-2-2", "section", "section-2"]


def test_picture_and_file_that_were_deleted_are_null(ask, site):
    image, document = factories.ImageFactory(), factories.DocumentFactory()
    body = factories.full_body(image=image, document=document, person=site.person, case=site.other_case)
    publish(factories.ContentPageFactory(slug="gone", body=body))
    image.delete()
    document.delete()
    blocks = blocks_at(ask, "/en/gone/")
    assert blocks["ImageBlock"]["image"] is None
    assert blocks["QuoteBlock"]["portrait"] is None
    assert blocks["DownloadBlock"]["document"] is None
    assert blocks["VideoBlock"]["captions"] == []


def test_blocks_that_this_release_does_not_know_are_left_out(ask, site):
    document = site.about.published_document
    document.document["body"].insert(0, {"type": "carousel", "id": block_id("carousel"), "value": {}})
    document.save()
    assert len(ask(BODY, path="/en/about/")["page"]["body"]) == len(BodyBlock().child_blocks)
