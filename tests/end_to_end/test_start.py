"""How the programs start: the settings that libraries read when they are loaded, and the libraries loaded once."""
import os
import subprocess

from consort import BINARY


def openmp_reports(**variables):
    """What libgomp says of itself whenever it is initialised."""
    bare = {k: v for k, v in os.environ.items() if k not in ("CONSORT_RESTARTED", "OMP_WAIT_POLICY", "GOMP_SPINCOUNT")}
    done = subprocess.run([BINARY, "--version"], env={**bare, **variables, "OMP_DISPLAY_ENV": "verbose"}, capture_output=True, text=True)
    assert done.returncode == 0 and done.stdout.startswith("consort ")
    return [line.split("'")[1] for line in done.stderr.splitlines() if "GOMP_SPINCOUNT" in line]


def test_idle_threads_sleep_and_libraries_are_initialised_once():
    assert openmp_reports() == ["0"]


def test_a_policy_that_the_person_chose_is_kept():
    chosen = openmp_reports(OMP_WAIT_POLICY="active")
    assert len(chosen) == 1 and chosen != ["0"]


def test_an_empty_environment_is_enough():
    done = subprocess.run([BINARY, "--version"], env={}, capture_output=True, text=True)
    assert done.returncode == 0 and done.stdout.startswith("consort ") and done.stderr == ""
