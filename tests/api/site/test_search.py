"""The only home of what a search finds in three languages, in which order, and how its answer shows why."""

import pytest
from wagtail.models import Locale

from api.types import PAGE_TYPES
from cases.models import CaseContact, CaseMunicipality, Municipality, Organisation
from cms.publishing.words import words
from home.models import ContentPage
from tests.factories import CasePageFactory, ContentPageFactory, PersonFactory, items, publish, translate

SEARCH = """
query (
  $text: String!, $locale: LocaleCode = en, $pageTypes: [String!], $fallback: Boolean,
  $first: Int, $after: String, $last: Int, $before: String
) {
  search(
    query: $text, locale: $locale, pageTypes: $pageTypes, fallback: $fallback,
    first: $first, after: $after, last: $last, before: $before
  ) {
    totalCount
    edges { cursor highlight node { __typename title locale isFallback } }
    nodes { title }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}
"""
CASES = """
query ($filter: CaseFilter, $order: CaseOrder, $locale: LocaleCode = en) {
  cases(locale: $locale, filter: $filter, order: $order) { totalCount edges { highlight } nodes { title } }
}
"""


@pytest.fixture
def edges(ask):
    def find(query, locale="en", **variables):
        found = ask(SEARCH, text=query, locale=locale, **variables)["search"]
        assert [edge["node"]["title"] for edge in found["edges"]] == [node["title"] for node in found["nodes"]]
        return found["edges"]

    return find


@pytest.fixture
def titles(edges):
    return lambda *args, **variables: [edge["node"]["title"] for edge in edges(*args, **variables)]


def page_in(site, language: str, title: str, **fields) -> ContentPage:
    """A published page that only this language has."""
    locale = Locale.objects.get(language_code=language)
    home = site.home.get_translation(locale) if language != "en" else site.home
    return publish(ContentPageFactory(parent=home, locale=locale, title=title, **fields))


@pytest.mark.parametrize(
    ("locale", "text", "query"),
    [
        ("en", "Ferries", "ferry"),
        ("en", "Orchards", "ORCHARD'S"),
        ("en", "Café", "cafe"),
        ("en", "Cafeteria", "café"),
        ("fi", "Yliopistot", "yliopistossa"),
        ("fi", "Älykäs lautta", "ÄLYKÄS lautta"),
        ("fi", "Lohjan seutu", "Lohjalla"),
        ("sv", "Gröna städer", "städernas"),
        ("sv", "Bryggan", "bryggor"),
        ("en", "Carbon-neutral granaries", "neutral carbon granary"),
        ("en", "Write to ada@granary.example", "ada@granary.example"),
    ],
)
def test_words_are_found_by_their_stems(site, titles, locale, text, query):
    page_in(site, locale, text)
    assert titles(query, locale) == [text]


@pytest.mark.parametrize("query", ["gran", "Granar", "granaries wood", "wood gra", "the granary", "granary of the"])
def test_words_may_be_begun_in_any_order_and_common_ones_do_not_count(site, titles, query):
    page_in(site, "en", "Wooden granaries")
    assert titles(query) == ["Wooden granaries"]


@pytest.mark.parametrize("query", ["goals", "goals 7", "organisations", "municipalities", "peo", "statu"])
def test_what_a_page_is_filtered_by_is_no_word_of_it(site, titles, query):
    """Terms and language stand among the words that are searched, and a word may be the beginning of another."""
    assert titles(query) == []


def test_every_word_must_be_found(site, titles):
    for title in ("Granary", "Orchard", "Granary and orchard"):
        page_in(site, "en", title)
    assert titles("granary orchard") == ["Granary and orchard"]


