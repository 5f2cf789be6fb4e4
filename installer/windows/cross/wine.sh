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
# The first of them starts Windows' services, which stay, and would keep a pipe open for which a test's caller waits.
wine "Z:$(realpath "$1")" "${@:2}" -o "Z:$said,txt" </dev/null >/dev/null 2>&1 &
test=$!
finished() { grep -q '^\*\*\*\*\*\*\*\*\* Finished testing' "$said"; }
# Under wine 8 a process that has had threads may not come to its end after all is said: then what it said counts.
code=0
left=50
while kill -0 $test 2>/dev/null && [ $left -gt 0 ]; do
    sleep 0.1
    ! finished || left=$((left - 1))
done
if kill -9 $test 2>/dev/null; then
    echo "it said its totals and did not end"
    grep -q '^Totals: .*, 0 failed' "$said" || code=1
fi
wait $test 2>/dev/null || [ $left -eq 0 ] || code=$?
cat "$said"
grep -q '^Totals: ' "$said" || { echo "it ended before its totals, with $code"; exit 1; }
exit $code
