#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# wine.sh PROGRAM [OPTION…]: runs one of the cross-built Qt tests. They print nothing under wine, so what they say goes through a file.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
built=${SCANTILL_WINDOWS:-$here/../../../build/windows}
export WINEPREFIX=${WINEPREFIX:-$built/wine} WINEARCH=win64 WINEDEBUG=${WINEDEBUG:--all}
export WINEPATH="Z:$built/root/bin;Z:$(dirname "$(x86_64-w64-mingw32-gcc-posix -print-libgcc-file-name)");Z:/usr/x86_64-w64-mingw32/lib"
export QT_PLUGIN_PATH="Z:$built/root/plugins" QT_QPA_FONTDIR="Z:$built/fonts" QT_FORCE_STDERR_LOGGING=1
said=$(mktemp)
trap 'rm -f "$said"' EXIT
code=0
wine "Z:$(realpath "$1")" "${@:2}" -o "Z:$said,txt" || code=$?
cat "$said"
grep -q '^Totals: ' "$said" || { echo "it ended before its totals, with $code"; exit 1; }
exit $code
