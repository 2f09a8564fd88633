"""What a download of the demo holds: what its file says, or else the page in brief."""

from typing import Any

from cms.demo.content import Entry
from cms.demo.documents import Item
from cms.demo.media import leaflet
from tests.demo.small_content import html, in_both, small_content


def well(**download: Any) -> tuple[Entry, dict[str, Any]]:
    return Entry("cases", "well", "cases/well.yaml", small_content()["cases/well"]), {"document": download}


def test_a_download_with_a_text_of_its_own_holds_that_text() -> None:
    text = {
        "en": "<p>Before <b>you</b> go &amp; dig</p><ul><li>Ask</li></ul>",
        "fi": "<p>Kysy</p><ul><li>Ensin</li></ul>",
    }
    entry, download = well(title=in_both("Checklist"), text=text)
    assert leaflet(entry, download, "en") == ["Before you go & dig", Item("Ask")]
    assert leaflet(entry, download, "fi") == ["Kysy", Item("Ensin")]
    entry, download = well(title=in_both("Checklist"), checklist=text)
    assert leaflet(entry, download, "fi") == ["Kysy", Item("Ensin", box=True)]


def test_a_download_without_one_holds_the_page_in_brief() -> None:
    entry, download = well(title=in_both("Leaflet"))
    assert leaflet(entry, download, "fi") == [
        "About well suomeksi",
        Item("1 100 m³ of water suomeksi (2024)"),
        "Katso menneisyyttä.",
        Item("Yksi"),
    ]


def test_a_page_of_pictures_alone_still_has_a_download() -> None:
    entry, download = well(title=in_both("Leaflet"))
    entry.data["body"], entry.data["key_figures"] = [{"contacts": ["guide"]}], []
    assert leaflet(entry, download, "en") == ["About well"]
    entry.data["body"] = [{"paragraph": html("Deep")}]
    assert leaflet(entry, download, "en") == ["About well", "Deep"]
