"""Drives the built program for tests: one function to call it, one to skip where shared data is absent."""
import json
import os
import pathlib
import subprocess

import pytest

BINARY = os.environ["CONSORT_BINARY"]
SHARED = pathlib.Path(os.environ.get("CONSORT_SHARED", "/nonexistent"))
SOURCE = pathlib.Path(os.environ["CONSORT_SOURCE"])
DEMO = SOURCE / "resources" / "demo"
BASE_MODEL = DEMO / "public-domain-8m"


def consort(*args, input=None, check=True, timeout=600):
    """Runs the program; with check=True a non-zero exit fails the test with its stderr."""
    done = subprocess.run([BINARY, *map(str, args)], input=input, capture_output=True, text=True, timeout=timeout)
    if check and done.returncode != 0:
        pytest.fail(f"consort {' '.join(map(str, args))} exited {done.returncode}:\n{done.stderr}")
    return done


def consort_json(*args, **kwargs):
    return json.loads(consort(*args, "--json", **kwargs).stdout)


def shared(path):
    """A path below the shared data; skips the test with a reason where it is absent."""
    found = SHARED / "data" / path
    if not found.exists():
        pytest.skip(f"shared data not present: {path}")
    return found
