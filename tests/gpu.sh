#!/usr/bin/env bash
# On a machine with an NVIDIA GPU: builds with CUDA, tests every kernel against its CPU twin and the engine against the CPU, and measures them; a table as output.
# usage: tests/gpu.sh [FILE.json]
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
BUILD=${CONSORT_BUILD:-$ROOT/build}
bash "$ROOT/installer/bootstrap.sh" gpu
export CONSORT_REQUIRE_GPU=1
"$BUILD/tests/tst_kernels"
"$BUILD/tests/tst_device_road"
"$BUILD/tests/tst_pass_graphs"
exec bash "$ROOT/installer/bootstrap.sh" bench gpu --json "${1:-$BUILD/gpu.json}"
