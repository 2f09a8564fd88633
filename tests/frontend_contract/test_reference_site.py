"""The only home of running the reference site's own tests; tests/browser has those that need a browser."""

from tests.frontend_contract.npm import run


def test_the_sites_own_tests_pass() -> None:
    run("reference_site", "npm", "--silent", "test")
