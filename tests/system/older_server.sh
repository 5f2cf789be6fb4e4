#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# older_server.sh FOLDER: builds the server of before tills had tokens of their own, whose books have two steps less, and says where it is.
set -euo pipefail
commit=30810a873d90b870f5192f153d33c69e0d9d0ecf
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$1

if [ ! -d "$folder/src" ]; then
    mkdir -p "$folder"
    git -c safe.directory='*' clone -q --no-checkout "$source" "$folder/src.new"
    git -C "$folder/src.new" checkout -q "$commit"
    mv "$folder/src.new" "$folder/src"
fi
cd "$folder/src"
{
    cmake --preset dev -DSCANTILL_GUI=OFF -DSCANTILL_TESTS=OFF
    cmake --build --preset dev --target scantill-server
} >&2
echo "$PWD/build/dev/bin/scantill-server"
