# Sourced by run.sh, test.sh and .ci/run: installs the packages of packages.txt that are missing, and builds.

# The packages under the given sections of packages.txt, one a line.
packages_of() {
  local section
  for section in "$@"; do
    awk -v want="[$section]" '/^\[/ { on = ($0 == want); next } on && NF && !/^#/' packages.txt
  done
}

# Installs what is missing, as root or with sudo; silent when nothing is.
install_packages() {
  local missing=() name sudo=""
  for name in $(packages_of "$@"); do
    dpkg-query -W -f='${db:Status-Abbrev}' "$name" 2>/dev/null | grep -q '^ii' || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "These packages are missing and neither root nor sudo is at hand: ${missing[*]}" >&2; return 1; }
    sudo=sudo
  fi
  echo "Installing ${missing[*]}"
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# quietly WHAT COMMAND...: shows a command's output only when it fails.
quietly() {
  local what=$1 log status=0
  shift
  log=$(mktemp)
  printf '%s ... ' "$what"
  "$@" >"$log" 2>&1 || status=$?
  if [ $status -eq 0 ]; then echo done; else echo failed; cat "$log"; fi
  rm -f "$log"
  return $status
}

# Presets that differ only in their folder share compiled objects through ccache.
build_preset() {
  cmake --preset "$1" && CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1 cmake --build --preset "$@"
}
