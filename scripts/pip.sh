#!/bin/sh
# Install a locked list into the virtual environment: only files whose hashes stand in the list.
set -eu
venv=$1
shift
echo "Installing what is written in: $*" | sed 's/ -r / /g'
exec "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes "$@"