def test_common_words_alone_find_what_they_begin(site, titles):
    page_in(site, "en", "Theremin")
    assert "Theremin" in titles("the", pageTypes=["ContentPage"])


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_words_without_their_accents_come_below_those_as_they_are_written(site, titles, language):
    page_in(site, language, "Sade")
    page_in(site, language, "Säde")
    page_in(site, language, "Vain säde on")
    page_in(site, language, "Vain sade on")
    for query, other in (("säde", "sade"), ("sade", "säde")):
        found = titles(query, language)
        assert sorted(found[:2]) == sorted([query.title(), f"Vain {query} on"])
        assert sorted(found[2:]) == sorted([other.title(), f"Vain {other} on"])


@pytest.mark.parametrize(
    ("locale", "texts", "query", "folded"),
    [
        ("fi", ["lämpö", "lämpöä", "Lämpöpumppu", "lämpöjen"], "lämpö", "lampo"),
        ("fi", ["Järvenpää rakentaa"], "järvenpää raken", "jarvenpaa raken"),
        ("fi", ["Škoda"], "škoda", "skoda"),
        ("sv", ["värme", "värmen", "Värmt vatten", "fjärrvärme värms"], "värme", "varme"),
        ("sv", ["båtar", "en båt"], "båtar", "batar"),
        ("en", ["Café", "Cafés in Järvenpää"], "café", "cafe"),
    ],
)
def test_a_search_without_accents_finds_all_that_one_with_them_does(site, titles, locale, texts, query, folded):
    for text in texts:
        page_in(site, locale, text)
    assert sorted(titles(folded, locale)) == sorted(titles(query, locale)) == sorted(texts)


def test_one_word_may_be_as_it_is_written_and_the_other_without_its_accents(site, titles):
    page_in(site, "fi", "Järvenpää rakentaa")
    assert titles("jarvenpaa bygger", "fi") == []
    page_in(site, "fi", "Jarvenpaa säästää")
    assert titles("jarvenpaa saastaa", "fi") == titles("järvenpää säästää", "fi") == ["Jarvenpaa säästää"]


def test_lists_counts_facets_cursors_and_marks_agree_on_what_is_found_without_accents(site, ask):
    for title in ("Värme", "Varme", "Varma värmare"):
        publish(CasePageFactory(title=title, ingress=title, municipalities=[CaseMunicipality(municipality_id="091")]))
    query = """query ($first: Int, $after: String) { cases(locale: en, filter: {search: "värm"}, first: $first, after: $after) {
      totalCount facets { municipalities { count } } pageInfo { endCursor }
      edges { highlight node { title } } } }"""
    whole = ask(query, first=10)["cases"]
    assert whole["totalCount"] == len(whole["edges"]) == 3
    assert whole["facets"]["municipalities"] == [{"count": 3}]
    assert all("<mark>" in edge["highlight"] for edge in whole["edges"])
    walked, cursor = [], None
    for _ in range(3):
        part = ask(query, first=1, after=cursor)["cases"]
        walked += part["edges"]
        cursor = part["pageInfo"]["endCursor"]
    assert walked == whole["edges"]


@pytest.mark.parametrize("query", ["orchardd house", "orcharrd", "orchad hous", "HOUZE"])
def test_misspelt_words_count_where_nothing_else_is_found(site, titles, query):
    page_in(site, "en", "Orchard house")
    assert titles(query) == ["Orchard house"]


def test_titles_count_more_than_ingresses_those_more_than_bodies_and_those_more_than_places(site, titles):
    publish(CasePageFactory(title="D", municipalities=[CaseMunicipality(municipality_id="638")]))
    page_in(site, "en", "C", body=[{"type": "paragraph", "value": "<p>It stands in Porvoo.</p>"}])
    page_in(site, "en", "B", ingress="It stands in Porvoo.")
    page_in(site, "en", "A in Porvoo")
    assert titles("Porvoo") == ["A in Porvoo", "B", "C", "D"]


@pytest.mark.parametrize(
    "query", ["Vantaa", "Vantaalla", "Vandas", "vanta", "Askolassa", "Acme", "acm", "heat Vanda Acme"]
)
@pytest.mark.parametrize("locale", ["en", "sv"])
def test_case_is_found_by_the_names_of_its_places_and_partners(site, titles, query, locale):
    assert titles(query, locale) == ["Storage"]


