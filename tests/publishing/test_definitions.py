"""What the database defines stands in numbered files: each is named by a migration, and none changes once released."""

import re
import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from cms.publishing import sql
from cms.publishing.migrated import defined_by_all, migrations
from cms.publishing.operations import Define, Definitions, PutBack, SetAside

pytestmark = pytest.mark.django_db  # one package asks the database as soon as its migrations are read

ROOT = Path(__file__).parents[2]
DEFINES = re.compile(
    r"\bCREATE\s+(OR REPLACE\s+|CONSTRAINT\s+)*(FUNCTION|TEXT SEARCH CONFIGURATION|TRIGGER|VIEW)\s+[a-z]"
)
FILES = [(name, number) for name in sql.ORDER for number in sql.numbers(name)]
NEXT = f"{sql.numbers('publishedpage')[-1] + 1:04}.sql"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files, in a place where they may be changed."""
    folder = Path(shutil.copytree(sql.FOLDER, tmp_path / "sql"))
    monkeypatch.setattr(sql, "FOLDER", folder)
    monkeypatch.setattr(sql, "MANIFEST", folder / sql.MANIFEST.name)
    return folder


def operations() -> list[Definitions]:
    found = [operation for migration in migrations() for operation in migration.operations]
    return [operation for operation in found if isinstance(operation, Definitions)]


def test_released_files_are_as_they_were_released() -> None:
    assert sql.broken() == []
    unreleased = sorted(sql.digests().keys() - sql.released().keys())
    assert unreleased == [], "Run manage.py release_definitions, which closes them, and commit what it writes."


def test_every_folder_has_its_place_in_the_order_and_numbers_without_gaps() -> None:
    assert sorted(sql.ORDER) == sorted(
        path.name for path in sql.FOLDER.iterdir() if path.is_dir() and path.name[0] != "_"
    )
    assert {name: sql.numbers(name) for name in sql.ORDER} == {
        name: list(range(1, len(sql.numbers(name)) + 1)) for name in sql.ORDER
    }


@pytest.mark.parametrize(("name", "number"), FILES)
def test_file_makes_what_its_folder_is_named_after_or_nothing(name: str, number: int) -> None:
    made = [thing.name for thing in sql.made(sql.text(name, number))]
    assert made == [] or f"publishing_{name}" in made


def test_every_file_is_named_by_a_migration_in_the_order_of_its_numbers() -> None:
    named = [item for operation in operations() if isinstance(operation, Define) for item in operation.numbers.items()]
    assert sorted(named) == sorted(FILES), "Write a migration that names the new file: Define(name=number)."
    assert {name: [number for other, number in named if other == name] for name in sql.ORDER} == {
        name: sql.numbers(name) for name in sql.ORDER
    }


def test_what_is_set_aside_holds_then_and_is_put_back() -> None:
    numbers: dict[str, int] = {}
    for operation in operations():
        before = {name: numbers.get(name, 0) for name in operation.numbers}
        assert operation.before() == before, operation.describe()
        numbers |= operation.after()
    assert numbers == {name: sql.numbers(name)[-1] for name in sql.ORDER}
    assert defined_by_all().numbers == numbers


def test_both_views_have_the_same_columns_and_sources() -> None:
    public, restricted = (sql.text(name, sql.numbers(name)[-1]) for name in ("publishedpage", "restrictedpage"))
    own = re.compile(r",\n       ARRAY\(\n           SELECT DISTINCT held\.id .*? AS restrictions", re.DOTALL)
    of_both = re.compile(r"^SELECT page\.id,.*?(?=^  AND (?:NOT \()?page\.path)", re.DOTALL | re.MULTILINE)
    assert own.search(restricted)
    assert of_both.search(public)[0] == of_both.search(own.sub("", restricted))[0]


@pytest.mark.parametrize("package", ["api", "cases", "cms", "home"])
def test_no_module_defines_anything_beside_the_files(package: str) -> None:
    modules = (ROOT / package).rglob("*.py")
    assert [str(path) for path in modules if DEFINES.search(path.read_text())] == []


def test_file_that_changed_is_named_with_what_to_do(copy: Path) -> None:
    (copy / "publishedpage" / "0002.sql").write_text("-- Everything is public.\n")
    shutil.rmtree(copy / "found")
    found, changed = sql.broken()
    assert found.startswith("cms/publishing/sql/found/0001.sql was released and must not change.")
    assert changed == (
        "cms/publishing/sql/publishedpage/0002.sql was released and must not change. Put it back, and write the next "
        f"number, {NEXT}, and a migration that names it."
    )
    with pytest.raises(CommandError, match="write the next number"):
        call_command("release_definitions")


def test_new_file_is_closed_by_the_command_and_nothing_else_is(copy: Path) -> None:
    before = sql.released()
    (copy / "publishedpage" / NEXT).write_text("-- Nothing is public.\n")
    assert sql.digests().keys() - sql.released().keys() == {f"publishedpage/{NEXT}"}
    call_command("release_definitions", verbosity=0)
    assert sql.released() == sql.digests()
    assert sql.released().items() > before.items()


def test_operations_say_what_they_do_and_are_written_as_they_are_read() -> None:
    assert Define(found=1, folded=2).describe() == "Define found 1, folded 2"
    for operation in (Define(found=2), SetAside(found=2), PutBack(found=2)):
        name, args, numbers = operation.deconstruct()
        assert (name, args, numbers) == (type(operation).__name__, [], {"found": 2})
    assert (Define(found=2).before(), Define(found=2).after()) == ({"found": 1}, {"found": 2})
    assert (SetAside(found=2).before(), SetAside(found=2).after()) == ({"found": 2}, {"found": 0})
    assert (PutBack(found=2).before(), PutBack(found=2).after()) == ({"found": 0}, {"found": 2})
