"""Stopped at any moment, started twice, on a full disk or a damaged file: what is finished stays, and the next call goes on."""
import hashlib
import json
import os
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess

import pytest
from consort import BINARY, consort, consort_json
from tiny_world import dataset_folder, tiny_model

TRAIN = ["--steps", "30", "--lr", "0.01", "--group", "1"]
ESTIMATE = ["--dim", "16", "--expand", "warmed"]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A project with datasets, and what undisturbed estimates and trainings of it give."""
    root = tmp_path_factory.mktemp("interrupt")
    tiny_model(root / "model")
    for name in ("ant", "bee", "cat"):
        dataset_folder(root / "all", name)
    consort("new", root / "fresh", "--model", root / "model", "--rank", 4)
    consort("import", root / "fresh", root / "all")
    shutil.copytree(root / "fresh", root / "grouped")
    estimate = consort_json("estimate", root / "grouped", *ESTIMATE, "--threads", 1)
    consort("group", root / "grouped", "-m", 1)
    shutil.copytree(root / "grouped", root / "trained")
    consort("train", root / "trained", *TRAIN, "--threads", 1)
    return {"root": root, "estimate": estimate, "adapter": adapter_hash(root / "trained")}


def adapter_hash(project):
    files = sorted((project / "runs").rglob("adapter/adapter_model.safetensors"))
    assert len(files) == 1
    return hashlib.sha256(files[0].read_bytes()).hexdigest()


def started(*args):
    return subprocess.Popen([BINARY, *map(str, args), "--json", "--progress", "json", "--threads", "1"],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def stop_at(process, stage, done, number):
    """Sends the signal when that much of that stage is reported; the exit code and what was on stdout."""
    for line in process.stderr:
        if not line.startswith("{"):
            continue
        progress = json.loads(line)
        if progress["stage"].startswith(stage) and progress["done"] >= done:
            process.send_signal(number)
            break
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def same_estimate(one, other):
    return all(one[key] == other[key] for key in ("affinity", "interval", "gain", "lambda", "predicted_single"))


@pytest.mark.parametrize("number,code", [(signal.SIGINT, 130), (signal.SIGTERM, 130), (signal.SIGKILL, -signal.SIGKILL)])
@pytest.mark.parametrize("step", [0, 1])
def test_a_stopped_training_resumes_to_the_same_bytes(prepared, tmp_path, number, code, step):
    project = shutil.copytree(prepared["root"] / "grouped", tmp_path / "project")
    returned, out, err = stop_at(started("train", project, *TRAIN), "train", step, number)
    assert returned == code and out == "", err
    if number != signal.SIGKILL:
        assert "interrupted" in err
        assert consort_json("show", project, "runs")["runs"][0]["state"] == "interrupted"
    runs = consort_json("train", project, *TRAIN, "--threads", 1)["runs"]
    assert [run["state"] for run in runs] == ["done"] and runs[0]["steps"] == 30
    assert adapter_hash(project) == prepared["adapter"]


@pytest.mark.parametrize("number,code", [(signal.SIGINT, 130), (signal.SIGTERM, 130), (signal.SIGKILL, -signal.SIGKILL)])
@pytest.mark.parametrize("stage", ["", "gradients"])
def test_a_stopped_estimate_resumes_to_the_same_numbers(prepared, tmp_path, number, code, stage):
    project = shutil.copytree(prepared["root"] / "fresh", tmp_path / "project")
    returned, out, err = stop_at(started("estimate", project, *ESTIMATE), stage, 0, number)
    assert returned == code and out == "", err
    assert same_estimate(consort_json("estimate", project, *ESTIMATE, "--threads", 1), prepared["estimate"])


def test_a_second_writer_of_a_step_is_told_who_holds_it(prepared, tmp_path):
    project = shutil.copytree(prepared["root"] / "grouped", tmp_path / "project")
    first = started("train", project, "--steps", 100000, "--lr", "0.01", "--group", "1")
    for line in first.stderr:
        if line.startswith("{") and json.loads(line)["stage"].startswith("train"):
            break
    second = consort("train", project, *TRAIN, check=False)
    beside = consort("show", project, "datasets", check=False)
    first.send_signal(signal.SIGINT)
    first.communicate(timeout=60)
    assert second.returncode == 2 and second.stdout == ""
    assert str(first.pid) in second.stderr and socket.gethostname() in second.stderr
    assert beside.returncode == 0 and first.returncode == 130


def test_a_project_of_a_newer_version_is_left_alone(prepared, tmp_path):
    project = shutil.copytree(prepared["root"] / "grouped", tmp_path / "project")
    with sqlite3.connect(project / "project.sqlite") as database:
        database.execute("PRAGMA user_version=99")
    done = consort("show", project, check=False)
    assert done.returncode == 3 and "newer" in done.stderr and done.stdout == ""
    assert sqlite3.connect(project / "project.sqlite").execute("PRAGMA user_version").fetchone() == (99,)


@pytest.mark.parametrize("content", [b"", b"this is no database, it only looks long enough to be one" * 40])
def test_a_damaged_project_file_is_named(prepared, tmp_path, content):
    project = shutil.copytree(prepared["root"] / "grouped", tmp_path / "project")
    for rest in project.glob("project.sqlite-*"):
        rest.unlink()
    (project / "project.sqlite").write_bytes(content)
    done = consort("show", project, check=False)
    assert done.returncode == 3 and "project.sqlite" in done.stderr and done.stdout == ""


def test_a_damaged_dataset_file_is_named(prepared, tmp_path):
    project = shutil.copytree(prepared["root"] / "grouped", tmp_path / "project")
    for file in (project / "datasets").iterdir():
        file.write_bytes(file.read_bytes()[:100])
    done = consort("rows", project, "ant", check=False)
    assert done.returncode == 3 and "datasets/" in done.stderr and done.stdout == ""


def test_another_base_in_its_place_is_noticed(prepared, tmp_path):
    tiny_model(tmp_path / "model")
    consort("new", tmp_path / "project", "--model", tmp_path / "model")
    shutil.rmtree(tmp_path / "model")
    tiny_model(tmp_path / "model", seed=1)
    done = consort("import", tmp_path / "project", prepared["root"] / "all", check=False)
    assert done.returncode == 3 and "model" in done.stderr


def test_a_file_size_limit_ends_the_step_and_harms_nothing(prepared, tmp_path):
    project = shutil.copytree(prepared["root"] / "fresh", tmp_path / "project")

    def limited():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    done = subprocess.run([BINARY, "estimate", str(project), *ESTIMATE, "--threads", "1"], capture_output=True, text=True, preexec_fn=limited)
    assert done.returncode == 4 and done.stdout == "", done.stderr
    assert same_estimate(consort_json("estimate", project, *ESTIMATE, "--threads", 1), prepared["estimate"])


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 256 KiB; needs the right to mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("mounting a small file system is not allowed here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_ends_the_step_and_the_next_call_goes_on(prepared, small_disk):
    project = shutil.copytree(prepared["root"] / "fresh", small_disk / "project")
    done = consort("estimate", project, "--dim", 400, "--expand", "warmed", check=False)
    assert done.returncode == 4 and done.stdout == "", done.stderr
    subprocess.run(["mount", "-o", "remount,size=64m", small_disk], check=True)
    assert consort_json("estimate", project, *ESTIMATE, "--threads", 1)["datasets"] == ["ant", "bee", "cat"]


def test_a_read_only_project_can_be_read_and_says_so_when_written(prepared, tmp_path):
    project = shutil.copytree(prepared["root"] / "grouped", tmp_path / "project")
    if os.geteuid() == 0:
        if subprocess.run(["mount", "--bind", "-o", "ro", project, project], capture_output=True).returncode:
            pytest.skip("root may write everywhere, and mounting a read-only folder is not allowed here")
    else:
        project.chmod(0o555)
    try:
        read = consort("show", project, "groups", check=False)
        written = consort("group", project, "-m", 2, check=False)
    finally:
        subprocess.run(["umount", project], check=True) if os.geteuid() == 0 else project.chmod(0o755)
    assert read.returncode == 0, read.stderr
    assert written.returncode == 4 and written.stdout == "" and "read" in written.stderr.lower()
