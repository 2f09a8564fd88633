"""The only home of what the gate calls broken, and whom it names."""

from datetime import date

import pytest
from graphql import build_schema, parse

from api.contract.compatibility import Change, compare

BASE = """
    type Query { cases(filter: Filter, first: Int): [Case!]! node: Node sector: Sector oldest: Age }
    interface Node { id: ID! }
    type Case implements Node { id: ID! title: String! year: Int status: Status! }
    type Person implements Node { id: ID! }
    type Age { years: Int! next: Age }
    input Filter { search: String, status: [Status!] }
    enum Status { planned ongoing finished }
    enum Sector { city company }
"""
OPERATIONS = """
    query list($filter: Filter) { cases(filter: $filter) { ...Card } }
    query years { cases(first: 3) { year } }
    query searched { cases(filter: {search: "heat"}) { id } }
    query node { node { id ... on Person { id } } }
    query oldest { oldest { years } }
    fragment Card on Case { id title status }
"""


def change(was, becomes, today=date(2026, 6, 1), base=BASE):
    assert was in base
    return compare(build_schema(base), build_schema(base.replace(was, becomes)), parse(OPERATIONS), today)


def consumers(changes):
    return {change.description: change.consumers for change in changes}


def test_renamed_field_breaks_the_operations_that_ask_for_it():
    found = change("title: String!", "heading: String!")
    assert found.breaking == [Change("Field Case.title was removed.", ("list",))]
    assert found.additions == [Change("Field Case.heading was added.")]
    assert found.invalid == {"list": ["Cannot query field 'title' on type 'Case'."]}


def test_removed_enum_value_breaks_who_reads_it_and_who_may_send_it():
    found = change("finished", "")
    assert found.breaking == [Change("Enum value Status.finished was removed.", ("list",))]
    assert found.invalid == {}


def test_enum_value_in_a_document_counts_too():
    base = BASE.replace("sector: Sector", "of(sector: Sector): Int")
    old, new = build_schema(base), build_schema(base.replace("company", ""))
    found = compare(old, new, parse("query companies { of(sector: company) }"), date(2026, 6, 1))
    assert found.breaking == [Change("Enum value Sector.company was removed.", ("companies",))]
    assert found.invalid.keys() == {"companies"}


def test_value_that_is_never_null_any_more_breaks_nobody():
    found = change("year: Int", "year: Int!")
    assert (found.breaking, found.dangerous, found.invalid) == ([], [], {})


def test_value_that_may_be_null_breaks_who_reads_it():
    [broken] = change("title: String!", "title: String").breaking
    assert broken == Change("Field Case.title changed type from String! to String.", ("list",))


def test_argument_that_must_be_given_breaks_who_asks_for_the_field():
    [broken] = change("first: Int", "first: Int, locale: String!").breaking
    assert broken == Change("A required argument Query.cases(locale:) was added.", ("list", "searched", "years"))
    [broken] = change("first: Int", "first: Int!").breaking
    assert broken == Change("Argument Query.cases(first:) has changed type from Int to Int!.", ("years",))


def test_input_field_that_must_be_given_breaks_who_sends_the_input():
    [broken] = change("search: String,", "search: String, kind: Int!,").breaking
    assert broken == Change("A required field Filter.kind was added.", ("list", "searched"))


def test_removed_input_field_breaks_who_writes_it_and_who_may_send_it():
    [broken] = change("search: String,", "").breaking
    assert broken == Change("Field Filter.search was removed.", ("list", "searched"))


def test_added_argument_is_told_to_who_asks_for_the_field():
    found = change("first: Int", "first: Int, after: String")
    assert (found.breaking, found.dangerous) == ([], [])
    assert list(consumers(found.additions)) == ["An optional argument Query.cases(after:) was added."]


def test_input_field_that_may_be_left_out_endangers_nobody():
    found = change("search: String,", "search: String, hasVideo: Boolean,")
    assert (found.breaking, found.dangerous) == ([], [])
    assert list(consumers(found.additions)) == ["An optional field Filter.hasVideo was added."]


def test_field_that_an_interface_gets_is_told_once():
    old = BASE
    new = BASE.replace("id: ID!", "id: ID! key: ID!")
    found = compare(build_schema(old), build_schema(new), parse(OPERATIONS), date(2026, 6, 1))
    assert list(consumers(found.additions)) == ["Field Node.key was added."]


