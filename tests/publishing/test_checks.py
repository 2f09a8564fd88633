"""A database that cannot find words in Finnish and Swedish is refused before anything is stored in it."""

import pytest
from django.core.checks import run_checks
from django.db import connection

from cms.publishing.checks import databases_know_letters

EVERYTHING = "ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0"


@pytest.mark.parametrize(("made", "is_fine"), [(EVERYTHING, True), (EVERYTHING.replace("C.UTF-8", "C"), False)])
@pytest.mark.usefixtures("commits")
def test_database_is_refused_unless_it_knows_letters(made, is_fine):
    of_tests, other = connection.settings_dict["NAME"], f"{connection.settings_dict['NAME']}_letters"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {other} {made}")
    try:
        connection.close()
        connection.settings_dict["NAME"] = other
        found = databases_know_letters(["default"])
    finally:
        connection.close()
        connection.settings_dict["NAME"] = of_tests
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {other}")
    assert [error.hint for error in found] == (
        [] if is_fine else [f"Make the database by CREATE DATABASE name {EVERYTHING}."]
    )


@pytest.mark.django_db
def test_database_of_the_tests_is_fine_and_none_is_asked_unasked():
    assert run_checks(tags=["database"], databases=["default"]) == []
    assert databases_know_letters(None) == []
