#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packages.sh SUITE [FOLDER]: a shop on that Debian installs our packages with apt alone, sells, upgrades with open orders, meets what can go
# wrong, removes and purges. One line a step. FOLDER: where the packages lie, made before.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
. "$here/roots.sh"
. "$here/shop_root.sh"
suite=$1
roots_or_skip
root=$roots/$suite-shop
work=$(mktemp -d)
display= kiosk=

leave() {
    [ -z "$server$simulator$display$kiosk" ] || kill $server $simulator $kiosk $display 2>/dev/null || true
    umount -q --lazy "$root/tmp/.X11-unix" "$root/usr/share/scantill-filling" "$root$state" 2>/dev/null || true
    leave_root "$root"
    rm -rf "$work"
}
trap leave EXIT

# repack DEB VERSION CHANGE: the same package under another version, with what that function does to its folder; in $root/packages.
repack() {
    rm -rf "$work/deb"
    dpkg-deb -R "$1" "$work/deb"
    sed -i "s/^Version: .*/Version: $2/" "$work/deb/DEBIAN/control"
    rm -f "$work/deb/DEBIAN/md5sums"
    "$3" "$work/deb"
    dpkg-deb --root-owner-group -Zgzip -z1 -b "$work/deb" "$root/packages/$2.deb" >/dev/null
}
with_older_options() { sed -i 's/^# What /# Once what /' "$1$config/options.conf"; }
with_older_server() {
    with_older_options "$1"
    cp "$older" "$1/usr/bin/scantill-server"
    strip "$1/usr/bin/scantill-server"
    sed -i 's/^Depends: /Depends: libqt6sql6, libqt6sql6-sqlite, /' "$1/DEBIAN/control"
}
with_failing_preinst() { printf '#!/bin/sh\necho "this version cannot be installed here" >&2\nexit 1\n' >"$1/DEBIAN/preinst" && chmod 755 "$1/DEBIAN/preinst"; }
with_failing_postinst() { printf '#!/bin/sh\necho "this version cannot be set up here" >&2\nexit 1\n' >"$1/DEBIAN/postinst"; }
with_too_much() { mkdir "$1/usr/share/scantill-filling" && head -c 4000000 /dev/urandom >"$1/usr/share/scantill-filling/filling"; }

version_of() { enter "$root" root dpkg-query -W -f '${db:Status-Abbrev}${Version}' "$1"; }
schema() { od -An -tu4 --endian=big -j60 -N4 "$(books)" | tr -d ' '; }
books() { find "$root$state" -name '*.sqlite' -o -name '*.db' | head -n 1; }

