"""The only home of that a text is found by what is written in it, whatever signs and invisible characters are there."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Locale

from cms.publishing.models import PublishedDocument
from cms.publishing.publication import search_words
from tests.factories import ContentPageFactory, publish

SEARCH = """
query ($text: String!, $locale: LocaleCode!) {
  search(query: $text, locale: $locale, pageTypes: ["ContentPage"]) { nodes { title } edges { highlight } }
}
"""
LANGUAGES = ["en", "fi", "sv"]
SEPARATORS = "-‐–—/&+.,:;'’\"”()@#_|…\u00a0\u2009\u202f"
INVISIBLE = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"]
PARTS = ["zyx2020", "xylo", "Qvärk", "ÅBOX", "7654", "38", "q", "straße", "İzmirq", "x1e5", "Jäxteetä"]


@pytest.fixture
def pages(site):
    """A page in each language, whose texts are written anew by each example."""
    made = {}
    for language in LANGUAGES:
        locale = Locale.objects.get(language_code=language)
        home = site.home.get_translation(locale) if language != "en" else site.home
        made[language] = publish(ContentPageFactory(parent=home, locale=locale, title=f"Page {language}"))
    return made


@pytest.fixture
def found(ask, pages):
    """Whether the page of a language, with this text in its body, is found by a query, and with a mark."""

    def find(language: str, text: str, query: str) -> bool:
        texts = {"A": f"Page {language}", "B": "", "C": text}
        PublishedDocument.objects.filter(pk=pages[language].pk).update(
            search_text=texts, search_words=search_words(texts)
        )
        answer = ask(SEARCH, text=query, locale=language)["search"]
        titles = [node["title"] for node in answer["nodes"]]
        marked = ["<mark>" in edge["highlight"] for edge in answer["edges"]]
        return f"Page {language}" in titles and marked[titles.index(f"Page {language}")]

    return find


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "queries"),
    [
        ("Within Horizon-2020 we", ["Horizon-2020", "horizon 2020", "2020", "Horizon–2020"]),
        ("after COVID-19.", ["COVID-19", "covid‑19", "19", "cov"]),
        ("Line V-164 runs", ["V-164", "164"]),
        ("from Espoo/Vantaa to", ["Espoo/Vantaa", "vantaa", "espoo", "Vantaa/Espoo"]),
        ("district lämpöpump\u00adpu", ["lämpöpumppu", "lampopumppu", "lämpöpump\u00adpu"]),
        ("some 18\u2009000 MWh, 38,5 %", ["18 000", "18\u2009000", "18\u00a0000 MWh", "38,5", "38.5 %"]),
        ("of CO₂ and H2O on 5 m²", ["CO₂", "co2", "H2O", "h₂o", "m2", "m²"]),
        ("write to ada.b@xyl.example or https://xyl.example/a-b_c?d=e", ["ada.b@xyl.example", "https://xyl.example/a-b_c?d=e", "xyl.example", "ada"]),
        ("T&K, R&D and C++ on 5G/6G", ["T&K", "R&D", "C++", "5G/6G", "6g", "t & k"]),
        ("in 2021–2024 there", ["2021", "2024", "2021–2024", "2021-2024", "2021—"]),
        ("mySMARTLife and LuxTurrim5G", ["mysmartlife", "MYSMARTLIFE", "luxturrim5g", "LuxTurrim"]),
        ("Straße in İzmir and ISPARTA", ["STRASSE", "strasse", "straße", "İZMIR", "izmir", "İzmir", "isparta", "ısparta"]),
        ("Škoda’s “Élan”", ["skoda", "škoda", "ŠKODA's", "elan", "“Élan”"]),
    ],
)  # fmt: skip
def test_a_text_is_found_as_it_is_written_and_by_its_words(found, language, text, queries):
    assert [query for query in queries if not found(language, text, query)] == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.sampled_from(LANGUAGES),
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=4),
    st.text(SEPARATORS, min_size=1, max_size=2),
    st.integers(1, 3),
    st.sampled_from(["", *INVISIBLE]),
    st.sampled_from([str.lower, str.upper, str]),
)  # fmt: skip
def test_any_run_of_letters_and_digits_finds_a_text_and_so_does_the_text(
    found, language, parts, separator, place, invisible, case
):
    text = separator.join(part[:place] + invisible + part[place:] for part in parts)
    for query in (text, *parts, case(text), " ".join(parts)):
        assert found(language, text, query)
