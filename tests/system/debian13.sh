#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The whole tree on Debian 13, with its Qt: every warning an error, and every test but the long ones.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# In batches, for there every source is compiled for the first time.
SCANTILL_CONFIGURE="-DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=14" "$here/package_elsewhere.sh" trixie test
