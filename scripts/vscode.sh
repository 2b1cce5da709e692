#!/usr/bin/env bash
# Puts a real VS Code for tests under .tools/vscode: the workbench and extension host of VS Code 1.100 (as code-server), a
# browser driver, and, where apt is and they are missing, the system packages and the browser. Prints the folder.
#
# Does nothing when all is there, so it works offline after the first time. BELEG_VSCODE names another folder to use, so that
# several checkouts share one; BELEG_CHROMIUM names the browser.
set -euo pipefail

code_server=4.100.3
playwright=1.52.0

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
home=${BELEG_VSCODE:-$root/.tools/vscode}
stamp=$home/installed
want="code-server $code_server, playwright-core $playwright"

say() { echo "vscode: $*" >&2; }
fail() {
    say "$*"
    exit 1
}

# What the tests start or load. Exit codes are no guide: some packages' scripts fail after building what is needed, and some
# come with a module built already, so each is loaded.
natives=(node-pty @vscode/spdlog native-watchdog @parcel/watcher)
vscode=node_modules/code-server/lib/vscode
parts=(
    node_modules/playwright-core/package.json
    node_modules/code-server/out/node/entry.js
    "$vscode/node_modules/@vscode/ripgrep/bin/rg"
    "$vscode/node_modules.asar/@vscode"
    "$vscode/extensions/node_modules"
)

# Whether a module loads for code that stands in a folder.
loads() {
    (cd "$home/$1" && node -e 'require(process.argv[1])' -- "$2") >/dev/null 2>&1
}

missing_parts() {
    local part
    for part in "${parts[@]}"; do
        [[ -e $home/$part ]] || echo "$part"
    done
    for part in "${natives[@]}"; do
        loads "$vscode" "$part" || echo "$part"
    done
    loads node_modules/code-server argon2 || echo argon2
}

browser() {
    local name
    for name in ${BELEG_CHROMIUM:-} chromium chromium-browser google-chrome google-chrome-stable; do
        if command -v -- "$name"; then return; fi
    done
    return 1
}

# Installs those of the packages named that are not there.
apt() {
    local package
    local -a missing=()
    for package; do
        dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
    done
    ((${#missing[@]})) || return 0
    say "installing ${missing[*]}"
    [[ $(id -u) == 0 ]] || fail "needs ${missing[*]}: sudo apt-get install ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -y --no-install-recommends "${missing[@]}" >>"$home/apt.log" 2>&1 ||
        { apt-get update && apt-get install -y --no-install-recommends "${missing[@]}"; } >>"$home/apt.log" 2>&1 ||
        fail "apt-get could not install them (see '$home/apt.log')"
}

# Builds a native module for code that stands in a folder, unless it loads as it is.
build() {
    loads "$1" "$2" && return
    npm rebuild --foreground-scripts "$2" >>"$home/npm.log" 2>&1 || true
    loads "$1" "$2" || fail "'$2' did not build (see '$home/npm.log')"
}

mkdir -p "$home"
exec 9>"$home/lock"
if command -v flock >/dev/null; then flock 9; fi

if [[ $(cat "$stamp" 2>/dev/null) == "$want" && -z $(missing_parts) ]] && browser >/dev/null; then
    echo "$home"
    exit
fi

for program in node npm; do
    command -v "$program" >/dev/null || fail "needs Node.js 20 with npm"
done
[[ $(node -p 'process.versions.node.split(".")[0]') == 20 ]] ||
    fail "code-server $code_server needs Node.js 20, this is $(node --version)"

if command -v apt-get >/dev/null; then
    apt libkrb5-dev libx11-dev libxkbfile-dev libsecret-1-dev pkg-config g++ make python3
    command -v rg >/dev/null || apt ripgrep
    browser >/dev/null || apt chromium
fi
command -v rg >/dev/null || fail "needs ripgrep ('rg') on the path"
browser >/dev/null || fail "needs Chromium or Chrome on the path, or BELEG_CHROMIUM set to one"

# With the headers that came with Node nothing has to be fetched to build modules.
headers=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
if [[ -z ${npm_config_nodedir:-} && -e $headers/include/node/node.h ]]; then export npm_config_nodedir=$headers; fi
export npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false

# Code of code-server's own install script downloads from elsewhere, so the steps are taken here one by one.
rm -rf "$stamp" "$home/node_modules" "$home/package.json" "$home/package-lock.json"
: >"$home/npm.log"
cd "$home"
say "installing $want"
echo '{"private": true}' >package.json
npm install --ignore-scripts "code-server@$code_server" "playwright-core@$playwright" >>npm.log 2>&1 ||
    fail "npm could not install them (see '$home/npm.log')"
build node_modules/code-server argon2

say "installing what VS Code itself needs"
cd "$home/$vscode"
npm install --ignore-scripts --omit=dev >>"$home/npm.log" 2>&1 || fail "npm could not install VS Code's own (see '$home/npm.log')"
mkdir -p node_modules/@vscode/ripgrep/bin
ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
say "building native modules"
for native in "${natives[@]}"; do build "$vscode" "$native"; done
ln -sfn node_modules node_modules.asar
cd extensions
npm install --ignore-scripts --omit=dev >>"$home/npm.log" 2>&1 || fail "npm could not install the extensions' own (see '$home/npm.log')"

left_out=$(missing_parts)
[[ -z $left_out ]] || fail "these did not get installed: $left_out"
node "$home/node_modules/code-server/out/node/entry.js" --config "$home/config.yaml" --version 2>>"$home/npm.log" |
    grep -q "^$code_server " ||
    fail "the installed code-server does not start (see '$home/npm.log')"
echo "$want" >"$stamp"
echo "$home"
