"""A refusal as every test of bad input wants it: the right exit code, the names in the message, no stdout, the project as it was."""
import sqlite3

from consort import consort


def contents(project):
    """All that a project holds: its tables but the log, and its files but the database's own."""
    database = sqlite3.connect(project / "project.sqlite")
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name != 'log'")]
    files = {str(p.relative_to(project)): p.stat().st_size for p in project.rglob("*")
             if p.is_file() and not p.name.startswith("project.sqlite") and p.parent.name != "locks"}
    return {table: database.execute(f"SELECT * FROM {table}").fetchall() for table in tables}, files


def refused(project, *args, code=2, names=()):
    before = contents(project)
    done = consort(*args, check=False)
    assert done.returncode == code, (done.returncode, done.stderr)
    assert done.stdout == ""
    for name in names:
        assert str(name).lower() in done.stderr.lower(), (name, done.stderr)
    assert contents(project) == before
