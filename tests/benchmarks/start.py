"""How long the programs take to start: the window until it is seen on an X display, a command until it has answered.

    xvfb-run python tests/benchmarks/start.py build/app      # or on a display of its own; needs xdotool
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

STARTS, LIMIT = 7, 60


def window_start(program, environment):
    begin = time.perf_counter()
    process = subprocess.Popen([program], env=environment, stdout=subprocess.DEVNULL)
    try:
        while time.perf_counter() - begin < LIMIT and process.poll() is None:
            if subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)], env=environment, capture_output=True).stdout.strip():
                return time.perf_counter() - begin
    finally:
        process.kill()
        process.wait()
    raise SystemExit(f"{program} showed no window within {LIMIT} s (exit code {process.returncode}; is there a display?)")


def command_start(program):
    begin = time.perf_counter()
    subprocess.run([program, "--version"], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def main():
    folder = pathlib.Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "HOME": home}
        windows = [window_start(folder / "consort-workbench", environment) for _ in range(STARTS)]
    commands = [command_start(folder / "consort") for _ in range(STARTS)]
    for what, times in (("window seen", windows), ("consort --version", commands)):
        print(f"{what}: median {statistics.median(times):.2f} s, {min(times):.2f} … {max(times):.2f} s")


if __name__ == "__main__":
    main()
