"""The only home of how results are shown: tables of medians, each with its smallest and largest."""

from collections.abc import Iterable, Mapping

from tests.benchmark.questions import OURS, USUAL
from tests.benchmark.results import MEASURES, Results, Spread, between_runs, between_sides
from tests.benchmark.rounds import Reading, trusted

COLUMNS = {
    "worker ms": lambda reading: reading.worker,
    "PG ms": lambda reading: reading.postgres,
    "planning": lambda reading: reading.planning,
    "execution": lambda reading: reading.execution,
    "SQL": lambda reading: reading.statements,
    "requests/s": lambda reading: reading.rate,
    "latency ms": lambda reading: reading.latency,
    "p95 ms": lambda reading: reading.slow,
    "kB": lambda reading: reading.size / 1000,
}
OF_GROWTH = ["PG ms", "plan + execution ms", "worker ms", "SQL"]
BOTH = ["worker + PG ms", "worker ms", "PG ms", "requests/s", "latency ms", "SQL"]
NAME, CELL = 40, 21
DOUBTED = "?"
EXPLAINED = (
    "Median (smallest–largest) of the rounds, for each request. Worker and PG are CPU time of all their processes at\n"
    "16 connections; planning and execution are by PostgreSQL's clock, latency and p95 the client's, at one connection."
)


def report(found: Results) -> str:
    of = found.about
    head = (
        f"Commit {of['commit']}: {of['pages']} published pages, {of['workers']} workers with {of['threads']} threads, "
        f"PostgreSQL {of['postgresql']}, Python {of['python']}, {of['cores']} cores.\n{EXPLAINED}"
    )
    parts = [head, *_tables(found.readings)]
    if ratios := between_sides(found.readings, USUAL, OURS):
        title = f"How many times more the {USUAL} schema takes (and fewer requests it answers)"
        parts.append(_ratios(title, ratios, BOTH))
    if found.memory:
        parts.append("Memory after load (PSS, main process and workers): " + _memory(found.memory))
    if found.publications:
        parts.append(_publications(found))
    if found.grown:
        pages = f"{of['pages']} to {found.grown.about['pages']} pages"
        parts += [
            f"Grown from {pages}",
            *_tables(found.grown.readings),
            _ratios(f"Growth from {pages}", between_runs(found.readings, found.grown.readings), OF_GROWTH),
        ]
    parts.append(_trust(found))
    return "\n\n".join(parts)


def comparison(before: Results, after: Results) -> str:
    """How many times more everything takes after than before."""
    title = f"Commit {after.about['commit']} as a multiple of {before.about['commit']}"
    parts = [_ratios(title, between_runs(before.readings, after.readings), list(MEASURES))]
    if before.grown and after.grown:
        grown = between_runs(before.grown.readings, after.grown.readings)
        parts.append(_ratios(f"The same with {after.grown.about['pages']} pages", grown, list(MEASURES)))
    parts += [f"{name}:\n{text}" for name, text in (("Before", _others(before)), ("After", _others(after)))]
    differing = [
        f"{name} {before.about[name]} and {after.about[name]}"
        for name in before.about
        if name != "commit" and before.about[name] != after.about.get(name)
    ]
    if differing:
        parts.append("These are not comparable as they stand; they differ in " + ", ".join(differing) + ".")
    return "\n\n".join([*parts, _trust(before), _trust(after)])


def _others(found: Results) -> str:
    return "\n".join([_memory(found.memory), _publications(found)] if found.publications else [_memory(found.memory)])


def _tables(readings: list[Reading]) -> Iterable[str]:
    known = trusted(readings)
    for group in dict.fromkeys(group for group, _, _ in known):
        lines = [_line(group.capitalize(), COLUMNS)]
        for (of_group, name, who), found in known.items():
            if of_group == group:
                label = f"{name}, {who}" if (group, name, USUAL) in known else name
                cells = [str(Spread.of(map(value, found))) for value in COLUMNS.values()]
                lines.append(_line(label + (DOUBTED if found[0].doubt else ""), cells))
        yield "\n".join(lines)


def _ratios(title: str, ratios: Mapping[str, Mapping[str, Spread]], measures: list[str]) -> str:
    lines = [title, _line("", measures)]
    lines += [_line(name, (str(of[measure]) for measure in measures)) for name, of in ratios.items()]
    return "\n".join(lines)


def _line(name: str, cells: Iterable[str]) -> str:
    return name.ljust(NAME) + "".join(cell.rjust(CELL) for cell in cells)


def _memory(memory: Mapping[str, int]) -> str:
    return ", ".join(f"{who} {size / 1e6:.0f} MB" for who, size in memory.items())


def _publications(found: Results) -> str:
    columns = {
        "CPU ms": [one.worker for one in found.publications],
        "PG ms": [one.postgres for one in found.publications],
        "clock ms": [one.clock for one in found.publications],
        "planning": [one.planning for one in found.publications],
        "execution": [one.execution for one in found.publications],
        "SQL": [one.statements for one in found.publications],
    }
    cells = (str(Spread.of(values)) for values in columns.values())
    return f"{_line('One publication of a case', columns)}\n{_line('', cells)}"


def _trust(found: Results) -> str:
    doubted = {reading.place for reading in found.readings if reading.doubt}
    known = trusted(found.readings)
    nothing_else = [f"{name}, {who}" for (_, name, who), rounds in known.items() if rounds[0].doubt]
    if not found.doubts:
        return "The machine did nothing else: every round can be trusted."
    text = (
        f"The machine was busy in {len(found.doubts)} measurements of {len(doubted)} questions; "
        f"the last time, {found.doubts[-1]}."
    )
    if nothing_else:
        text += f" No round can be trusted (marked {DOUBTED}) of: {'; '.join(nothing_else)}."
    return text
