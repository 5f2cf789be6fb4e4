#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Plants one fault after the other into a copy of the sources, and plays days until each is caught.
# Usage: mutants.sh SOURCE_FOLDER [NAME…]; MOST_DAYS is how long one may live, JOBS how many
# compilers run at once, BUILD a build folder to use instead of the copy's own.
set -euo pipefail
source=$(realpath "$1")
shift
here=$source/tests/simulation/mutants
tree=$source/build/mutants/tree
build=${BUILD:-$tree/build/simulate}
most_days=${MOST_DAYS:-40}

copy() { # only what differs, so that only that is built again
    local file
    mkdir -p "$tree"
    (cd "$source" && git ls-files --cached --others --exclude-standard) | while read -r file; do
        [ -f "$source/$file" ] || { rm -f "$tree/$file"; continue; }
        cmp -s "$source/$file" "$tree/$file" || install -D -m "$(stat -c %a "$source/$file")" "$source/$file" "$tree/$file"
    done
}

make_build() {
    [ -f "$build/build.ninja" ] || (cd "$tree" && cmake --preset simulate) >&2
    cmake --build "$build" --parallel "${JOBS:-$(nproc)}" --target simulate >"$build/make.log" 2>&1 \
        || { tail -20 "$build/make.log" >&2; return 1; }
}

play() { # one day after the other, each from a seed of its own; says after how many it fell
    local day
    for ((day = 1; day <= most_days; day++)); do
        if ! "$build/tests/simulate" --seed $((7000 + day)) --days 1 >"$build/played.log" 2>&1; then
            printf '%s fell after %d days: %s\n' "$1" "$day" \
                "$(sed -n 's/^BROKEN: //p;/^simulate: /p' "$build/played.log" | head -1)"
            return 0
        fi
    done
    printf '%s SURVIVED %d days\n' "$1" "$most_days"
    return 1
}

copy
make_build || { echo "the sources do not build as they are" >&2; exit 1; }
survivors=0
for patch in "$here"/*.patch; do
    name=$(basename "$patch" .patch)
    [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
    if ! patch --directory "$tree" --strip 1 --silent --no-backup-if-mismatch <"$patch" >&2; then
        echo "$name does not apply" >&2
        survivors=$((survivors + 1))
        copy
        continue
    fi
    if make_build; then
        play "$name" || survivors=$((survivors + 1))
    else
        echo "$name does not build" >&2
        survivors=$((survivors + 1))
    fi
    copy
done
[ "$survivors" -eq 0 ] || { echo "$survivors faults were not caught" >&2; exit 1; }
