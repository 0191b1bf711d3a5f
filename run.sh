#!/usr/bin/env bash
# Builds Leadlight, loads lead files and opens the window. Without files: the sample. Without a display: writes the report
# and one picture per page and says where.
#   ./run.sh [--store FILE] [FILE...]
# LEADLIGHT_PRESET=dev takes the build of ./test.sh instead of one for users.
set -euo pipefail
cd "$(dirname "$0")"
. ./packages.sh

store=""
files=()
while [ $# -gt 0 ]; do
  case "$1" in
    --store) [ $# -ge 2 ] || { echo "run.sh: --store needs a file" >&2; exit 2; }; store=$2; shift 2 ;;
    --store=*) store=${1#*=}; shift ;;
    -h|--help) sed -n '2,4s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) files+=("$(realpath -m -- "$1")"); shift ;;
  esac
done

install_packages core gui
preset=${LEADLIGHT_PRESET:-release}
quietly "Building" build_preset "$preset"
bin=$PWD/build/$preset/app

if [ -z "$store" ]; then
  data=${XDG_DATA_HOME:-$HOME/.local/share}/leadlight
  if [ ${#files[@]} -gt 0 ]; then store=$data/leads.db; else store=$data/sample.db; fi
fi
[ ${#files[@]} -gt 0 ] || files=(resources/sample/leads-2026-q1.csv resources/sample/leads-2026-q1-updates.csv resources/sample/leads-dirty.csv)

echo "Store: $store"
"$bin/cli/leadctl" --store "$store" load "${files[@]}" || failed=$?

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$bin/gui/leadlight" --store "$store"
fi
out=$PWD/build/report
mkdir -p "$out"
"$bin/gui/leadlight" --store "$store" --report "$out/report.pdf"
"$bin/gui/leadlight" --store "$store" --screenshots "$out"
echo "There is no display, so the pages are pictures:"
for file in "$out/report.pdf" "$out"/*.png; do echo "  $file"; done
exit "${failed:-0}"
