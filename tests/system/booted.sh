#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# booted.sh SUITE [FOLDER]: the service under a real service manager, in a system that is booted in a container: closed in as the unit
# says, told when it is ready, watched, restarted, upgraded and removed (booted_inside.sh). FOLDER: where the packages lie, made before.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/roots.sh"
suite=$1
roots_or_skip
command -v systemd-nspawn >/dev/null || { echo "skipped: needs systemd-nspawn"; exit 77; }
root=$roots/$suite-booted
log=$(mktemp)
leave() {
    leave_root "$root"
    rm -f "$log"
}
trap leave EXIT

cd "$source"
if [ $# -gt 1 ]; then
    deb=$(ls "$2"/scantill-server_*.deb)
else
    deb=$(./dev package "$suite" 2>"$log" | grep '/scantill-server_.*\.deb$')
fi
fresh_root "$root" "$suite" >"$log"
cp "$deb" "$root/packages/first.deb"
dpkg-deb -R "$deb" "$root/packages/next"
sed -i 's/^Version: .*/Version: 9.0-1/' "$root/packages/next/DEBIAN/control"
dpkg-deb --root-owner-group -Zgzip -z1 -b "$root/packages/next" "$root/packages/next.deb" >"$log"
printf '#!/bin/sh\nexit 1\n' >"$root/packages/next/DEBIAN/preinst"
chmod 755 "$root/packages/next/DEBIAN/preinst"
dpkg-deb --root-owner-group -Zgzip -z1 -b "$root/packages/next" "$root/packages/refused.deb" >"$log"
enter "$root" root apt-get -q -y --no-install-recommends install systemd-sysv dbus curl /packages/first.deb >"$log" 2>&1 || { cat "$log"; exit 1; }
leave_root "$root"
rm "$root/usr/sbin/policy-rc.d" # here it is started

cp tests/system/booted_inside.sh "$root/usr/local/bin/"
cat >"$root/etc/systemd/system/trial.service" <<'TEXT'
[Unit]
After=multi-user.target
[Service]
Type=oneshot
ExecStart=/usr/local/bin/booted_inside.sh
ExecStopPost=/bin/systemctl --no-block poweroff
TEXT
mkdir -p "$root/etc/systemd/system/multi-user.target.wants"
ln -s ../trial.service "$root/etc/systemd/system/multi-user.target.wants/"
# No network but its own loopback.
timeout -k 10 400 systemd-nspawn -q -D "$root" --register=no --keep-unit --boot --private-network --console=pipe </dev/null >"$log" 2>&1 || true
[ -f "$root/said" ] || { cat "$log"; echo "skipped: no container can be booted here"; exit 77; }
sed "s/^ok: /ok: $suite, booted: /" "$root/said"
tail -n 1 "$root/said" | grep -qx "ok: all" || { cat "$root/trouble"; exit 1; }
