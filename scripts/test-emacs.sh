#!/usr/bin/env bash
# Runs the shared scenario in Emacs with Eglot: scripts/test-emacs.sh SERVER
set -euo pipefail

editor=emacs
# shellcheck source=scripts/editor.sh
source "$(dirname "${BASH_SOURCE[0]}")/editor.sh"

has_all() {
    command -v emacs >/dev/null &&
        emacs --batch --eval "(progn (require 'eglot) (require 'markdown-mode))" >/dev/null 2>&1
}

needs "Emacs with eglot and markdown-mode" emacs-nox elpa-eglot elpa-markdown-mode

log=$(mktemp)
trap 'rm -f "$log"' EXIT
emacs --batch -l "$root/tests/editors/emacs/run.el" "$server" 2>"$log" || {
    tail -n 20 "$log" >&2
    exit 1
}
