# Read by the scripts that test beleg in an editor: what they share. They set `editor`, how messages call it, and the function
# has_all, which says whether all that the test needs is here.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
server=$(realpath "${1:-$root/target/debug/beleg}")
say() { echo "${editor:?}: $*" >&2; }

# needs WHAT PACKAGE…: where apt is and this is root, packages that are missing are installed. Elsewhere the test is left out,
# and says so.
needs() {
    local what=$1 packages=("${@:2}")
    if ! has_all && command -v apt-get >/dev/null && [[ $(id -u) == 0 ]]; then
        say "installing ${packages[*]}"
        export DEBIAN_FRONTEND=noninteractive
        local install=(apt-get install -y --no-install-recommends "${packages[@]}")
        "${install[@]}" >/dev/null 2>&1 || { apt-get update && "${install[@]}"; } >&2 ||
            say "apt-get could not install them"
    fi
    if ! has_all; then
        say "left out: no $what here"
        exit
    fi
}
