#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every planted fault still fits the sources: mutants_apply.sh SOURCE_FOLDER
set -euo pipefail
failed=0
count=0
for patch in "$1"/tests/simulation/mutants/*.patch; do
    count=$((count + 1))
    patch --directory "$1" --strip 1 --dry-run --silent <"$patch" || { echo "$(basename "$patch") does not apply"; failed=1; }
done
[ "$count" -ge 10 ] || { echo "only $count faults are there"; failed=1; }
exit $failed
