#!/usr/bin/env bash
# rustc with libFuzzer's counters (the flags are cargo-fuzz's) in beleg and the targets alone: what libraries do steers nothing,
# and counting in them takes the compiler half an hour. For RUSTC_WRAPPER; see fuzz.sh.
set -euo pipefail
rustc=$1
shift
flags=()
if [[ " $* " =~ " --crate-name "(beleg|analysis|edits|files|import|messages)" " ]]; then
    flags=(--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4
        -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table
        -Cllvm-args=-sanitizer-coverage-trace-compares)
fi
exec "$rustc" "$@" ${flags[@]+"${flags[@]}"}
