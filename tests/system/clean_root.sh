#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A newcomer's machine: Debian 12 with only git, made in a folder. `./dev run` must install what it needs, build, and
# take the demo's payment; a second run must be quick. Needs root, debootstrap and Debian's packages.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/roots.sh"
root=${1:-$source/build/clean-root}
roots_or_skip
trap 'leave_root "$root"' EXIT

make_root "$root" bookworm git,ca-certificates
leave_root "$root"
take_apt "$root" bookworm
mount_root "$root"

rm -rf "$root/home/newcomer/scantill/.git"
mkdir -p "$root/home/newcomer"
git -c safe.directory='*' clone -q --no-hardlinks "$source" "$root/home/newcomer/scantill.new"
mkdir -p "$root/home/newcomer/scantill"
cp -a "$root/home/newcomer/scantill.new/." "$root/home/newcomer/scantill/"
rm -rf "$root/home/newcomer/scantill.new"

run() {
    enter "$root" root env HOME=/home/newcomer bash -c 'cd /home/newcomer/scantill && ./dev run'
}
run
for step in 1 2 3 4 5; do
    [ -s "$root/home/newcomer/scantill/build/demo/$step.png" ] || { echo "no screenshot of step $step"; exit 1; }
done
begun=$(date +%s)
run
took=$(( $(date +%s) - begun ))
echo "second run: $took s"
[ "$took" -lt 60 ] || { echo "a second run must be quick"; exit 1; }
