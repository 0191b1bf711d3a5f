#!/usr/bin/env bash
# Sweeps faults over every operation that changes a store: the process is killed at, or the disk refuses (ENOSPC, EIO),
# the n-th system call that writes to the store's files, for every n. After each fault the store must be sound and hold
# the leads of before or of after, and the same operation must then lead to those of after.
#
# usage: sweep.sh LEADCTL [POINTS]     POINTS: about so many places per operation and fault; default: all
# Exits 77 where strace is missing or may not trace.
set -euo pipefail

leadctl=$(realpath "$1")
points=${2:-0}
calls=write,pwrite64,fsync,fdatasync,ftruncate,fallocate,rename,renameat,renameat2,link,linkat,unlink,unlinkat
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_DATA_HOME=$folder

strace -f -o /dev/null true 2>/dev/null || { echo "strace is missing or may not trace; nothing was swept."; exit 77; }

store=$folder/now/leads.db
ctl() { "$leadctl" --store "$store" --quiet "$@"; }
# traced OPTION... -- COMMAND...: a command under strace that sees only what happens to the store's files, or with
# $everywhere to files of any name
traced() {
  local options=() file
  while [ "$1" != -- ]; do options+=("$1"); shift; done
  shift
  if [ -z "${everywhere:-}" ]; then
    for file in "$store" "$store-wal" "$store-journal" "$store-shm"; do options+=(-P "$file"); done
  fi
  strace -f -qq -e signal=none -e trace=$calls "${options[@]}" -o "$folder/trace" "$leadctl" --store "$store" --quiet "$@" \
    >"$folder/out" 2>"$folder/err"
}
digest() { if [ -e "$store" ]; then ctl digest 2>/dev/null || echo none; else echo none; fi; }
fail() {
  echo "FAILED: $1" >&2
  cat "$folder/out" "$folder/err" >&2
  failures=$((failures + 1))
}

leads() { # leads FIRST LAST VISITS: a lead file
  echo "Prospect ID,Lead Number,Lead Source,TotalVisits,City"
  for ((i = $1; i <= $2; ++i)); do echo "key-$i,$i,Google,$(((i + $3) % 9)),\"Mumbai, $i\""; done
}
leads 1 40 0 >"$folder/first.csv"
leads 30 60 1 >"$folder/second.csv"

# from STATE: the store as it was put aside under that name
from() { rm -rf "$folder/now" && cp -a "$folder/$1" "$folder/now"; }
keep() { rm -rf "${folder:?}/$1" && cp -a "$folder/now" "$folder/$1"; }

mkdir "$folder/now" && keep empty
ctl load "$folder/first.csv" >/dev/null && keep loaded
ctl load "$folder/second.csv" >/dev/null && keep merged
from loaded
ctl snapshot create early >/dev/null && ctl load "$folder/second.csv" >/dev/null && keep snapped
from loaded
printf 'Prospect ID,Lead Number,Lead Source,TotalVisits,City\nnew-1,901,Google,3,Pune\nnew-2,902,Google,4,Pune,one too many\n' \
  >"$folder/bad.csv"
ctl load "$folder/bad.csv" >/dev/null && keep refused
# Split as it was, the row is right; so it is sent without its raw form.
ctl quarantine 2 --format csv | sed 's/,"new-2[^"]*"/,/' >"$folder/mended.csv"

failures=0 swept=0
# check WHAT BEFORE AFTER COMMAND...: the promises after a fault
check() {
  local what=$1 before=$2 after=$3 now sound
  shift 3
  if [ -e "$store" ] && [ -s "$store" ]; then
    # A store that died before its first table is as good as none.
    sound=$(ctl sql 'PRAGMA integrity_check' 2>&1 || true)
    case $sound in integrity_check*ok* | *"no store here yet"*) ;; *) fail "$what: the store is damaged: $sound" ;; esac
  fi
  now=$(digest)
  [ "$now" = "$before" ] || [ "$now" = "$after" ] || fail "$what: neither the leads of before nor of after"
  ctl "$@" >"$folder/out" 2>"$folder/err" || [ "$now" = "$after" ] || fail "$what: cannot be done again"
  [ "$(digest)" = "$after" ] || fail "$what: done again, it gives other leads"
}

# sweep NAME STATE COMMAND...: all faults of one operation that starts from a state
sweep() {
  local name=$1 state=$2 before after count step n fault status places call nth
  shift 2
  from "$state" && before=$(digest)
  traced -- "$@"
  after=$(digest)
  # strace counts each kind of call by itself and for each thread: "pwrite64 17" is a thread's 17th.
  mapfile -t places < <(awk 'match($2, /^[a-z0-9]+\(/) { call = substr($2, 1, RLENGTH - 1); print call, ++seen[$1 " " call] }' \
    "$folder/trace")
  count=${#places[@]}
  step=$((points > 0 && count > points ? count / points : 1))
  for fault in signal=KILL error=ENOSPC error=EIO; do
    for ((n = 1; n <= count; n += step)); do
      from "$state"
      status=0
      read -r call nth <<<"${places[n - 1]}"
      # A full disk stays full; a failing sector fails once.
      [ $fault != error=ENOSPC ] || nth+=+
      traced -e inject="$call:$fault:when=$nth" -- "$@" || status=$?
      case $fault in
        signal=KILL) [ $status -eq 137 ] || [ $status -eq 0 ] || fail "$name, killed at $n: exit $status" ;;
        *)
          [ $status -eq 0 ] || [ $status -eq 1 ] || fail "$name, $fault at $n: exit $status"
          [ $status -eq 1 ] && [ ! -s "$folder/err" ] && fail "$name, $fault at $n: no sentence"
          [ $status -eq 1 ] && [ "$(digest)" != "$before" ] && fail "$name, $fault at $n: failed, yet something changed"
          [ $status -eq 0 ] && [ "$(digest)" != "$after" ] && fail "$name, $fault at $n: said done, yet it is not"
          ;;
      esac
      check "$name, $fault at $n" "$before" "$after" "$@"
      swept=$((swept + 1))
    done
  done 2> >(grep -v Killed >&2)
  echo "$name: $count writing calls"
}

sweep "first load" empty load "$folder/first.csv"
sweep "merging load" loaded load "$folder/second.csv"
sweep "undo" merged undo 2
# A snapshot's files have names of their own; its output goes through write, which is left out.
everywhere=1 calls=${calls#write,} sweep "snapshot" merged snapshot create late
sweep "going back to a snapshot" snapped snapshot restore early
sweep "retry of a mended row" refused load --retry 2 "$folder/mended.csv"

echo "$swept faults, $failures broken promises"
[ $failures -eq 0 ]
