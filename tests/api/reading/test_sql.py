"""The only home of SQL as a value: parts bring their parameters along, and a name means one value."""

import re
from pathlib import Path

import pytest
from django.db.models import IntegerField, Value
from hypothesis import given
from hypothesis import strategies as st

from api.reading import sql as room
from api.reading.sql import PARAMETER, PART, Sql, load, of_query, sql, together
from cases.models import Goal

FILES = sorted(Path(room.__file__).parent.glob("*.sql"))
NAMES = st.from_regex(r"[a-z]{1,8}(_[0-9])?", fullmatch=True)
VALUES = st.one_of(st.integers(), st.text(max_size=5), st.none(), st.lists(st.integers(), max_size=3))


@given(st.dictionaries(NAMES, VALUES, max_size=5), st.dictionaries(NAMES, VALUES, max_size=5))
def test_statement_has_the_parameters_of_all_its_parts_unless_one_name_means_two_things(own, of_part):
    part = Sql(" ".join(f"%({name})s" for name in of_part), of_part)
    text = "{the_part} and " + " ".join(f"%({name})s" for name in own)
    if any(own[name] != of_part[name] for name in own.keys() & of_part.keys()):
        with pytest.raises(ValueError, match="has two values"):
            sql(text, the_part=part, **own)
        return
    whole = sql(text, the_part=part, **own)
    assert whole.params == own | of_part
    assert set(PARAMETER.findall(whole.text)) == whole.params.keys()


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(0, 1), max_size=2), min_size=1, max_size=4))
def test_several_in_a_row_keep_each_name_to_one_value(params):
    given_params = [Sql(str(number), one) for number, one in enumerate(params)]
    values = {name: {one[name] for one in params if name in one} for one in params for name in one}
    if any(len(different) > 1 for different in values.values()):
        with pytest.raises(ValueError, match="has two values"):
            together(" + ", *given_params)
    else:
        row = together(" + ", *given_params)
        assert row.text == " + ".join(map(str, range(len(params))))
        assert row.params == {name: value for one in params for name, value in one.items()}


def test_part_that_is_not_given_is_an_error():
    with pytest.raises(KeyError, match="part"):
        sql("SELECT {part}")


def test_what_a_client_wrote_is_never_part_of_the_text():
    assert sql("SELECT %(x)s", x="'; DROP TABLE page; {x} %(x)s").text == "SELECT %(x)s"


@pytest.mark.django_db
def test_value_is_what_the_statement_is_asked_with_however_often_its_name_stands():
    assert sql("SELECT %(x)s::int + %(x)s::int, {more}", x=2, more=sql("%(y)s", y="%")).rows() == [(4, "%")]


@pytest.mark.django_db
def test_query_of_djangos_can_be_a_part_and_sql_can_be_in_a_query_of_djangos():
    Goal.objects.all().delete()
    Goal.objects.bulk_create(Goal(number=number, title={"en": "50 %"}, color="#000000") for number in (1, 2, 3))
    most = sql("number <= %(most)s", most=2).as_condition()
    twice = sql("number * %(times)s", times=2).as_expression(IntegerField())
    rows = Goal.objects.filter(most).annotate(twice=twice, one=Value("50 %")).order_by("number")
    found = sql("SELECT * FROM ({rows}) AS goal", rows=of_query(rows.values_list("number", "twice", "one"), "row"))
    assert found.rows() == [(1, 2, "50 %"), (2, 4, "50 %")]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_file_of_sql_is_asked_somewhere_and_has_no_comment_within_a_line(file):
    code = "".join(path.read_text() for path in Path(room.__file__).parents[1].rglob("*.py"))
    assert re.search(rf'"{file.stem}"', code) or file.stem.startswith("facet_")
    lines = [line for line in file.read_text().splitlines() if not line.startswith("--")]
    assert not [line for line in lines if "--" in line]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_comments_of_a_file_are_not_sent(file):
    parts = {name: Sql("part") for name in PART.findall(file.read_text())}
    assert "--" not in load(file.stem, **parts).text
