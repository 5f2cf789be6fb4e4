#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The whole tree on Debian 13, with its Qt: every warning an error, and every test but the long ones.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
"$here/package_elsewhere.sh" trixie test