def test_what_has_been_deprecated_since_is_told_with_who_uses_it():
    reason = "Until 2027-06-30: use key."
    deprecated = f'@deprecated(reason: "{reason}")'
    new = BASE.replace("id: ID!", f"id: ID! {deprecated}").replace("finished", f"finished {deprecated}")
    found = compare(build_schema(BASE), build_schema(new), parse(OPERATIONS), date(2026, 6, 1))
    assert consumers(found.deprecations) == {
        f"Node.id was deprecated: {reason}": ("node",),
        f"Status.finished was deprecated: {reason}": ("list",),
    }
    again = compare(build_schema(new), build_schema(new), parse(OPERATIONS), date(2026, 6, 1))
    assert again.deprecations == []


def test_added_enum_value_is_dangerous_to_who_reads_it():
    found = change("finished", "finished cancelled")
    assert found.breaking == []
    assert found.dangerous == [Change("Enum value Status.cancelled was added.", ("list",))]


def test_field_of_an_interface_is_used_on_every_type_below():
    found = change("type Case implements Node { id: ID!", "type Case { key: ID!")
    assert consumers(found.breaking)["Field Case.id was removed."] == ("list", "node", "searched")


DEPRECATED = BASE.replace("title: String!", 'title: String! @deprecated(reason: "Until 2026-12-31: use heading.")')


@pytest.mark.parametrize(("today", "breaks"), [(date(2026, 12, 31), True), (date(2027, 1, 1), False)])
def test_deprecated_field_may_go_when_its_last_day_is_over(today, breaks):
    field = 'title: String! @deprecated(reason: "Until 2026-12-31: use heading.")'
    found = change(field, "", today, DEPRECATED)
    removal = [Change("Field Case.title was removed.", ("list",))]
    assert (found.breaking, found.expired) == ((removal, []) if breaks else ([], removal))
    assert found.invalid.keys() == {"list"}


@pytest.mark.parametrize("reason", ["Use heading.", "Until tomorrow: use heading.", "Until 2026-13-45: use heading."])
def test_deprecation_without_a_day_never_ends(reason):
    field = f'title: String! @deprecated(reason: "{reason}")'
    found = change(field, "", date(2099, 1, 1), BASE.replace("title: String!", field))
    assert len(found.breaking) == 1


def test_deprecated_field_may_not_change_its_type():
    assert len(change("title: String!", "title: String", date(2027, 1, 1), DEPRECATED).breaking) == 1


@pytest.mark.parametrize(
    ("was", "reason_at", "gone"),
    [
        ("finished", "finished", "Enum value Status.finished was removed."),
        ("first: Int", "first: Int", "Argument Query.cases(first:) was removed."),
        ("search: String", "search: String", "Field Filter.search was removed."),
    ],
)
def test_values_arguments_and_input_fields_end_likewise(was, reason_at, gone):
    deprecated = f'{reason_at} @deprecated(reason: "Until 2026-01-31: nobody needs it.")'
    found = change(deprecated, "", base=BASE.replace(was, deprecated))
    assert ([change.description for change in found.expired], found.breaking) == ([gone], [])


def test_type_goes_with_the_field_that_led_to_it():
    field = 'oldest: Age @deprecated(reason: "Until 2026-01-31: nobody needs it.")'
    base = BASE.replace("oldest: Age", field)
    new = base.replace(field, "").replace("type Age { years: Int! next: Age }", "")
    found = compare(build_schema(base), build_schema(new), parse(OPERATIONS), date(2026, 6, 1))
    assert consumers(found.expired) == {"Age was removed.": ("oldest",), "Field Query.oldest was removed.": ("oldest",)}
    assert found.breaking == []


def test_type_that_something_else_leads_to_does_not_go_with_it():
    field = 'oldest: Age @deprecated(reason: "Until 2026-01-31: nobody needs it.")'
    base = BASE.replace("oldest: Age", f"{field} youngest: Age")
    new = base.replace(f"{field} youngest: Age", "").replace("type Age { years: Int! next: Age }", "")
    found = compare(build_schema(base), build_schema(new), parse(OPERATIONS), date(2026, 6, 1))
    assert consumers(found.breaking).keys() == {"Age was removed.", "Field Query.youngest was removed."}
