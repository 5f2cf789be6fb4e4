#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# on_a_screen.sh PROGRAM [ARGUMENT…]: runs it on an X screen of its own. The server itself takes a free number and
# says when it is ready; xvfb-run looks for one first, which another may take meanwhile, and waits for ever when the
# server's signal comes before it waits.
set -euo pipefail
exec {ready}< <(exec Xvfb -displayfd 1 -screen 0 2732x1536x24 -nolisten tcp 2>/dev/null)
screen=$!
trap 'kill "$screen" 2>/dev/null && wait "$screen" || true' EXIT
read -r number <&"$ready" || { echo "Xvfb does not start" >&2; exit 1; }
DISPLAY=:$number "$@" {ready}<&-
