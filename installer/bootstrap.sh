#!/usr/bin/env bash
# Sets up everything Consort needs on a fresh Debian 12 or Ubuntu 24.04, then builds, and runs what was asked for.
# usage: installer/bootstrap.sh deps|build|demo [DIR]|workbench [ARGUMENTS]|test|bench [ARGUMENTS]|gpu
# Needs only Debian packages and PyPI; everything fetched from PyPI goes into .deps/. May be repeated at any time.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
DEPS=${CONSORT_DEPS:-$ROOT/.deps}
BUILD=${CONSORT_BUILD:-$ROOT/build}
JOBS=${CONSORT_JOBS:-$(nproc)}
STARTED=$(date +%s)

# shellcheck source=installer/packages.sh
source "$ROOT/installer/packages.sh"

say()  { printf '[%4ss] %s\n' "$(( $(date +%s) - STARTED ))" "$*" >&2; }
fail() { printf 'bootstrap: %s\n' "$*" >&2; exit 1; }

asRoot() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else fail "installing Debian packages needs root or sudo: run as root once, or install: ${DEBIAN_PACKAGES[*]}"; fi
}

installDebianPackages() {
  local missing=() package
  for package in "${DEBIAN_PACKAGES[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && { say "Debian packages: all present"; return; }
  command -v apt-get >/dev/null || fail "this is not Debian or Ubuntu: install these by your own means: ${missing[*]}"
  say "Debian packages: installing ${#missing[@]} (${missing[*]})"
  asRoot apt-get update -qq
  asRoot env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Retries a command; a broken download is started again, finished ones are kept.
retry() {
  local attempt
  for attempt in 1 2 3; do "$@" && return 0; say "attempt $attempt failed: $*"; done
  fail "could not finish after 3 attempts: $* (check the network; what was fetched is kept, run this again)"
}

# fetchWheel NAME==VERSION: downloads and unpacks one wheel into .deps/site; a stamp marks it as done.
fetchWheel() {
  local spec=$1 stamp part
  stamp="$DEPS/stamps/$spec"
  [ -f "$stamp" ] && return
  part="$DEPS/part/$spec"
  rm -rf "$part"; mkdir -p "$part/wheel" "$DEPS/site" "$DEPS/stamps" "$DEPS/wheels"
  say "fetching $spec"
  retry python3 -m pip --disable-pip-version-check download -q --no-deps --only-binary :all: -d "$part/wheel" "$spec"
  python3 -m zipfile -e "$part"/wheel/*.whl "$part/site"
  cp -rl "$part/site/." "$DEPS/site/" 2>/dev/null || cp -r "$part/site/." "$DEPS/site/"
  mv "$part"/wheel/*.whl "$DEPS/wheels/"
  rm -rf "$part"; touch "$stamp"
}

installDeps() {
  installDebianPackages
  local spec
  for spec in "${NATIVE_WHEELS[@]}"; do fetchWheel "$spec"; done
  say "libraries from PyPI: all present in $DEPS/site"
}

installCudaCompiler() {
  local spec
  for spec in "${CUDA_WHEELS[@]}"; do fetchWheel "$spec"; done
  chmod +x "$DEPS"/site/nvidia/cu13/bin/* "$DEPS"/site/nvidia/cu13/nvvm/bin/*
}

# The libraries that the wheel of torch itself asks for, at the versions it asks for.
installCudaRuntime() {
  local wanted
  wanted=$(python3 -m zipfile -l "$DEPS"/wheels/torch-*.whl | awk '/METADATA/ {print $1}')
  python3 - "$DEPS" "$wanted" "${CUDA_RUNTIME_WHEELS[@]}" <<'PY' > "$DEPS/cuda-runtime.txt"
import glob, re, sys, zipfile
deps, metadata, names = sys.argv[1], sys.argv[2], sys.argv[3:]
text = zipfile.ZipFile(glob.glob(deps + "/wheels/torch-*.whl")[0]).read(metadata).decode()
for name in names:
    found = re.search(r"Requires-Dist: " + re.escape(name) + r"\s*==\s*([0-9.]+)", text)
    print(f"{name}=={found.group(1)}" if found else name)
PY
  while read -r spec; do fetchWheel "$spec"; done < "$DEPS/cuda-runtime.txt"
}

installParity() {
  local stamp="$DEPS/stamps/parity-$(printf '%s ' "${PARITY_PACKAGES[@]}" | sha256sum | cut -c1-16)"
  [ -f "$stamp" ] && { say "parity packages: all present"; return; }
  say "parity packages: installing into $DEPS/test-venv (about 5 GB)"
  [ -x "$DEPS/test-venv/bin/python" ] || python3 -m venv "$DEPS/test-venv"
  retry "$DEPS/test-venv/bin/python" -m pip --disable-pip-version-check install -q --find-links "$DEPS/wheels" "${PARITY_PACKAGES[@]}"
  touch "$stamp"
}

build() {
  say "configuring"
  cmake -S "$ROOT" -B "$BUILD" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCONSORT_DEPS="$DEPS" "$@" >"$ROOT/.deps/configure.log" 2>&1 \
    || { tail -n 30 "$ROOT/.deps/configure.log" >&2; fail "configuring failed (see .deps/configure.log)"; }
  say "building with $JOBS jobs"
  if [ -t 2 ]; then cmake --build "$BUILD" -j "$JOBS" >&2
  else cmake --build "$BUILD" -j "$JOBS" 2>&1 | awk '/error|FAILED|warning/ {print; next} NR % 25 == 0 {print; fflush()}' >&2; fi
  say "built"
}

runTests() {
  say "running the tests"
  cd "$BUILD"
  OMP_WAIT_POLICY=passive CONSORT_TEST_PYTHON="$DEPS/test-venv/bin/python" \
    ctest --output-on-failure --no-tests=error -j "$JOBS" "$@"
  say "tests done"
}

runDemo() {
  local target=${1:-}
  "$BUILD/app/consort" demo ${target:+"$target"}
  say "demo done"
}

# The window; on a machine without a display on a virtual one.
runWorkbench() {
  local start=()
  if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ] && [ "${1:-}" != --tour ]; then
    say "no display: starting on a virtual one (xvfb)"
    start=(xvfb-run --auto-servernum --server-args "-screen 0 1440x900x24")
  fi
  "${start[@]}" "$BUILD/app/consort-workbench" "$@"
}

runBench() {
  CONSORT_SOURCE="$ROOT" CONSORT_TEST_PYTHON="$DEPS/test-venv/bin/python" OMP_WAIT_POLICY=passive "$BUILD/tests/consort-bench" "$@"
}

command=${1:-help}; [ $# -gt 0 ] && shift
mkdir -p "$DEPS"
case "$command" in
  deps)   installDeps ;;
  parity) installDeps; installParity ;;
  build)  installDeps; build -DCONSORT_TESTS=OFF ;;
  demo)   installDeps; build -DCONSORT_TESTS=OFF; runDemo "$@" ;;
  workbench) installDeps; build -DCONSORT_TESTS=OFF; runWorkbench "$@" ;;
  bench)  installDeps; installParity; build -DCONSORT_TESTS=ON; runBench "$@" ;;
  gpu)    installDeps; installCudaCompiler; installCudaRuntime; installParity; build -DCONSORT_TESTS=ON ;;
  test)   installDeps; installCudaCompiler; installParity; build -DCONSORT_TESTS=ON; runTests "$@" ;;
  *) sed -n '2,4p' "${BASH_SOURCE[0]}" | sed 's/^# //'; [ "$command" = help ] || exit 2 ;;
esac
