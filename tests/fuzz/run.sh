#!/usr/bin/env bash
# Fuzzes every target for some seconds with libFuzzer, AddressSanitizer and UndefinedBehaviorSanitizer, and keeps what
# reaches new code in corpus/TARGET, minimised. Needs clang. Exits with 1 at the first finding, whose input it leaves.
#
# usage: run.sh [SECONDS] [TARGET...]
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${1:-60}
shift || true
build=build/fuzz
cmake -S . -B $build -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_BUILD_TYPE=RelWithDebInfo \
  -DLEADLIGHT_FUZZ=ON -DLEADLIGHT_SANITIZE=ON -DLEADLIGHT_GUI=OFF -DLEADLIGHT_BENCH=OFF >/dev/null
targets=("$@")
[ $# -gt 0 ] || targets=(records sheet encoding filter scorecard schema)
cmake --build $build -j2 --target "${targets[@]/#/fuzz_}"

shared=${LEADLIGHT_SHARED:-../shared}
seeds_of() {
  case $1 in
    records) echo $shared/corpora/JSONTestSuite/test_parsing $shared/corpora/csv-spectrum/*/* $shared/corpora/made/* ;;
    encoding) echo $shared/corpora/utf8tests $shared/corpora/made/shapes ;;
    scorecard) echo resources/scorecards ;;
    schema) echo resources/schemas ;;
  esac
}
for target in "${targets[@]}"; do
  echo "== $target"
  work=$build/corpus/$target kept=tests/fuzz/corpus/$target
  mkdir -p $work $kept
  dictionary=tests/fuzz/$target.dict
  seeds=()
  for folder in $(seeds_of "$target"); do [ -d "$folder" ] && seeds+=("$folder"); done
  $build/tests/fuzz/fuzz_$target -max_total_time="$seconds" -max_len=8192 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix=$build/$target- $([ -f $dictionary ] && echo -dict=$dictionary) $work $kept "${seeds[@]}" 2>&1 | tail -8
  # Of all that was found, the smallest set that reaches the same code; files over 1 KB stay out of the project.
  $build/tests/fuzz/fuzz_$target -merge=1 -max_len=1024 $kept $work "${seeds[@]}" >/dev/null 2>&1
done
