#!/usr/bin/env bash
# Installs what is missing, builds and runs every test.
set -euo pipefail
cd "$(dirname "$0")"
. ./packages.sh

install_packages core gui
quietly "Building" build_preset dev
# The tests labelled "full" start databases; .ci/run runs them.
ctest --preset dev --label-exclude full "$@"
