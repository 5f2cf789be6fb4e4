#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# package_elsewhere.sh SUITE [COMMAND…]: builds this tree in a root of another Debian; there `./dev package` (or ./dev COMMAND)
# installs what it needs. The packages come back into build/packages.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/roots.sh"
suite=$1
shift
roots_or_skip
root=$roots/$suite-build
trap 'leave_root "$root"' EXIT

make_root "$root" "$suite" git,ca-certificates
leave_root "$root"
take_apt "$root" "$suite"
mount_root "$root"
take_npm "$root"
cd "$source"
mkdir -p "$root/src"
fresh=$(mktemp -d "$root/src.XXXXXX")
git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
    [ ! -f "$file" ] || printf '%s\0' "$file"
done | tar --null -T - -cf - | tar -xf - -C "$fresh" --no-same-owner
# What is another than before is newer than all that was built of it, whenever it was written here.
rsync -rlp --checksum --delete --exclude=/build "$fresh/" "$root/src/"
rm -rf "$fresh"
enter "$root" root env SOURCE_DATE_EPOCH="$(git log -1 --format=%ct)" SCANTILL_CONFIGURE="${SCANTILL_CONFIGURE:-}" bash -c 'cd /src && ./dev "$@"' - "${@:-package}"
if [ $# -eq 0 ]; then
    mkdir -p build/packages
    cp "$root"/src/build/packages/*.deb build/packages/
fi