def test_every_municipality_is_found_by_every_form_of_its_name(site):
    forms = {place.code: place.inflections for place in Municipality.objects.all()}
    names = {place.code: place.name for place in Municipality.objects.all()}
    assert len(forms) == 26
    for code, inflections in forms.items():
        assert len(inflections["fi"]) >= 5
        assert {form[:3] for form in inflections["fi"]} == {names[code]["fi"][:3]}
        genitive = names[code]["sv"] + ("" if names[code]["sv"].endswith("s") else "s")
        assert genitive in [*inflections["sv"], names[code]["sv"]]


@pytest.mark.parametrize(
    ("code", "form"),
    [("444", "Lohjan"), ("091", "Helsingin"), ("927", "Vihdissä"), ("235", "Kauniaisista"),
     ("078", "Hangossa"), ("257", "Kirkkonummella"), ("049", "Esbos"), ("186", "jarvenpaassa")],
)  # fmt: skip
def test_inflected_place_finds_its_cases(site, titles, code, form):
    publish(CasePageFactory(title="Somewhere", municipalities=[CaseMunicipality(municipality_id=code)]))
    assert titles(form, "fi") == ["Somewhere"]


def test_partner_is_found_by_the_new_name_at_once_and_by_the_old_no_more(site, titles):
    site.organisation.name = "Zenith Works"
    publish(site.organisation)
    assert titles("zenith") == ["Storage"]
    assert titles("Acme") == []


@pytest.mark.parametrize("query", ["Ada", "ada", "Ad"])
def test_page_is_found_by_the_names_of_the_people_it_shows(site, titles, query):
    shown = publish(PersonFactory(name="Ada-Kaisa Öhman"))
    page_in(site, "sv", "Kontakt", body=[{"type": "contacts", "value": {"people": items("person", shown.pk)}}])
    publish(CasePageFactory(title="Bryggan", contacts=[CaseContact(person=shown)]))
    assert {"Kontakt", "Bryggan"} <= set(titles(query, "sv"))
    assert sorted(titles("kaisa ohman", "sv")) == sorted(titles("Ada-Kaisa Öhman", "sv")) == ["Bryggan", "Kontakt"]


@pytest.mark.parametrize("name", ["Foo/Bar Oy", "T&K-Labra", "Zen\u00adith", "R\u200bD Group", "Škoda–Öst"])
def test_partner_is_found_by_the_name_as_it_is_written_and_by_each_of_its_words(site, titles, name):
    site.organisation.name = name
    publish(site.organisation)
    for query in (name, *(word for word in words(name) if len(word) > 1)):
        assert titles(query, pageTypes=["CasePage"]) == ["Storage"]


def test_partner_that_is_not_public_is_not_found(site, titles):
    site.organisation.name = "Draft Works"
    site.organisation.save_revision()
    assert titles("Draft Works") == []
    Organisation.objects.filter(translation_key=site.organisation.translation_key).update(live=False)
    assert titles("Acme") == []


def test_fallback_is_found_in_its_own_language_and_says_so(site, edges):
    page_in(site, "en", "Ferries")
    [edge] = edges("ferry", "fi")
    assert edge["node"] == {"__typename": "ContentPage", "title": "Ferries", "locale": "en", "isFallback": True}
    assert edges("ferry", "fi", fallback=False) == []


def test_translated_page_is_found_in_the_readers_language_alone(site, titles):
    page = page_in(site, "en", "Ferries")
    translate(page, "fi", texts=lambda _: "Lautat")
    assert titles("ferries", "fi") == []
    assert titles("lautta", "fi") == titles("lautat", "fi") == ["Lautat"]
    assert titles("ferries", "sv") == ["Ferries"]


def test_draft_is_not_found(site, titles):
    page = page_in(site, "en", "Ferries")
    page.title = "Granary"
    page.save_revision()
    assert titles("granary") == []
    page.unpublish()
    assert titles("ferries") == []


