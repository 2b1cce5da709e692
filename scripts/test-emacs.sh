#!/usr/bin/env bash
# Runs the shared scenario in Emacs with Eglot: scripts/test-emacs.sh SERVER
#
# Where apt is and this is root, what is missing is installed. Elsewhere the test is left out, and says so.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
server=$(realpath "${1:-$root/target/debug/beleg}")
say() { echo "emacs: $*" >&2; }

has_all() {
    command -v emacs >/dev/null &&
        emacs --batch --eval "(progn (require 'eglot) (require 'markdown-mode))" >/dev/null 2>&1
}

if ! has_all && command -v apt-get >/dev/null && [[ $(id -u) == 0 ]]; then
    say "installing emacs-nox elpa-eglot elpa-markdown-mode"
    export DEBIAN_FRONTEND=noninteractive
    install=(apt-get install -y --no-install-recommends emacs-nox elpa-eglot elpa-markdown-mode)
    "${install[@]}" >/dev/null 2>&1 || { apt-get update && "${install[@]}"; } >&2 || say "apt-get could not install them"
fi
if ! has_all; then
    say "left out: no Emacs with eglot and markdown-mode here"
    exit
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
emacs --batch -l "$root/tests/editors/emacs/run.el" "$server" 2>"$log" || {
    tail -n 20 "$log" >&2
    exit 1
}
