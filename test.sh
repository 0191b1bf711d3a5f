#!/usr/bin/env bash
# Installs what is missing, builds and runs every test.
set -euo pipefail
cd "$(dirname "$0")"
. ./packages.sh

install_packages core gui
quietly "Building" build_preset dev
ctest --preset dev "$@"
