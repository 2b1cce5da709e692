#!/usr/bin/env bash
# Throws generated input at what reads other people's bytes: scripts/fuzz.sh [SECONDS [TARGET…]], for each target so long.
# libFuzzer and the coverage it steers by need no nightly toolchain; only the sanitizers do, and there is no unsafe code here.
# What broke something is written to fuzz/artifacts; fuzz/corpus keeps what reached new code, for the next run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:-60}
targets=("${@:2}")
if [ ${#targets[@]} -eq 0 ]; then targets=(analysis edits files import messages); fi

folder=$(realpath -m "${CARGO_TARGET_DIR:-target}")
RUSTC_WRAPPER=$PWD/scripts/fuzz-rustc.sh "${CARGO:-cargo}" build --locked --profile quick --manifest-path fuzz/Cargo.toml \
    --target-dir "$folder"

for target in "${targets[@]}"; do
    case $target in
        analysis) seeds=(corpus tests/briefings) ;;
        files) seeds=(corpus fuzz/seeds/files) ;;
        import) seeds=(tests/fixtures/import) ;;
        messages) seeds=(fuzz/seeds/messages) ;;
        *) seeds=() ;;
    esac
    mkdir -p "fuzz/corpus/$target" "fuzz/artifacts/$target"
    echo "== $target, $seconds s"
    "$folder/quick/$target" -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=4096 \
        -print_final_stats=1 -verbosity=0 -artifact_prefix="fuzz/artifacts/$target/" \
        "fuzz/corpus/$target" ${seeds[@]+"${seeds[@]}"}
done