def test_hidden_page_does_not_change_how_words_are_read(site, titles):
    page_in(site, "fi", "Järvenpää")
    hidden = page_in(site, "fi", "Jarvenpaa")
    assert titles("jarvenpaa", "fi") == ["Jarvenpaa", "Järvenpää"]
    hidden.unpublish()
    assert titles("jarvenpaa", "fi") == ["Järvenpää"]


def test_page_types_narrow_a_search(site, titles):
    page_in(site, "en", "Storage for all")
    assert titles("storage", pageTypes=["CasePage"]) == ["Storage"]
    assert titles("storage", pageTypes=["ContentPage", "ArticlePage"]) == ["Storage for all"]
    assert sorted(titles("storage", pageTypes=[])) == ["Storage", "Storage for all"]


def test_unknown_page_type_is_an_error_that_names_those_there_are(site, ask_error):
    names = ", ".join(sorted(page_type.__name__ for page_type in PAGE_TYPES.values()))
    message = f"No page type is called 'casepage'. There are {names}."
    assert ask_error(SEARCH, text="x", pageTypes=["casepage"]) == ("BAD_USER_INPUT", message)


@pytest.mark.parametrize(
    ("fields", "query", "highlight"),
    [
        ({"ingress": "Old granaries of wood"}, "granary", "Old <mark>granaries</mark> of wood"),
        ({"ingress": "Old & <b>bold</b> granary"}, "gran", "Old &amp; &lt;b&gt;bold&lt;/b&gt; <mark>granary</mark>"),
        ({"ingress": "“Granary/barn”"}, "barn", "“Granary/<mark>barn</mark>”"),
        ({"ingress": "The gran\u00adary"}, "granary", "The <mark>gran\u00adary</mark>"),
        ({"ingress": "Wood"}, "granary", "The <mark>granary</mark> &lt;script&gt;"),
        ({"ingress": "A café \ue000x\ue001 here"}, "cafe", "A <mark>café</mark> \ue000x\ue001 here"),
    ],
)
def test_highlight_is_safe_html_that_marks_the_words(site, edges, fields, query, highlight):
    page_in(site, "en", "The granary <script>", **fields)
    assert [edge["highlight"] for edge in edges(query)] == [highlight]


def test_highlight_marks_words_that_were_found_without_their_accents(site, edges):
    page_in(site, "fi", "Kaupunki", ingress="Järvenpää rakentaa")
    assert [edge["highlight"] for edge in edges("jarvenpaa", "fi")] == ["<mark>Järvenpää</mark> rakentaa"]


def test_highlight_keeps_a_point_between_what_stands_on_lines_of_its_own(site, edges):
    figures = [
        {"value": value, "unit": "MWh", "caption": caption, "as_of": "2025", "source_url": "https://example.org/"}
        for value, caption in (("18\u2009000", "of heat"), ("100\u2009000", "a year"))
    ]
    body = [
        {"type": "paragraph", "value": "<p>It stores.</p><ul><li>alpha<ul><li>beta</li><li>gamma</li></ul></li></ul>"},
        {"type": "key_figures", "value": {"figures": items("figure", *figures)}},
    ]
    page_in(site, "en", "Pit", body=body)
    assert [edge["highlight"] for edge in edges("beta heat")] == [
        "It stores. alpha · <mark>beta</mark> · gamma · 18\u2009000 MWh of <mark>heat</mark> · 100\u2009000 MWh a year"
    ]


def test_highlight_of_a_long_text_shows_where_most_of_the_words_are(site, edges):
    filler = " ".join(["filler"] * 40)
    page_in(site, "en", "Long", ingress=f"A granary. {filler}"[:500], body=[
        {"type": "paragraph", "value": f"<p>{filler} old granary of oak beside {filler} an orchard {filler}</p>"},
    ])  # fmt: skip
    [edge] = edges("granary oak orchard")
    assert "<mark>granary</mark> of <mark>oak</mark> beside" in edge["highlight"]
    assert "<mark>orchard</mark>" in edge["highlight"]
    assert " … " in edge["highlight"]
    assert len(edge["highlight"].split()) < 45


