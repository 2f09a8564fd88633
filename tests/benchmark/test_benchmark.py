"""The benchmark itself: it starts both servers and reads what they take, finds faults, and makes ratios of figures."""

import io
import json
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tests.benchmark.management.commands import bench
from tests.benchmark.processes import Moment, postgres, why_not_to_trust
from tests.benchmark.publication import Publication
from tests.benchmark.questions import OURS, USUAL, Question
from tests.benchmark.results import Results, Spread, between_runs, between_sides
from tests.benchmark.rounds import Reading, Rounds, trusted
from tests.benchmark.servers import served

READING = Reading(
    group="five questions",
    name="page",
    who=OURS,
    round=0,
    worker=2.0,
    postgres=1.0,
    planning=0.5,
    execution=0.25,
    statements=4.0,
    rate=100.0,
    latency=5.0,
    slow=9.0,
    size=4000,
    doubt="",
)
PUBLICATION = Publication(
    worker=200.0, postgres=50.0, clock=300.0, planning=9.0, execution=20.0, statements=162.0, doubt=""
)
RESULTS = Results(
    about={
        "commit": "0123abc",
        "pages": 3000,
        "workers": 2,
        "threads": 10,
        "postgresql": "18.6",
        "python": "3.11",
        "cores": 2,
    },
    readings=[READING],
    memory={OURS: 250_000_000},
    publications=[PUBLICATION],
)


@pytest.mark.xdist_group("serving")
@pytest.mark.usefixtures("commits")
def test_both_servers_are_measured_and_what_is_refused_is_a_fault():
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if not cursor.fetchone()[0]:  # never so with the embedded server
            pytest.skip("pg_stat_statements, by which the benchmark counts, wants a superuser.")
    documents = dict.fromkeys((OURS, USUAL), "{ __typename }")
    menus = {OURS: "{ locales { code } }", USUAL: '{ cases(locale: "fi") { totalCount } }'}
    questions = [
        Question("group", "nothing", documents),
        Question("group", "a little", menus),
        Question("group", "what nobody knows", {OURS: "{ unknown }"}),
    ]
    ticks: list[str] = []
    database = connection.settings_dict["NAME"]
    with served(OURS, database) as ours, served(USUAL, database) as usual:
        rounds = Rounds({OURS: ours, USUAL: usual}, questions, 0.1, ticks.append, allowance=0)
        readings = rounds.run(1)
        assert all(server.family.memory() > 0 for server in (ours, usual))
    assert [(reading.name, reading.who) for reading in readings] == [
        ("nothing", OURS),
        ("nothing", USUAL),
        ("a little", OURS),
        ("a little", USUAL),
    ]
    by_place = {(reading.name, reading.who): reading for reading in readings}
    assert by_place["a little", OURS].statements >= 1
    assert by_place["a little", USUAL].execution > 0
    assert all(reading.worker >= 0 and reading.rate > 0 and reading.size > 0 for reading in readings)
    assert list(rounds.faults) == [("group", "what nobody knows", OURS)]
    assert "unknown" in rounds.faults["group", "what nobody knows", OURS]
    assert len(ticks) == 2 * 5


@pytest.mark.usefixtures("db")
def test_postgresql_is_counted_with_the_processes_that_have_ended():
    family = postgres()
    before = family.cpu()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM generate_series(1, 2000000)")
    used = family.cpu() - before
    connection.close()
    connection.ensure_connection()
    assert used > 0
    assert family.cpu() - before >= used


def test_round_is_doubted_where_others_or_the_host_took_the_processors():
    begin = Moment(clock=0, busy=0, stolen=0, server=0, postgres=0, own=0)
    ours = replace(begin, clock=1, busy=1, server=0.5, postgres=0.3, own=0.1)
    assert why_not_to_trust(begin, ours, asking=0.1) == ""
    assert why_not_to_trust(begin, replace(ours, busy=2), asking=0.1).startswith("others took")
    assert why_not_to_trust(begin, replace(ours, stolen=0.5), asking=0.1).endswith("taken away")


def test_doubted_rounds_count_only_where_there_are_no_others():
    doubted = replace(READING, round=1, worker=90.0, doubt="others took 40% of the processors")
    assert trusted([READING, doubted]) == {READING.place: [READING]}
    assert trusted([doubted]) == {READING.place: [doubted]}


def test_ratio_is_of_the_same_round_and_more_is_better_for_ours():
    readings = [
        replace(READING, who=who, round=number, worker=worker, postgres=0.0, rate=rate)
        for number, (ours, usual) in enumerate([((1.0, 90.0), (6.0, 30.0)), ((3.0, 80.0), (9.0, 20.0))])
        for who, (worker, rate) in ((OURS, ours), (USUAL, usual))
    ]
    ratios = between_sides(readings, USUAL, OURS)["page"]
    assert ratios["worker + PG ms"] == Spread(4.5, 3.0, 6.0)
    assert ratios["requests/s"] == Spread(3.5, 3.0, 4.0)


def test_runs_are_compared_round_with_round_and_keep_their_spread():
    after = [replace(READING, worker=1.0, postgres=0.0), replace(READING, worker=2.0, postgres=0.0, round=1)]
    ratios = between_runs([READING], after)["page, ours"]
    assert ratios["worker + PG ms"] == Spread(0.5, 1 / 3, 2 / 3)


def test_results_are_read_as_they_were_written_and_two_files_are_compared(tmp_path, settings):
    grown = replace(RESULTS, grown=replace(RESULTS, readings=[replace(READING, worker=3.0)]))
    before, after = tmp_path / "before.json", tmp_path / "after.json"
    RESULTS.save(before)
    faster = replace(READING, worker=1.0)
    replace(grown, about={**RESULTS.about, "commit": "4567def", "pages": 30}, readings=[faster]).save(after)
    assert Results.read(before) == RESULTS
    assert json.loads(after.read_text())["grown"]["readings"][0]["worker"] == 3.0
    written = io.StringIO()
    call_command(bench.Command(), compare=[before, after], stdout=written)
    assert "Commit 4567def as a multiple of 0123abc" in written.getvalue()
    assert "0.67 (0.67–0.67)" in written.getvalue()
    assert "they differ in pages 3000 and 30" in written.getvalue()


def test_nothing_to_measure_is_an_error_and_not_an_empty_table():
    with pytest.raises(CommandError, match="one file or two"):
        call_command(bench.Command(), compare=[1, 2, 3])
