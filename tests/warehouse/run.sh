#!/usr/bin/env bash
# Exported SQL where it is meant to run: PostgreSQL on a private socket and DuckDB score every lead of real files as
# leadctl does; the other dialects go through a published SQL parser. Exit 77 when a tool or the files are absent.
#   tests/warehouse/run.sh LEADCTL SHARED
# Node packages are taken from LEADLIGHT_NODE (a folder with node_modules) or installed into the user's cache.
set -euo pipefail
leadctl=$(realpath "$1") shared=$(realpath -m "$2") here=$(realpath "$(dirname "$0")")

skip() { echo "skipped: $1"; exit 77; }
for tool in node npm; do command -v "$tool" >/dev/null || skip "no $tool"; done
postgres=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
[ -n "$postgres" ] || skip "no PostgreSQL"
[ -d "$shared/data" ] || skip "no lead files in $shared"

node=${LEADLIGHT_NODE:-${XDG_CACHE_HOME:-$HOME/.cache}/leadlight/warehouse}
if [ ! -d "$node/node_modules/@duckdb/node-api" ] || [ ! -d "$node/node_modules/node-sql-parser" ]; then
  mkdir -p "$node"
  npm install --prefix "$node" --no-audit --no-fund --silent @duckdb/node-api@1.5.6-r.1 node-sql-parser@5.4.0 ||
    skip "npm could not install @duckdb/node-api and node-sql-parser"
fi

scratch=$(mktemp -d)
chmod 711 "$scratch"
mkdir "$scratch/pg"
# PostgreSQL refuses to run as root.
as=()
if [ "$(id -u)" = 0 ]; then
  chown nobody "$scratch/pg"
  as=(setpriv --reuid=nobody --regid=nogroup --clear-groups env HOME="$scratch/pg")
fi
stop() {
  (cd / && "${as[@]}" "$postgres/pg_ctl" -D "$scratch/pg/data" -m immediate stop >/dev/null 2>&1) || true
  rm -rf "$scratch"
}
trap stop EXIT
cd "$scratch/pg"
"${as[@]}" "$postgres/initdb" -D data -U leads -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
"${as[@]}" "$postgres/pg_ctl" -D data -w -l log \
  -o "-c listen_addresses='' -c unix_socket_directories='$scratch/pg' -c fsync=off" start >/dev/null
cd "$scratch"
node "$here/check.mjs" "$leadctl" "$shared" "$here" "$node" "$scratch" "$postgres/psql"