def test_highlight_marks_words_without_their_accents_where_only_a_name_has_them_as_they_are(site, edges):
    """The name is English, where accents do not count; the text is Finnish, where they do."""
    shown = publish(PersonFactory(name="Mia Lämpö"))
    contacts = {"type": "contacts", "value": {"people": items("person", shown.pk)}}
    page_in(site, "fi", "Varasto", body=[{"type": "paragraph", "value": "<p>Kaupunki saa lämpöä.</p>"}, contacts])
    assert [edge["highlight"] for edge in edges("lampo", "fi")] == ["Kaupunki saa <mark>lämpöä</mark>."]


def test_highlight_of_a_match_by_name_is_the_beginning_of_the_text(site, edges):
    [edge] = edges("Acme")
    assert edge["highlight"].startswith("Heat for later")
    assert "<mark>" not in edge["highlight"]


def test_lists_have_highlights_only_when_searching(site, ask):
    query = "query ($filter: ArticleFilter) { articles(locale: en, filter: $filter) { edges { highlight } } }"

    def highlights(query, of, **variables):
        return [edge["highlight"] for edge in ask(query, **variables)[of]["edges"]]

    [marked] = highlights(query, "articles", filter={"search": "new"})
    assert marked.startswith("<mark>New</mark>")
    assert set(highlights(query, "articles")) == {None}
    assert set(highlights(CASES, "cases")) == {None}
    assert set(highlights(CASES, "cases", filter={"search": " "})) == {None}


def test_search_is_one_condition_among_others(site, ask):
    for title in ("Granary", "Old granary"):
        publish(CasePageFactory(title=title, status="planned" if title == "Granary" else "ongoing"))

    def found(**wanted):
        cases = ask(CASES, filter=wanted)["cases"]
        assert cases["totalCount"] == len(cases["nodes"])
        return {node["title"] for node in cases["nodes"]}

    assert found(search="granary") == {"Granary", "Old granary"}
    assert found(search="granary", status=["planned"]) == {"Granary"}
    assert found(search="nothing", status=["planned"]) == set()
    assert found(search="!!", status=["planned"]) == set()
    assert found(search="", status=["planned"]) == {"Granary"}


def test_cases_of_priorities_can_be_searched(site, ask):
    query = """query ($search: String, $order: CaseOrder) { strategies(locale: en) { priorities { code
      cases(filter: {search: $search}, order: $order) { totalCount nodes { title } edges { highlight } } } } }"""

    def found(**variables):
        strategies = ask(query, **variables)["strategies"]
        return {priority["code"]: priority["cases"] for strategy in strategies for priority in strategy["priorities"]}

    storage = {"totalCount": 1, "nodes": [{"title": "Storage"}]}
    for order in ("relevance", "title", None):
        cases = found(search="later", order=order)
        marked = "Heat for <mark>later</mark>"
        assert [edge["highlight"][:27] for of in cases.values() for edge in of.pop("edges")] == [marked, marked]
        assert cases == {"climate-neutrality": storage, "cleantech": storage}
    assert {of["totalCount"] for of in found(search="nothing").values()} == {0}
    assert {of["totalCount"] for of in found(search="?", order="relevance").values()} == {0}


def test_cases_come_by_relevance_when_searching_and_newest_first_otherwise(site, ask):
    for title, ingress in (("Granary", ""), ("Barn", "Once a granary")):
        publish(CasePageFactory(title=title, ingress=ingress))

    def found(**variables):
        return [node["title"] for node in ask(CASES, **variables)["cases"]["nodes"]]

    assert found(filter={"search": "granary"}) == ["Granary", "Barn"]
    assert found(filter={"search": "granary"}, order="relevance") == ["Granary", "Barn"]
    assert found(filter={"search": "granary"}, order="newest") == ["Barn", "Granary"]
    assert found(order="relevance") == found(order="newest") == found()
