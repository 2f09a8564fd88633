"""The only home of the rules that hold whatever is known of a path: tried on random knowledge, without a database."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.reading.languages import Reader, best
from api.reading.private.access import Access, Restriction
from api.reading.private.pages import RestrictedVersion
from api.reading.routes.decision import Answer, Gone, Nothing, Page, Password, Redirect, decide
from api.reading.routes.known import Known, PublicVersion, Spot, reader_at
from api.reading.routes.paths import SitePath
from api.reading.routes.redirects import ManualRedirect, Step, steps_from
from api.reading.routes.visit import Place, PrivateVersion, Visit
from api.reading.sites import SiteChoice
from cms.publishing.beside import beside

MANY = 300  # no database is asked
READER = Reader("en", SiteChoice())
LANGUAGES = ["en", "fi", "sv"]
KEYS = [f"{digit * 8}-0000-4000-8000-000000000000" for digit in "abcd"]
PATHS = ["", "one/", "two/", "one/three/"]
PASSWORD, LOGIN = Restriction(1, "password", "sesame", []), Restriction(2, "login", "", [])


class Tokens(Access):
    """Tokens that meet restrictions of these kinds."""

    def __init__(self, kinds: set[str]) -> None:
        super().__init__("")
        self.kinds = kinds

    def _meets(self, restriction: Restriction) -> bool:
        return restriction.type in self.kinds


# Any knowledge

states = st.dictionaries(
    st.sampled_from(KEYS),
    st.tuples(
        st.dictionaries(st.sampled_from(LANGUAGES), st.sampled_from(PATHS), min_size=1),
        st.sampled_from([[], [], [], [PASSWORD], [LOGIN], [PASSWORD, LOGIN]]),
    ),
)
histories = st.dictionaries(
    st.tuples(st.sampled_from(LANGUAGES), st.sampled_from([*PATHS, "was/"])), st.sampled_from(KEYS)
)
old_paths = st.sampled_from(["/old", "/older", "/oldest", "/en/one", "/fi/one", "/sv/was", "/en/old", "/sv/two?a=1"])
addresses = st.one_of(
    old_paths,
    st.builds("/{}/{}".format, st.sampled_from(LANGUAGES), st.sampled_from([*PATHS, "was/", "one/?a=1#b"])),
    st.builds(lambda key: f"/sv/{beside('one/', key)}", st.sampled_from(KEYS)),
    st.sampled_from(["https://elsewhere.example/", "/files/one.pdf", "//elsewhere.example/", "javascript:alert(1)"]),
)
targets = addresses.map(lambda link: (link, "", "")) | st.tuples(
    st.just(""), st.sampled_from(KEYS), st.sampled_from(LANGUAGES)
)
redirects = st.dictionaries(old_paths, st.tuples(st.booleans(), targets))
tokens = st.sets(st.sampled_from(["password", "login"])).map(Tokens)
asked = st.one_of(addresses, st.sampled_from(["/", "/de/one/", "/en/nowhere/"])).map(SitePath.parse)


@st.composite
def knowledge(draw: st.DrawFn) -> Known:
    """What a database may know: `taken_in` as the view has it, and every public path remembered."""
    pages = draw(states)
    placed = [
        (number, key, language, path if key == KEYS[0] else path or "one/", held)  # a site has one home page
        for number, (key, (versions, held)) in enumerate(sorted(pages.items()))
        for language, path in sorted(versions.items())
    ]
    visible = [version for version in placed if LOGIN not in version[4]]

    def taken_in(number: int, key: str, language: str, path: str) -> list[str]:
        return sorted(
            other_language
            for other, other_key, other_language, other_path, _ in visible
            if other_path == path and other_key != key and (other_language != language or other < number)
        )

    public = [
        PublicVersion(n, key, code, path, taken_in(n, key, code, path))
        for n, key, code, path, held in placed
        if not held
    ]
    restricted = [
        RestrictedVersion(key, code, path, taken_in(n, key, code, path), held)
        for n, key, code, path, held in placed
        if held
    ]
    remembered = draw(histories) | {(version.locale, version.path): version.key for version in reversed(public)}
    return Known(
        redirects=(
            ManualRedirect(old_path, permanent, link, "", key, language)
            for old_path, (permanent, (link, key, language)) in draw(redirects).items()
        ),
        owners=((Spot(*spot), key) for spot, key in remembered.items()),
        concealed={version.key for version in restricted},
        public=public,
        restricted=restricted,
    )


def visited(known: Known, path: SitePath, access: Access) -> Visit:
    return known.visit(path, reader_at(path, READER), steps_from(path, known.redirects), access)


def without(known: Known, hidden: Callable[[RestrictedVersion], bool]) -> Known:
    """The same, as if some of what is restricted were not there; but nobody may learn that it is gone."""
    return Known(
        known.redirects.values(),
        known.owners.items(),
        known.concealed,
        public_versions(known),
        [version for versions in known.restricted.values() for version in versions if not hidden(version)],
    )


def public_versions(known: Known) -> list[PublicVersion]:
    return [version for versions in known.versions.values() for version in versions.values()]


def readers() -> list[Reader]:
    return [READER.in_language(language) for language in LANGUAGES]


@given(knowledge(), asked, tokens)
@settings(max_examples=MANY)
def test_what_no_token_opens_is_not_shown_and_changes_nothing_but_that_a_password_is_asked_for(known, path, access):
    visit = visited(known, path, access)
    answer = decide(visit)
    if answer == Password():
        assert any(version.asks_for_password and not version.is_open for version in visit.private)
    else:
        assert answer == decide(visited(without(known, lambda held: not access.opens(held.restrictions)), path, access))


@given(knowledge(), asked, st.just(Tokens(set())))
@settings(max_examples=MANY)
def test_without_tokens_every_page_shown_or_led_to_is_public(known, path, access):
    answer = decide(visited(known, path, access))
    assert not isinstance(answer, Page) or answer.version in public_versions(known)
    if isinstance(answer, Redirect):
        assert answer.location in named(known, path, ())


def named(known: Known, path: SitePath, private: Sequence[PrivateVersion]) -> set[str]:
    """Every location that a decision may name: pages that this visitor may read, addresses of redirects, the home page."""
    versions = [*public_versions(known), *(version for version in private if version.is_open)]
    pages = {reader.path(version) for version in versions for reader in readers()}
    steps = steps_from(path, known.redirects)
    suffixes = ["", *(step.suffix for step in steps if step.own_address)]
    elsewhere = {address for step in steps for address in (step.own_address, step.external) if address}
    return {page + suffix for page in pages for suffix in suffixes} | elsewhere | {"/en/"}


@given(knowledge(), asked, tokens)
@settings(max_examples=MANY)
def test_decision_names_only_what_is_in_the_visit(known, path, access):
    visit = visited(known, path, access)
    answer = decide(visit)
    if isinstance(answer, Page):
        assert answer.version in [
            *visit.places[path].there,
            *visit.versions[answer.version.translation_key].values(),
            *visit.private,
        ]
        assert visit.reader.path(answer.version) == str(path)
    if isinstance(answer, Redirect):
        assert answer.location in named(known, path, visit.private)
        assert SitePath.parse(answer.location) != path


@given(knowledge(), tokens)
@settings(max_examples=MANY)
def test_public_page_is_at_its_path_whatever_else_is_known(known, access):
    for reader in readers():
        for versions in known.versions.values():
            if version := best(versions.items(), reader):
                assert decide(visited(known, SitePath.parse(reader.path(version)), access)) == Page(version)


@given(knowledge(), asked, tokens)
@settings(max_examples=MANY)
def test_what_a_redirect_leads_to_redirects_no_further(known, path, access):
    answer = decide(visited(known, path, access))
    if isinstance(answer, Redirect) and SitePath.parse(answer.location).locale and path.prefix:
        assert isinstance(decide(visited(known, SitePath.parse(answer.location), access)), Page)


@given(knowledge(), asked, tokens)
@settings(max_examples=MANY)
def test_redirect_beats_no_page_that_the_visitor_may_read_and_every_other_answer(known, path, access):
    visit = visited(known, path, access)
    answer, plain = decide(visit), decide(replace(visit, steps=()))
    if answer != plain:
        assert isinstance(answer, Redirect)
        assert not isinstance(plain, Page)


@given(knowledge(), st.permutations(["/en/one", "/en/old", "/old"]), st.integers(1, 3), tokens)
def test_circle_is_as_if_nobody_had_made_it(known, paths, length, access):
    circle = paths[:length]
    known.redirects |= {
        path: ManualRedirect(path, True, following, "", "", "")
        for path, following in zip(circle, [*circle[1:], circle[0]], strict=True)
    }
    for path in map(SitePath.parse, circle):
        visit = visited(known, path, access)
        assert decide(visit) == decide(replace(visit, steps=()))


@given(st.integers(1, 30))
def test_chain_of_any_length_ends(length):
    made = {f"/{n}": ManualRedirect(f"/{n}", True, f"/{n + 1}", "", "", "") for n in range(length)}
    assert len(steps_from(SitePath.parse("/0"), made)) == (length if length <= 10 else 0)


# The order, as a table: what is known besides takes each answer in turn

HERE, MOVED = SitePath.parse("/en/one/"), "two/"
A, B, C, D = KEYS


def public(key: str, path: str) -> PublicVersion:
    return PublicVersion(1, key, "en", path, [])


def private(key: str, path: str, *, is_open: bool) -> PrivateVersion:
    return PrivateVersion(key, "en", path, [], is_open, asks_for_password=True)


ORDER: list[tuple[dict[str, Any], Answer]] = [
    ({"there": [public(A, "one/")]}, Page(public(A, "one/"))),
    ({"private": [private(B, "one/", is_open=True)]}, Page(private(B, "one/", is_open=True))),
    ({"steps": [Step(True, external="https://elsewhere.example/")]}, Redirect("https://elsewhere.example/", True)),
    ({"private": [private(B, "one/", is_open=False)]}, Password()),
    ({"versions": {C: {"en": public(C, "two/")}}, "owners": [C, D]}, Redirect("/en/two/", True)),
    ({"private": [private(D, "two/", is_open=True)], "owners": [C, D]}, Redirect("/en/two/", False)),
    ({"private": [private(D, "two/", is_open=False)], "owners": [C, D]}, Password()),
    ({"owners": [C, D]}, Gone()),
    ({}, Nothing()),
]


def visit_of(*facts: dict[str, Any]) -> Visit:
    """A visit of which all these facts are known."""
    of = {
        name: [value for fact in facts for value in fact.get(name, ())]
        for name in ("there", "owners", "steps", "private")
    }
    versions = {key: found for fact in facts for key, found in fact.get("versions", {}).items()}
    place = Place(READER, of["there"], list(dict.fromkeys(of["owners"])))
    return Visit(HERE, READER, {HERE: place}, versions, of["steps"], of["private"])


@pytest.mark.parametrize("row", range(len(ORDER)))
def test_each_answer_comes_before_all_below_it(row):
    facts = [facts for facts, _ in ORDER]
    assert decide(visit_of(facts[row])) == decide(visit_of(*facts[row:])) == ORDER[row][1]


def test_nothing_is_gone_of_which_nobody_may_learn():
    visit = visit_of({"owners": [C, D]})
    assert decide(visit) == Gone()
    assert decide(replace(visit, concealed=frozenset([D]))) == Nothing()


@pytest.mark.parametrize("text", ["/", "", "//", "/?a=1", "/#a"])
def test_front_door_leads_to_the_first_language(text):
    assert decide(Visit(SitePath.parse(text), READER)) == Redirect("/en/", permanent=False)
