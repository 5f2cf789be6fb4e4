#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# package.sh VERSION PAYLOAD ICON OUTFILE [SIGN]: the installer around a folder of files, scantill.exe among them. SIGN: a program that
# signs the file it is given; it is run on our programs in that folder, on the uninstaller and on the installer.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ -f "$2/scantill.exe" ] || { echo "package.sh: there is no scantill.exe in $2" >&2; exit 2; }
sign=()
if [ -n "${5:-}" ]; then
    sign=(-DSIGN="$(realpath "$5")")
    for program in "$2"/scantill*.exe; do "$5" "$program"; done
fi
makensis -V2 -WX "${sign[@]}" -INPUTCHARSET UTF8 -DVERSION="$1" -DPAYLOAD="$(realpath "$2")" -DICON="$(realpath "$3")" \
    -DLICENCE="$here/../../LICENSE" -DOUTFILE="$(realpath -m "$4")" "$here/scantill.nsi"
