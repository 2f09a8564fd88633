"""The only home of what one document may cost."""

import time

import pytest

from api.allowance import MOST_PAGES
from api.execution.limits import DEEPEST, LONGEST_ALIAS, MOST_ALIASES, MOST_CHARACTERS, MOST_REPEATS, MOST_TOKENS
from cases.models import RelatedCase
from tests.api.copies import copies
from tests.factories import CasePageFactory, publish

pytestmark = pytest.mark.django_db


def aliases(number: int) -> str:
    return " ".join(f"a{n}: name" for n in range(number))


four_lists_of_names = " ".join(f"a{n}: locales {{ ...Names }}" for n in range(4))


def levels(number: int) -> str:
    """A query of so many levels."""
    return "{ strategy(locale: en) " + "{ predecessor " * (number - 2) + "{ title }" + "}" * (number - 2) + " }"


def test_as_many_aliases_as_allowed_are_answered(ask):
    assert ask(f"{{ locales {{ {aliases(MOST_ALIASES)} }} }}")["locales"]


@pytest.mark.parametrize(
    "document",
    [
        f"{{ locales {{ {aliases(MOST_ALIASES + 1)} }} }}",
        f"{{ locales {{ ...Names }} }} fragment Names on Locale {{ {aliases(MOST_ALIASES + 1)} }}",
        f"{{ locales {{ ... on Locale {{ {aliases(MOST_ALIASES + 1)} }} }} }}",
        # CVE-2026-47707: the same fragment at many places.
        f"{{ {four_lists_of_names} }} fragment Names on Locale {{ {aliases(20)} }}",
        f"{{ locales {{ ...Names ...Names ...Names ...Names }} }} fragment Names on Locale {{ {aliases(20)} }}",
        f"""{{ ...A ...B }} fragment A on Query {{ ...B }} fragment B on Query {{ locales {{ ...Names ...More }} }}
        fragment Names on Locale {{ {aliases(20)} ...More }} fragment More on Locale {{ {aliases(20)} }}""",
    ],
)
def test_more_aliases_are_an_error_that_names_the_limit(ask_error, document):
    code, message = ask_error(document)
    assert code == "GRAPHQL_VALIDATION_FAILED"
    assert f"{MOST_ALIASES} are allowed" in message


def test_document_as_deep_as_allowed_is_answered(ask):
    assert ask(levels(DEEPEST)) == {"strategy": None}


@pytest.mark.parametrize(
    "document",
    [
        levels(DEEPEST + 1),
        "{ strategy(locale: en) { ...Deep } } fragment Deep on StrategyPage "
        + "{ predecessor " * (DEEPEST - 1)
        + "{ title }"
        + "}" * (DEEPEST - 1),
    ],
)
def test_deeper_document_is_an_error_that_names_the_limit(ask_error, document):
    assert ask_error(document) == (
        "GRAPHQL_VALIDATION_FAILED",
        f"{DEEPEST + 1} levels are too deep; {DEEPEST} are allowed.",
    )


def test_more_tokens_are_an_error(ask_error):
    code, message = ask_error("{ locales { " + "code " * MOST_TOKENS + "} }")
    assert code == "GRAPHQL_PARSE_FAILED"
    assert str(MOST_TOKENS) in message


@pytest.mark.parametrize(
    "filled",
    ["# {} \n{{ __typename }}", "{{ __typename }} {}", '{{ search(locale: en, query: "{}") {{ totalCount }} }}'],
)
def test_longer_documents_are_an_error_that_names_the_limit(ask, ask_error, filled):
    """A comment, white space or a text is no token more, however long it is."""
    fill = " " * (MOST_CHARACTERS - len(filled.format("")))
    if "search" not in filled:
        assert ask(filled.format(fill)) == {"__typename": "Query"}
    code, message = ask_error(filled.format(fill + " "))
    assert code == "GRAPHQL_PARSE_FAILED"
    assert message == f"The document has {MOST_CHARACTERS + 1} characters; {MOST_CHARACTERS} are allowed."


def test_brackets_without_end_are_a_syntax_error(ask_error):
    assert ask_error("{a" * 900)[0] == "GRAPHQL_PARSE_FAILED"
    assert ask_error("{ goals(locale: " + "[" * 1500 + ") }")[0] == "GRAPHQL_PARSE_FAILED"


def test_fragments_that_spread_one_another_twice_take_no_time(ask):
    fragments = " ".join(f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(150))
    began = time.process_time()
    answer = ask(f"{{ ...F0 }} {fragments} fragment F150 on Query {{ __typename }}")
    assert answer == {"__typename": "Query"}
    assert time.process_time() - began < 2


def test_field_that_is_repeated_is_answered_once(ask):
    assert ask("{ locales { " + "code " * MOST_REPEATS + "} }") == ask("{ locales { code } }")


@pytest.mark.parametrize(
    "repeated",
    ["code " * 1000, "a: code " * 1000, "... on Locale { code } " * 500, "code @include(if: true) " * 200],
)
def test_field_that_is_repeated_more_often_is_an_error_that_names_the_limit(ask_error, repeated):
    code, message = ask_error(f"{{ locales {{ {repeated} }} }}")
    assert code == "GRAPHQL_VALIDATION_FAILED"
    assert f"{MOST_REPEATS} are allowed. Once is enough." in message


def test_fragments_that_repeat_a_field_too_often_are_an_error_that_says_what_to_do(ask_error):
    fragments = " ".join(f"fragment F{n} on Locale {{ {'code ' * 50} }}" for n in range(60))
    spreads = " ".join(f"...F{n}" for n in range(60))
    code, message = ask_error(f"{{ locales {{ {spreads} }} }} {fragments}")
    assert code == "GRAPHQL_VALIDATION_FAILED"
    assert "Write each field once" in message


def test_longer_alias_is_an_error_that_names_the_limit(ask, ask_error):
    assert ask(f"{{ {'a' * LONGEST_ALIAS}: __typename }}")
    error = ("GRAPHQL_VALIDATION_FAILED", f"An alias may have {LONGEST_ALIAS} characters.")
    assert ask_error(f"{{ {'a' * (LONGEST_ALIAS + 1)}: __typename }}") == error


def test_message_that_quotes_a_clients_words_is_short(ask_raw):
    answer = ask_raw(
        'query ($names: [String!]) { search(query: "", locale: en, pageTypes: $names) { totalCount } }',
        names=["a" * 100_000],
    )
    assert len(answer["errors"][0]["message"]) < 2000


def test_fragment_that_spreads_itself_is_an_error(ask_error):
    code, message = ask_error("{ locales { ...A } } fragment A on Locale { code ...A }")
    assert code == "GRAPHQL_VALIDATION_FAILED"
    assert "cannot spread fragment" in message.lower()


def test_answer_that_grows_with_every_level_ends_in_an_error_that_names_the_limit(ask_error, home):
    first = publish(CasePageFactory(title="Case"))
    second = CasePageFactory(title="Second")
    second.related = [RelatedCase(case=first)]
    documents = copies(publish(second), 24)
    rows = [{"case": str(document.page.translation_key)} for document in documents]
    for document in documents:
        document.document["related"] = rows
        document.mentions["head"]["cases.casepage"] = [row["case"] for row in rows]
        document.save(update_fields=["document", "mentions"])
    related = "related(first: 20) { title }"
    for _ in range(3):
        related = f"related(first: 20) {{ {related} }}"
    code, message = ask_error(f"{{ cases(locale: en) {{ nodes {{ {related} }} }} }}")
    assert code == "ANSWER_TOO_LARGE"
    assert f"more than {MOST_PAGES} pages" in message
