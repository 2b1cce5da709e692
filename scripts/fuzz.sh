#!/usr/bin/env bash
# Throws generated input at what reads other people's bytes: scripts/fuzz.sh [SECONDS [TARGET…]], for each target so long.
# libFuzzer and the coverage it steers by need no nightly toolchain; only the sanitizers do, and there is no unsafe code here.
# What broke something is written to fuzz/artifacts; fuzz/corpus keeps what reached new code, for the next run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:-60}
targets=("${@:2}")
if [ ${#targets[@]} -eq 0 ]; then targets=(analysis edits files import messages); fi

host=$(rustc -vV | sed -n 's/^host: //p')
folder=$(realpath -m "${CARGO_TARGET_DIR:-target}")/fuzz
# With --target these flags are for what runs, not for build scripts. They are those of cargo-fuzz.
coverage=(--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table
    -Cllvm-args=-sanitizer-coverage-trace-compares)
RUSTFLAGS="${coverage[*]}" "${CARGO:-cargo}" build --locked --release --manifest-path fuzz/Cargo.toml \
    --target "$host" --target-dir "$folder"

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
    "$folder/$host/release/$target" -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=4096 \
        -print_final_stats=1 -verbosity=0 -artifact_prefix="fuzz/artifacts/$target/" \
        "fuzz/corpus/$target" ${seeds[@]+"${seeds[@]}"}
done
