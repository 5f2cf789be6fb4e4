#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# package.sh VERSION PAYLOAD ICON OUTFILE: the installer around a folder of files, scantill.exe among them.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ -f "$2/scantill.exe" ] || { echo "package.sh: there is no scantill.exe in $2" >&2; exit 2; }
makensis -V2 -WX -INPUTCHARSET UTF8 -DVERSION="$1" -DPAYLOAD="$(realpath "$2")" -DICON="$(realpath "$3")" \
    -DLICENCE="$here/../../LICENSE" -DOUTFILE="$(realpath -m "$4")" "$here/scantill.nsi"
