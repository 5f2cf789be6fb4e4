#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A newcomer's machine: Debian 12 with only git, made in a folder. `./dev run` must install what it needs, build, and
# take the demo's payment; a second run must be quick. Needs root, debootstrap and Debian's packages.
set -euo pipefail
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
root=${1:-$source/build/clean-root}

[ "$(id -u)" -eq 0 ] || { echo "skipped: needs root"; exit 77; }
command -v debootstrap >/dev/null || { echo "skipped: needs debootstrap"; exit 77; }

leave() {
    umount -q --lazy "$root/proc" "$root/dev" 2>/dev/null || true # busy or not: who clears the folder away must not meet them
}
trap leave EXIT

if [ ! -x "$root/usr/bin/git" ]; then
    rm -rf --one-file-system "$root"
    debootstrap --variant=minbase --include=git,ca-certificates bookworm "$root"
fi
cp /etc/resolv.conf "$root/etc/resolv.conf"
for file in /etc/hosts /etc/apt/sources.list /etc/apt/sources.list.d/* /etc/apt/apt.conf.d/*proxy*; do
    [ ! -f "$file" ] || install -D -m 644 "$file" "$root$file"
done
mount -t proc proc "$root/proc" 2>/dev/null || true
mount --bind /dev "$root/dev" 2>/dev/null || true

rm -rf "$root/home/newcomer/scantill/.git"
mkdir -p "$root/home/newcomer"
git -c safe.directory='*' clone -q --no-hardlinks "$source" "$root/home/newcomer/scantill.new"
mkdir -p "$root/home/newcomer/scantill"
cp -a "$root/home/newcomer/scantill.new/." "$root/home/newcomer/scantill/"
rm -rf "$root/home/newcomer/scantill.new"

enter() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/newcomer LANG=C.UTF-8 \
        bash -c "cd /home/newcomer/scantill && $1"
}
enter './dev run'
for step in 1 2 3 4 5; do
    [ -s "$root/home/newcomer/scantill/build/demo/$step.png" ] || { echo "no screenshot of step $step"; exit 1; }
done
begun=$(date +%s)
enter './dev run'
took=$(( $(date +%s) - begun ))
echo "second run: $took s"
[ "$took" -lt 60 ] || { echo "a second run must be quick"; exit 1; }
