#!/bin/sh
# Make a virtual environment with Python 3.11 or newer; on Debian and Ubuntu get what is missing where allowed.
set -eu
target=$1

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

if [ -n "${PYTHON:-}" ] && ! { command -v "$PYTHON" >/dev/null 2>&1 && new_enough "$PYTHON"; }; then
    echo "PYTHON=$PYTHON is no Python 3.11 or newer. Name another, or leave it out to have one looked for." >&2
    exit 1
fi

find_python() {
    for name in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11 python; do
        if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

if ! python=$(find_python); then
    echo "Kulturspejl needs Python 3.11 or newer, and none was found." >&2
    echo "Debian 12 or later and Ubuntu 24.04 or later have one: apt-get install python3 python3-venv" >&2
    echo "If yours has another name: make install PYTHON=/path/to/python3.12" >&2
    exit 1
fi

if [ -x "$target/bin/python" ] && new_enough "$target/bin/python" && "$target/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi

if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing python$version-venv, which this system keeps apart from Python ..."
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "python$version-venv" >/dev/null \
            || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
    else
        echo "This Python has no venv. Run this once, then make again:" >&2
        echo "    sudo apt-get install python$version-venv" >&2
        exit 1
    fi
fi

rm -rf "$target"
"$python" -m venv "$target"
