#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bundle.sh ROOT PROGRAM.exe INTO: a program with all it needs beside it: Qt's plugins, and every DLL that it or they name, or load at
# run time. What is found in none of our folders is Windows' own.
set -euo pipefail
root=$1 into=$3
places=("$root/bin" "$(dirname "$(x86_64-w64-mingw32-gcc-posix -print-libgcc-file-name)")" /usr/x86_64-w64-mingw32/lib)
plugins=(platforms/qwindows tls/qopensslbackend imageformats/qico styles/qwindowsvistastyle)

rm -rf "$into" && mkdir -p "$into"
cp "$2" "$into/"
for plugin in "${plugins[@]}"; do
    [ ! -f "$root/plugins/$plugin.dll" ] || install -D -m 644 "$root/plugins/$plugin.dll" "$into/$plugin.dll"
done
printf '[Paths]\nPlugins=.\n' >"$into/qt.conf"

take() { # NAME.dll, and what it names itself
    local place
    [ ! -f "$into/$1" ] || return 0
    for place in "${places[@]}"; do
        if [ -f "$place/$1" ]; then
            install -m 644 "$place/$1" "$into/$1"
            take_named "$into/$1"
            return
        fi
    done
}
take_named() {
    local name
    while read -r name; do
        take "$name"
    done < <(x86_64-w64-mingw32-objdump -p "$1" | sed -n 's/^\tDLL Name: //p')
}
while read -r file; do
    take_named "$file"
done < <(find "$into" -name '*.exe' -o -name '*.dll')
take libcrypto-3-x64.dll # Qt's TLS looks for these two by name
take libssl-3-x64.dll
for name in libcrypto-3-x64.dll libssl-3-x64.dll; do
    [ -f "$into/$name" ] || { echo "bundle.sh: $name is missing; without it there is no TLS" >&2; exit 1; }
done
cp -r "$root/licences" "$into/"
{ echo "Built from Debian's sources, with the recipe in ScanTill's installer/windows/cross/toolchain.sh:"; cat "$root/sources"; } \
    >"$into/licences/sources.txt"
find "$into" \( -name '*.exe' -o -name '*.dll' \) -exec x86_64-w64-mingw32-strip --strip-unneeded {} +
