#!/usr/bin/env bash
# Redraws docs/neovim*.png: the briefings of `make demo` in a real Neovim, with a hover window and with the sources beside. Needs
# tmux and a Linux or macOS with DejaVu Sans Mono; for developers only.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
command -v tmux >/dev/null || {
    echo "picture: needs tmux" >&2
    exit 1
}

tools=$root/.tools/picture
if ! "$tools/bin/python" -c 'import PIL' 2>/dev/null; then
    python3 -m venv "$tools"
    "$tools/bin/python" -m pip install --quiet --disable-pip-version-check pillow==11.3.0
fi

if [[ -z ${BELEG_DEMO_SERVER:-} ]]; then
    "${CARGO:-cargo}" build --locked --profile quick
    BELEG_DEMO_SERVER=$(realpath "${CARGO_TARGET_DIR:-target}/quick/beleg")
fi
nvim=$(scripts/install-nvim.sh)

scratch=$(mktemp -d)
# A tmux of our own: no one else's sessions are touched.
tmux() { command tmux -f /dev/null -S "$scratch/socket" "$@"; }
trap 'tmux kill-server 2>/dev/null || true; rm -rf "$scratch"' EXIT
workspace=$scratch/workspace
mkdir "$workspace"
cp -R corpus "$workspace/corpus"
cp -R tests/briefings "$workspace/briefings"
: >"$workspace/beleg.toml"

export BELEG_DEMO_SERVER BELEG_DEMO_PLUGIN=$root/editors/neovim HOME=$scratch XDG_CACHE_HOME=$scratch/cache
export LC_ALL=C.UTF-8 TERM=xterm-256color COLORTERM=truecolor
unset TMUX NVIM VIMINIT

# picture OUT COLUMNS ROWS BRIEFING PREPARE KEYS: what is on the screen after KEYS in BRIEFING. PREPARE is run by Neovim.
picture() {
    tmux new-session -d -s picture -x "$2" -y "$3" -c "$workspace" \
        "$nvim --clean -n -u '$root/scripts/demo/init.lua' -c 'set nonumber signcolumn=no laststatus=2' -c '$5' briefings/$4"
    tmux set -g default-terminal tmux-256color
    tmux set -ga terminal-features ',*:RGB:usstyle'
    # Wait for the tokens: as soon as the figure under the cursor is there, hover answers.
    sleep "${BELEG_PICTURE_WAIT:-4}"
    tmux send-keys -t picture "${@:6}"
    sleep "${BELEG_PICTURE_WAIT:-2}"
    # With trailing spaces: bars go to the edge.
    tmux capture-pane -t picture -e -p -N >"$scratch/screen"
    "$tools/bin/python" scripts/picture.py "$scratch/screen" "$1"
    tmux kill-session -t picture
    ls -l "$1"
}

mkdir -p docs
picture docs/neovim.png 112 37 lage-nordkorea.md "" K
picture docs/neovim-sources.png 136 37 entwurf-mit-fehlern.md "call search(\"3.000 Soldaten\")" ":Beleg sources" Enter
