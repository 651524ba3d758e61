"""Too little memory in the middle of a training: fewer examples at a time, the same numbers."""
import json
import os
import resource
import subprocess

from consort import BASE_MODEL, BINARY, DEMO, consort

TRAIN = ["--group", 1, "--batch", 240, "--steps", 1, "--lr", "0.001", "--threads", 1, "--force", "--json", "--progress", "json"]


def peak_address_space(*args):
    """Runs the program and reads, at every line of progress, how much address space it has taken at most."""
    process = subprocess.Popen([BINARY, *map(str, args)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    peak = 0
    for _ in process.stderr:
        try:
            with open(f"/proc/{process.pid}/status") as status:
                peak = max([peak] + [int(line.split()[1]) * 1024 for line in status if line.startswith("VmPeak")])
        except ProcessLookupError:
            pass
    assert process.wait(timeout=120) == 0 and peak > 0
    return peak, json.loads(process.stdout.read())["runs"][0]


def test_memory_that_runs_out_halves_the_micro_batch_and_changes_nothing(tmp_path):
    project = tmp_path / "project"
    consort("new", project, "--model", BASE_MODEL)
    consort("import", project, DEMO / "alder", DEMO / "birch")
    consort("estimate", project, "--rows", 8, "--dim", 8, "--expand", "fresh")
    consort("group", project, "-m", 2)
    least, _ = peak_address_space("train", project, *TRAIN[:2], "--batch", 8, *TRAIN[4:])
    most, whole = peak_address_space("train", project, *TRAIN)
    assert most > 1.2 * least
    limit = (least + most) // 2

    def limited():
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

    done = subprocess.run([BINARY, *map(str, ["train", project, *TRAIN])], capture_output=True, text=True, preexec_fn=limited, env=os.environ)
    assert done.returncode == 0, done.stderr
    assert "memory does not suffice for more" in done.stderr
    cut = json.loads(done.stdout)["runs"][0]
    assert abs(cut["train_loss"] - whole["train_loss"]) < 1e-5 and abs(cut["valid_loss"] - whole["valid_loss"]) < 1e-3
