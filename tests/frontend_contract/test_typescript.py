"""The only home of running the TypeScript package's own checks and tests."""

from tests.frontend_contract.npm import run


def test_what_is_generated_is_up_to_date_and_types_are_right() -> None:
    run("typescript", "npm", "--silent", "run", "check")


def test_the_clients_own_tests_pass() -> None:
    run("typescript", "npm", "--silent", "test")
