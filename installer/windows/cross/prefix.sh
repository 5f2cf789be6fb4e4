#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# prefix.sh INTO: a Windows 10 for the cross-built tests (wine.sh), and this system's fonts, for wine has none of its own for Chinese.
set -euo pipefail
mkdir -p "$1/fonts"
into=$(cd "$1" && pwd)
export WINEPREFIX=$into/wine WINEARCH=win64 WINEDEBUG=-all
if [ ! -f "$into/wine/ready" ]; then
    rm -rf "$into/wine"
    timeout 300 xvfb-run -a wineboot -i >"$into/wineboot.log" 2>&1
    timeout 60 wine reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null 2>&1
    timeout 60 wineserver -w
    touch "$into/wine/ready"
fi
find /usr/share/fonts -name 'NotoSansCJK-Regular*' -o -name 'NotoSansCJK-Bold*' -o -name 'Inter*.[ot]tf' -o -name 'DejaVuSans*.ttf' \
    | while read -r font; do ln -sf "$font" "$into/fonts/"; done
