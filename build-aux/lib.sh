# SPDX-FileCopyrightText: 2026 The Sixfold contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What the scripts beside this file share. To be sourced, with $source set to the project's folder.

# Says a sentence and ends.
die () {
  echo "$*" >&2
  exit 1
}

# Prints the package names of a list such as packages.txt.
packages_in () {
  sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$@" | sort -u
}

# Prints those of the named packages that are not installed.
missing_packages () {
  local package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
      echo "$package"
  done
}

# Installs what the named lists hold and the system lacks, and says so.
install_missing () {
  local wanted missing log as_root=()
  mapfile -t wanted < <(packages_in "$@")
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "This is not a Debian system, so nothing is installed for you. Sixfold needs what"
    echo "build-aux/packages.txt lists, under whatever names your system gives it."
    return
  fi
  mapfile -t missing < <(missing_packages "${wanted[@]}")
  if [ "${#missing[@]}" -eq 0 ]; then
    echo "Everything that is needed is installed already."
    return
  fi
  echo "To be installed with apt-get (build-aux/packages*.txt say why):"
  printf '  %s\n' "${missing[@]}"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      die "This needs an administrator. Ask one to run: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -qq ||
    die "The list of packages could not be fetched. Is there a network connection?"
  log=$(mktemp)
  if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    die "Some packages could not be installed; apt-get's own message is above and in $log."
  fi
  rm -f "$log"
  echo "Installed."
}

# Configures a build folder the first time, and later only changes its options.
configure () {
  local folder=$1
  shift
  mkdir -p "$folder" 2>/dev/null || true
  [ -w "$folder" ] ||
    die "The folder $folder cannot be written. Copy the project to a folder of your own."
  if [ -f "$folder/build.ninja" ]; then
    meson configure "$folder" "$@" >/dev/null && return
    # The build folder belongs to another place or another version of Meson.
    rm -rf "$folder"
    mkdir "$folder"
  fi
  meson setup "$folder" "$source" "$@" >"$folder/configure.log" 2>&1 || {
    tail -n 20 "$folder/configure.log" >&2
    die "The build could not be configured; the whole story is in $folder/configure.log."
  }
  rm -f "$folder/configure.log"
}

# Builds the folder; what the compiler says is shown only where it fails.
build () {
  local folder=$1
  shift
  local log=$folder/build.log
  if ! ninja -C "$folder" "$@" >"$log" 2>&1; then
    grep -E -A 12 '^FAILED|: (fatal )?error:|undefined reference' "$log" | head -n 60 >&2
    die "The build failed; the whole story is in $log."
  fi
}