# ---- a clean system
cd "$source"
if [ $# -gt 1 ]; then
    made=$(ls "$2"/*.deb)
else
    made=$(./dev package "$suite" 2>"$work/package.log" | grep '\.deb$') || fail "the packages cannot be made"
fi
till_deb=$(grep /scantill_ <<<"$made")
server_deb=$(grep /scantill-server_ <<<"$made")
version=$(dpkg-deb -f "$server_deb" Version)
fresh_root "$root" "$suite" >"$work/apt.log"
cp "$till_deb" "$server_deb" "$root/packages/"
enter "$root" root useradd -m cashier
port=$(free_port)

# ---- the till
cat >"$root/answers.conf" <<'TEXT'
# made by the shop's helper
language = zh_CN
langauge = en
TEXT
must_refuse_answers() { # COMMAND…
    if enter "$root" root env SCANTILL_ANSWERS=/answers.conf "$@" >"$work/apt.log" 2>&1; then
        fail "a broken answer file is taken"
    fi
    must_say "$1" "$work/apt.log" "/answers.conf:3: "
}
must_refuse_answers apt-get -q -y --no-install-recommends install "/packages/${till_deb##*/}"
[ ! -e "$root/etc/scantill/shop.conf" ] || fail "a broken answer file has changed the settings"
step "$suite: apt alone installs the till; a broken answer file stops that, and its line is named"

start_simulator
profile=/home/cashier/wechat/merchant_profile.json
printf 'profile = %s\nlanguage = en\nprinter = {"kind":"network","host":"192.0.2.7"}\nkiosk = no\nautostart = no\n' "$profile" >"$root/answers.conf"
enter "$root" root dpkg --configure -a >"$work/apt.log" 2>&1 || fail "a mended answer file is not taken"
for line in "profile = $profile" "language = en" 192.0.2.7 "autostart = no"; do
    must_say "shop.conf" "$root/etc/scantill/shop.conf" "$line"
done
[ "$(stat -c %a "$root/etc/scantill/shop.conf")" = 644 ] || fail "shop.conf can not be read by the till"
enter "$root" cashier scantill --autostart >"$work/autostart.log" 2>&1 || fail "the autostart entry does not end at once"
printf 'server = https://till.example.com:8443\n' >"$root/server.conf"
rm -r "$root/etc/scantill"
enter "$root" root sh -c 'umask 077; SCANTILL_ANSWERS=/server.conf dpkg-reconfigure scantill' >"$work/apt.log" 2>&1 || fail "another answer file is not taken"
must_say "shop.conf" "$root/etc/scantill/shop.conf" "server = https://till.example.com:8443"
[ "$(stat -c %a "$root/etc/scantill")" = 755 ] || fail "/etc/scantill can not be read by the till"
step "$suite: the mended one sets profile, language and printer, and another one a server elsewhere"

printf '#\n\nlangauge = en\n' >"$root/answers.conf"
must_refuse_answers dpkg -i "/packages/${till_deb##*/}"
printf 'language = en\n' >"$root/answers.conf"
enter "$root" root dpkg --configure -a >"$work/apt.log" 2>&1 || fail "an upgrade's mended answer file is not taken"
must_say "shop.conf after the upgrade" "$root/etc/scantill/shop.conf" "language = en"
printf 'language = zh_CN\n' >"$root/answers.conf"
enter "$root" root dpkg -i "/packages/${till_deb##*/}" >"$work/apt.log" 2>&1 || fail "an upgrade without answers"
must_say "shop.conf after an upgrade without answers" "$root/etc/scantill/shop.conf" "language = en"
enter "$root" root dpkg -P scantill >"$work/apt.log" 2>&1 || fail "the till's purge"
echo 'scantill scantill/answer-file string /answers.conf' | enter "$root" root debconf-set-selections
apt_root install "/packages/${till_deb##*/}" >"$work/apt.log" 2>&1 || fail "the installation with a preseeded answer file"
must_say "shop.conf" "$root/etc/scantill/shop.conf" "language = zh_CN"
step "$suite: an upgrade reads answers only where they are named, and a first installation those that are preseeded"

mkdir -p "$root/tmp/.X11-unix" /tmp/.X11-unix
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
exec {screen}< <(exec Xvfb -displayfd 1 -screen 0 1366x768x24 -nolisten tcp -ac -noreset 2>"$work/screen.log")
display=$!
read -r -t 30 -u "$screen" number || fail "no screen"
enter "$root" cashier env DISPLAY=":$number" scantill --demo --screenshots /home/cashier/demo >"$work/demo.log" 2>&1 || fail "the demo"
for picture in 1 2 3 4 5; do
    [ -s "$root/home/cashier/demo/$picture.png" ] || fail "no screenshot of the demo's step $picture"
done
step "$suite: scantill --demo takes its payment, as an ordinary user under Xvfb"

keys_of_the_server() { DISPLAY=":$number" xkbcomp ":$number" - 2>/dev/null | grep -cE '^ .*\[.*(XF86Switch_VT_[0-9]+|Terminate_Server) \]' || true; }
kiosk() { # the session, until its window is there
    local line
    line=$(sed -n 's/^Exec=//p' "$root/usr/share/xsessions/scantill-kiosk.desktop")
    DISPLAY=":$number" setxkbmap -option terminate:ctrl_alt_bksp
    [ "$(keys_of_the_server)" -eq 13 ] || fail "the screen has none of the keys that a kiosk switches off"
    chroot --userspec=cashier:cashier "$root" env -i HOME=/home/cashier PATH=/usr/bin:/bin LANG=C.UTF-8 DISPLAY=":$number" $line \
        >"$work/kiosk.log" 2>&1 &
    kiosk=$!
    timeout 60 bash -c 'until grep -q "\"ready\":true" "$1"; do sleep 0.2; done' - "$work/kiosk.log" || fail "the kiosk's session does not open the till"
    DISPLAY=":$number" timeout 60 xdotool search --sync --onlyvisible --class scantill >"$work/window.log" || fail "the kiosk's session has no window"
    kill $kiosk
    wait $kiosk || fail "the kiosk ends with $?"
    kiosk=
}
kiosk
apt_root install x11-xkb-utils >"$work/apt.log" 2>&1 || fail "the installation of setxkbmap"
kiosk
[ "$(keys_of_the_server)" -eq 0 ] || fail "the kiosk's session leaves keys to the screen's server"
step "$suite: the kiosk's session opens the till, and switches the keys off that lead out of it; without setxkbmap it opens it all the same"

# ---- the server, from an older version on
older=$("$here/older_server.sh" "$source/build/older" 2>"$work/older.log") || fail "the older server cannot be built"
start_older=start_server
with_older=with_older_server
if [ "$suite" != "$(. /etc/os-release && echo "$VERSION_CODENAME")" ]; then # it is built for this Debian, and runs on this one alone
    start_older=start_older_here
    with_older=with_older_options
fi
repack "$server_deb" 0.0.9-1 $with_older
enter "$root" root useradd -m scantill
if apt_root install /packages/0.0.9-1.deb >"$work/apt.log" 2>&1; then
    fail "the service takes somebody's login for its own"
fi
must_say "the installation" "$work/apt.log" "another user has the name scantill"
[ ! -e "$root$state" ] && [ "$(enter "$root" root stat -c %G $config)" = root ] || fail "somebody's login has got folders of the service"
enter "$root" root userdel -r scantill >"$work/apt.log" 2>&1
enter "$root" root dpkg --configure -a >"$work/apt.log" 2>&1 || fail "the older server's installation"
step "$suite: a login with the service's name stops its installation, and is named"
[ "$(stat -c '%U %a' "$root$state" | sed "s/^UNKNOWN/scantill/")" = "scantill 700" ] || [ "$(enter "$root" root stat -c '%U %a' $state)" = "scantill 700" ] \
    || fail "$state does not belong to scantill alone"
[ "$(enter "$root" root stat -c '%U:%G %a' $config)" = "root:scantill 750" ] || fail "$config is not as it must be"
set_up_server
$start_older
order OPEN-0001
order OPEN-0002
order OPEN-0003
pay OPEN-0001
stop_server
enter "$root" root chown -R scantill:scantill $state
old_schema=$(schema)
apt_root -o Dpkg::Options::=--force-confold install "/packages/${server_deb##*/}" >"$work/apt.log" 2>&1 || fail "the upgrade"
must_say "options.conf after the upgrade" "$root$config/options.conf" "--port $port"
must_say "the new options.conf beside it" "$root$config/options.conf.dpkg-dist" "# What "
start_server
must_be OPEN-0001 SUCCESS
must_be OPEN-0002 NOTPAY
pay OPEN-0002
stop_server
[ "$(schema)" -gt "$old_schema" ] || fail "the books were not taken further"
start_server
must_be OPEN-0003 NOTPAY
step "$suite: upgraded from 0.0.9 (books of step $old_schema, now $(schema)) with open orders; one was paid before, one is paid after"

# ---- upgrades that fail, while the server runs
repack "$server_deb" 9.1-1 with_failing_preinst
repack "$server_deb" 9.2-1 with_too_much
repack "$server_deb" 9.3-1 with_failing_postinst
must_fail() { # VERSION WORDS
    if apt_root install "/packages/$1.deb" >"$work/apt.log" 2>&1; then
        fail "version $1 can be installed"
    fi
    must_say "the upgrade to $1" "$work/apt.log" "$2"
}
works_as_before() { # WHAT
    [ "$(version_of scantill-server)" = "ii $version" ] || fail "$1: $(version_of scantill-server) is installed"
    order "$2"
    pay "$2" # by the one that has been running since before
    stop_server
    start_server # and by the one on the disk
    must_be "$2" SUCCESS
    order "$2B"
    pay "$2B"
    step "$suite: $1: version $version goes on, restarts, and takes payments"
}
must_fail 9.1-1 "this version cannot be installed here"
works_as_before "an upgrade that its own script refuses" REFUSED
mkdir "$root/usr/share/scantill-filling"
mount -t tmpfs -o size=1m tmpfs "$root/usr/share/scantill-filling"
must_fail 9.2-1 "No space left on device"
umount "$root/usr/share/scantill-filling"
rmdir "$root/usr/share/scantill-filling"
works_as_before "an upgrade on a full disk" FULL-DISK
must_fail 9.3-1 "this version cannot be set up here"
order HALF-SET-UP
pay HALF-SET-UP
apt_root --allow-downgrades install "/packages/${server_deb##*/}" >"$work/apt.log" 2>&1 || fail "the way back from a half upgrade"
works_as_before "an upgrade that cannot be set up, and the way back" AFTERWARDS
stop_server

# ---- books of a newer version
cp -a "$(books)" "$work/books"
printf '\0\0\003\347' | dd of="$(books)" bs=1 seek=60 conv=notrunc status=none
sum=$(sha256sum <"$(books)")
must_not_start "made by a newer version of ScanTill"
[ "$(sha256sum <"$(books)")" = "$sum" ] || fail "books of a newer version were changed"
cp -a "$work/books" "$(books)"
start_server
must_be OPEN-0001 SUCCESS
stop_server
step "$suite: over books of a newer version the server does not start, says why, and changes nothing"

# ---- the unit
if [ -x "$root/usr/bin/systemd-analyze" ]; then
    enter "$root" root systemd-analyze verify --man=no $unit >"$work/unit.log" 2>&1 || fail "the unit"
    ! grep -F scantill "$work/unit.log" || fail "the unit"
    enter "$root" root systemd-analyze security --offline=yes --threshold=20 --no-pager $unit >"$work/unit.log" 2>&1 || fail "the unit's hardening"
    step "$suite: the unit is accepted; $(grep -o 'Overall exposure level.*: [0-9.]*' "$work/unit.log")"
fi

# ---- remove and purge
enter "$root" root chown root:root "$config/merchant_profile.json" # whose it is makes no difference
apt_root remove scantill scantill-server >"$work/apt.log" 2>&1 || fail "the removal"
[ ! -e "$root/usr/bin/scantill-server" ] && [ ! -e "$root/usr/bin/scantill" ] || fail "programs are left"
[ -s "$(books)" ] && [ -s "$root$config/merchant_profile.json" ] && [ -s "$root$config/options.conf" ] && [ -s "$root/etc/scantill/shop.conf" ] \
    || fail "the removal took data with it"
step "$suite: removed; books, profile and settings are kept"
enter "$root" root chown scantill:scantill "$config/merchant_profile.json"
apt_root install "/packages/${server_deb##*/}" >"$work/apt.log" 2>&1 || fail "the installation over kept data"
start_server
must_be OPEN-0002 SUCCESS
stop_server
step "$suite: installed again over them, and the orders are there"
mount --bind "$root$state" "$root$state" # as where the books have a disk of their own
apt_root purge scantill scantill-server >"$work/apt.log" 2>&1 || fail "the purge"
[ -z "$(ls -A "$root$state")" ] || fail "the purge left books"
umount "$root$state"
rmdir "$root$state"
for left in "$state" "$config" /etc/scantill /etc/xdg/autostart/scantill.desktop; do
    [ ! -e "$root$left" ] || fail "the purge left $left"
done
[ -d "$root/home/cashier/demo" ] || fail "the purge took something of a person's"
step "$suite: purged, from a disk of its own too; nothing is left but what lies in people's homes"
