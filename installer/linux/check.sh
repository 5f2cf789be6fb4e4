#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check.sh DEB…: what Debian, freedesktop and systemd have to say of the packages, whether the manuals tell every option,
# and whether the list of licences is of these programs.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
runtime=$(mktemp -d)
trap 'rm -rf "$folder" "$runtime"' EXIT

lintian --fail-on error,warning "$@"
for deb in "$@"; do
    dpkg-deb -x "$deb" "$folder"
done
appstreamcli validate --no-net "$folder"/usr/share/metainfo/*.xml
for file in "$folder"/usr/share/applications/*.desktop "$folder"/usr/share/xsessions/*.desktop "$folder"/etc/xdg/autostart/*.desktop; do
    desktop-file-validate "$file"
done

for pages in "$folder"/usr/share/doc/*/html; do
    python3 "$here/papers/links.py" "$pages"
done

for program in "$folder"/usr/bin/*; do
    name=${program##*/}
    options=$(QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=$runtime "$program" --help | grep -oE '^  (-[a-z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+')
    [ -n "$options" ] || { echo "$name --help tells no option" >&2; exit 1; }
    manual=$(MANROFFOPT='-Tascii -c' MANWIDTH=400 man --warnings=w -l "$folder/usr/share/man/man1/$name.1.gz" 2>"$folder/complaints")
    [ ! -s "$folder/complaints" ] || { cat "$folder/complaints" >&2; exit 1; }
    for option in $options; do
        grep -qE -- "(^|[^a-z-])$option([^a-z-]|\$)" <<<"$manual" || { echo "the manual of $name does not tell $option" >&2; exit 1; }
        grep -qE -- "(^| )$option( |\$)" "$folder/usr/share/bash-completion/completions/$name" \
            || { echo "the completion of $name does not know $option" >&2; exit 1; }
    done
done
if [ "$(. /etc/os-release && echo "$VERSION_CODENAME")" = bookworm ]; then # whose libraries the list is of
    python3 "$here/../third_party.py" --check "$folder"/usr/bin/*
fi
echo "packages: fine"
