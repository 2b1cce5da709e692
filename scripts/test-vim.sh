#!/usr/bin/env bash
# Runs the shared scenario in Vim with ALE: scripts/test-vim.sh SERVER
set -euo pipefail

editor=vim
# shellcheck source=scripts/editor.sh
source "$(dirname "${BASH_SOURCE[0]}")/editor.sh"

has_all() {
    command -v vim >/dev/null &&
        vim -Nu NONE -i NONE -es -c 'packadd! ale | runtime plugin/ale.vim' \
            -c 'execute has("job") && has("channel") && has("lambda") && exists(":ALEHover") == 2 ? "qall!" : "cquit!"' </dev/null >/dev/null 2>&1
}

needs "Vim with ALE" vim-nox vim-ale

# Nothing of the user's is read or written, and the program is found as `beleg`.
home=$(mktemp -d "${TMPDIR:-/tmp}/beleg vim ä.XXXXXX")
trap 'rm -rf "$home"' EXIT
mkdir -p "$home/bin" "$home/work"
ln -s "$server" "$home/bin/beleg"
cp -R "$root/corpus" "$home/work/corpus"
cp "$root"/tests/briefings/*.md "$home/work/"
: >"$home/work/beleg.toml"
export HOME=$home XDG_CACHE_HOME=$home/cache PATH=$home/bin:$PATH LC_ALL=C.UTF-8 TERM=dumb SHELL=/bin/sh
export BELEG_TEST_FOLDER=$home BELEG_TEST_SAID=$home/said
: >"$BELEG_TEST_SAID"

code=0
timeout 600 vim -Nu NONE -i NONE -n --not-a-term -S "$root/tests/editors/vim/run.vim" </dev/null >"$home/screen" 2>&1 || code=$?
cat "$BELEG_TEST_SAID"
grep -q ' passed, ' "$BELEG_TEST_SAID" || {
    say "Vim ended early (exit code $code)"
    tail -n 5 "$home/screen" >&2
    exit 1
}
exit "$code"
