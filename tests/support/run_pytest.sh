#!/usr/bin/env bash
# Runs one pytest file with the parity packages' Python; without them the test is SKIPPED (exit 77), or fails where they are required.
set -u
python=${CONSORT_TEST_PYTHON:-$CONSORT_SOURCE/.deps/test-venv/bin/python}
if [ ! -x "$python" ] || ! "$python" -c 'import pytest, torch' 2>/dev/null; then
  echo "SKIPPED: the parity packages are not installed at $python (installer/bootstrap.sh parity installs them)"
  [ "${CONSORT_REQUIRE_PARITY:-0}" = 1 ] && exit 1
  exit 77
fi
export HF_HUB_OFFLINE=1 TRANSFORMERS_OFFLINE=1 TOKENIZERS_PARALLELISM=false PYTHONPATH="$CONSORT_SOURCE/tests/support${PYTHONPATH:+:$PYTHONPATH}"
exec "$python" -m pytest -q -p no:cacheprovider --no-header -rs "$@"
