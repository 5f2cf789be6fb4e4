#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# wine.sh PROGRAM [OPTION…]: runs one of the cross-built Qt tests. They print nothing under wine, so what they say goes through a file.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
built=$(realpath "${SCANTILL_WINDOWS:-$here/../../../build/windows}")
export WINEPREFIX=${WINEPREFIX:-$built/wine} WINEARCH=win64 WINEDEBUG=${WINEDEBUG:--all}
compiler=$(dirname "$(realpath "$(x86_64-w64-mingw32-gcc-posix -print-libgcc-file-name)")")
places="Z:$built/root/bin;Z:$compiler;Z:/usr/x86_64-w64-mingw32/lib"
export WINEPATH=${places//\//\\}
export QT_PLUGIN_PATH="Z:$built/root/plugins" QT_QPA_FONTDIR="Z:$built/fonts"
said=$(mktemp)
trap 'rm -f "$said"' EXIT
code=0
wine "Z:$(realpath "$1")" "${@:2}" -o "Z:$said,txt" || code=$?
cat "$said"
grep -q '^Totals: ' "$said" || { echo "it ended before its totals, with $code"; exit 1; }
exit $code
