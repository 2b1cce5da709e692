#!/usr/bin/env bash
# Opens a sample briefing in Neovim, with Beleg built from this repository. Without a terminal it prints what one would see.
# Works on a copy, so type what you like.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# As fast as a release for this purpose, and built in half the time. BELEG_DEMO_SERVER names another program to use.
if [[ -z ${BELEG_DEMO_SERVER:-} ]]; then
    "${CARGO:-cargo}" build --locked --profile quick
    BELEG_DEMO_SERVER=$(realpath "${CARGO_TARGET_DIR:-target}/quick/beleg")
fi
nvim=$(scripts/install-nvim.sh)

scratch=$(mktemp -d "${TMPDIR:-/tmp}/beleg-demo.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
workspace=$scratch/workspace
mkdir "$workspace"
# The index of a workspace that goes away should go with it.
export XDG_CACHE_HOME=$scratch/cache
cp -R corpus "$workspace/corpus"
cp -R tests/briefings "$workspace/briefings"
rm -f "$workspace"/briefings/*.toml
: >"$workspace/beleg.toml"

export BELEG_DEMO_SERVER BELEG_DEMO_PLUGIN=$root/editors/neovim
cd "$workspace"
start=("$nvim" --clean -n -u "$root/scripts/demo/init.lua")
briefing=briefings/lage-nordkorea.md
if [[ -t 0 && -t 1 ]]; then
    "${start[@]}" "$briefing"
else
    "${start[@]}" --headless -S "$root/scripts/demo/transcript.lua" "$briefing" </dev/null
fi
