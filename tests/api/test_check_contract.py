"""The only home of how the gate finds what to compare with, and how it ends."""

import io
import subprocess

import pytest
from django.core.management import CommandError, call_command

SCHEMA = "type Query { title: String! }\n"


class Repository:
    def __init__(self, root):
        self.root, self.schema = root, root / "frontend_contract" / "schema.graphql"
        self.git("init", "--quiet", "--initial-branch", "main")

    def git(self, *arguments):
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=self.root, check=True, capture_output=True)  # noqa: S607  # git is the system's

    def write(self, name, text):
        path = self.root / "frontend_contract" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def commit(self):
        self.git("add", "frontend_contract/")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A version")

    def check(self, *base):
        said = io.StringIO()
        call_command("check_contract", *base, root=self.root, schema=self.schema, stdout=said)
        return said.getvalue()

    def fail(self, *base):
        said = io.StringIO()
        with pytest.raises(CommandError) as failure:
            call_command("check_contract", *base, root=self.root, schema=self.schema, stdout=said)
        return said.getvalue(), str(failure.value)


@pytest.fixture
def repository(tmp_path):
    made = Repository(tmp_path)
    made.write("schema.graphql", SCHEMA)
    made.write("operations/fragments/parts.graphql", "fragment Part on Query { title }")
    made.write("operations/home.graphql", "query home { ...Part }")
    made.commit()
    return made


def test_nothing_has_changed(repository):
    assert repository.check() == (
        "The schema, compared with what main was before: "
        "0 breaking, 0 removed as announced, 0 dangerous, 0 deprecated, 0 added.\n"
    )


def test_what_is_not_committed_yet_is_compared_and_fails(repository):
    repository.git("tag", "v1")
    repository.write("schema.graphql", "type Query { heading: String! }\n")
    said, failure = repository.fail()
    assert (
        said
        == """The schema, compared with v1: 1 breaking, 0 removed as announced, 0 dangerous, 0 deprecated, 1 added.

Breaking
  Field Query.title was removed. Used by: home.

Added
  Field Query.heading was added.

Operations of v1 that cannot be asked any more
  home: Cannot query field 'title' on type 'Query'.
"""
    )
    assert "Deprecat" in failure


def test_latest_tag_is_compared_with_before_main(repository):
    repository.git("tag", "v1.0.0")
    repository.write("schema.graphql", "type Query { heading: String! }\n")
    repository.commit()
    assert "compared with v1.0.0: 1 breaking" in repository.fail()[0]
    assert "compared with what main was before: 1 breaking" in repository.fail("main")[0]


def test_what_was_committed_on_main_is_compared_with_the_commit_before(repository):
    repository.write("schema.graphql", "type Query { heading: String! }\n")
    repository.commit()
    assert "compared with what main was before: 1 breaking" in repository.fail()[0]


def test_what_was_merged_into_main_is_compared_with_main_before_the_merge(repository):
    repository.git("checkout", "--quiet", "-b", "branch")
    repository.write("schema.graphql", "type Query { heading: String! }\n")
    repository.commit()
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "--message", "Merge", "branch")
    assert "1 breaking" in repository.fail()[0]


def test_main_that_was_not_pushed_is_compared_with_what_was(repository):
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
    repository.write("schema.graphql", "type Query { heading: String! }\n")
    repository.commit()
    repository.commit()
    assert "compared with origin/main: 1 breaking" in repository.fail()[0]


def test_what_the_code_says_is_compared_and_not_a_file_that_was_not_written_again(repository):
    repository.schema = None
    assert "Field Query.title was removed. Used by: home." in repository.fail()[0]


def test_what_main_got_since_this_branch_left_it_is_not_missing_here(repository):
    repository.git("checkout", "--quiet", "-b", "branch")
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.write("schema.graphql", "type Query { title: String! heading: String! }\n")
    repository.commit()
    repository.git("checkout", "--quiet", "branch")
    assert "0 breaking" in repository.check()


def test_first_contract_has_nothing_to_compare_with(repository):
    repository.git("rm", "-r", "--quiet", "frontend_contract")
    for _ in range(2):
        repository.git("commit", "--quiet", "--allow-empty", "--message", "No contract")
    repository.write("schema.graphql", SCHEMA)
    assert (
        repository.check() == "what main was before has no frontend_contract/schema.graphql: nothing to compare with.\n"
    )


def test_clone_without_tag_and_main_has_nothing_to_compare_with(repository):
    repository.git("checkout", "--quiet", "--detach")
    repository.git("branch", "--delete", "--force", "main")
    assert repository.check() == "There is neither a tag nor main: nothing to compare with.\n"


def test_folder_that_is_no_clone_has_nothing_to_compare_with(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    said = io.StringIO()
    call_command("check_contract", root=tmp_path, stdout=said)
    assert "nothing to compare with" in said.getvalue()


def test_reference_that_git_does_not_know_is_a_mistake(repository):
    assert "git knows no v9" in repository.fail("v9")[1]
