#!/bin/sh
# Print the path of a Chromium that can be driven; with "install", get what is missing first where this is allowed.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)

# Ubuntu's package is a shell script that calls the snap, which cannot be driven from here.
is_stub() { head -c 2 "$1" | grep -q '#!' && grep -q 'snap' "$1"; }

find_chromium() {
    if [ -n "${KULTURSPEJL_CHROMIUM:-}" ]; then
        if [ -x "$KULTURSPEJL_CHROMIUM" ]; then
            echo "$KULTURSPEJL_CHROMIUM"
            return
        fi
        echo "KULTURSPEJL_CHROMIUM=$KULTURSPEJL_CHROMIUM is not a program." >&2
        exit 1
    fi
    # Chromium without windows and address bar first: the same pages for half of the work.
    for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
        path=$(command -v "$name" 2>/dev/null) || continue
        is_stub "$path" && continue
        echo "$path"
        return
    done
    kept="${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}"
    for path in "$kept"/chromium_headless_shell-*/chrome-*/*headless*shell "$kept"/chromium-*/chrome-linux*/chrome; do
        if [ -x "$path" ]; then
            echo "$path"
            return
        fi
    done
    return 1
}

# The program that drives it is linked to a library that a small system lacks.
driver_lacks_a_library() {
    set -- "$here"/.venv/lib/python3.*/site-packages/playwright/driver/node
    [ -x "$1" ] && ! "$1" --version >/dev/null 2>&1
}

apt_install() {
    echo "Installing $* with apt-get, for the tests in the browser ..." >&2
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

say_the_one_command() {
    echo "The tests drive a real Chromium, and something is missing for it. Run this once, then make again:" >&2
    echo "    $1" >&2
    exit 1
}

system=$(. /etc/os-release 2>/dev/null && echo "${ID:-unknown}" || echo unknown)
may_install=no
if [ "${1:-}" = install ] && [ "$(id -u)" = 0 ] && [ "$system" = debian ]; then
    may_install=yes
fi

if [ "$system" = debian ]; then
    chromium_command="sudo apt-get install chromium"
else
    chromium_command="$here/.venv/bin/python -m playwright install --with-deps chromium"
fi

if driver_lacks_a_library; then
    [ $may_install = yes ] || say_the_one_command "sudo apt-get install libatomic1"
    apt_install libatomic1
fi
if [ $may_install = yes ] && [ -z "${KULTURSPEJL_CHROMIUM:-}" ] && ! command -v chromium-headless-shell >/dev/null 2>&1; then
    # An older Debian has no such package, and a machine without a net keeps the browser that it has.
    apt_install chromium-headless-shell fonts-dejavu-core >&2 || echo "There is none; Chromium does as well." >&2
fi
find_chromium && exit 0
[ $may_install = yes ] || say_the_one_command "$chromium_command"
apt_install chromium fonts-dejavu-core
find_chromium || say_the_one_command "$chromium_command"
