#!/usr/bin/env bash
# Runs the tests in tests/editors/nvim with the server given: `scripts/test-nvim.sh target/debug/beleg [NAME…]`.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
server=$(realpath "${1:?the server to test}")
shift
nvim=$("$root/scripts/install-nvim.sh")

# Nothing of the user's is read or written: neither settings, logs nor caches.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_STATE_HOME=$home/state \
    XDG_CACHE_HOME=$home/cache TMPDIR=$home/tmp LC_ALL=C.UTF-8
unset NVIM NVIM_APPNAME VIMINIT
mkdir -p "$TMPDIR"

cd "$root"
BELEG_TEST_SERVER=$server "$nvim" --clean --headless -n -l tests/editors/nvim/run.lua "$@" </dev/null
