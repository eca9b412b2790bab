#!/bin/sh
# Print the path of a Chromium that can be driven; with "install", get one first where this is allowed.
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
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        path=$(command -v "$name" 2>/dev/null) || continue
        is_stub "$path" && continue
        echo "$path"
        return
    done
    for path in "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}"/chromium-*/chrome-linux*/chrome; do
        if [ -x "$path" ]; then
            echo "$path"
            return
        fi
    done
    return 1
}

install_from_debian() {
    echo "Installing Chromium, which the tests drive ..." >&2
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-dejavu-core >/dev/null
}

say_the_one_command() {
    echo "The tests drive a real Chromium, and none was found. Run this once, then make again:" >&2
    if [ "$1" = debian ]; then
        echo "    sudo apt-get install chromium" >&2
    else
        echo "    $here/.venv/bin/python -m playwright install --with-deps chromium" >&2
    fi
    exit 1
}

find_chromium && exit 0
system=$(. /etc/os-release 2>/dev/null && echo "${ID:-unknown}" || echo unknown)
if [ "${1:-}" = install ] && [ "$system" = debian ] && [ "$(id -u)" = 0 ]; then
    install_from_debian
    find_chromium && exit 0
fi
say_the_one_command "$system"
