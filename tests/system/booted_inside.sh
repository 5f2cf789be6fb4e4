#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs inside a booted system (booted.sh), which it leaves its findings in: /said, and what explains them in /trouble.
set -euo pipefail
exec >/said 2>/trouble
set -x
server=http://127.0.0.1:18080
simulator=http://127.0.0.1:18090
number=0
export DEBIAN_FRONTEND=noninteractive
trap 'systemctl status --no-pager -l scantill-server >&2; journalctl --no-pager -n 40 -u scantill-server >&2' ERR

is() { [ "$(systemctl show -P "$1" scantill-server)" = "$2" ]; }
# within SECONDS COMMAND…: it comes true in that time.
within() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        [ $SECONDS -lt $end ]
        sleep 0.2
    done
}
fails() { if "$@"; then return 1; fi; }
ask() { curl -sS --fail-with-body --max-time 30 -H @/root/headers "$@"; }
sell() {
    number=$((number + 1))
    local name=BOOTED-$number
    ask -d "{\"out_trade_no\":\"$name\",\"amount\":1250,\"description\":\"tea\"}" $server/api/v1/orders
    curl -sS --fail-with-body --max-time 30 -H 'Content-Type: application/json' -d "{\"out_trade_no\":\"$name\"}" $simulator/sim/pay
    ask "$server/scan/$name?timeout=20" | grep SUCCESS
} >&2
pid() { systemctl show -P MainPID scantill-server; }
started_anew() { # PID of before
    local now
    now=$(pid)
    is ActiveState active && [ "$now" -ne 0 ] && [ "$now" -ne "$1" ]
}

is UnitFileState disabled
is ActiveState inactive
echo "ok: installed, neither enabled nor started"

sed -i 's#^SCANTILL_SERVER_OPTIONS=.*#SCANTILL_SERVER_OPTIONS="--training --port 18080 --simulator-port 18090"#' /etc/scantill-server/options.conf
systemctl enable --now scantill-server
printf 'Authorization: Bearer %s\nContent-Type: application/json\n' "$(find /var/lib/scantill-server -name terminal_token -exec cat {} +)" >/root/headers
sell
[[ $(systemctl show -P StatusText scantill-server) == "takes payments for shop "* ]]
grep -q '^CapBnd:.*0000000000000000$' "/proc/$(pid)/status"
grep -q '^NoNewPrivs:.*1$' "/proc/$(pid)/status"
grep -q '^Seccomp:.*2$' "/proc/$(pid)/status"
grep -qE '^[^ ]+ [^ ]+ [^ ]+ [^ ]+ / ro,' "/proc/$(pid)/mountinfo"
journalctl -o cat -u scantill-server >/journal
grep -q 'ready' /journal
fails grep -qF "$(sed -n 's/^Authorization: Bearer //p' /root/headers)" /journal
echo "ok: started, closed in, and it takes a payment; no token is in the journal"

before=$(pid)
systemctl reload scantill-server
journalctl -u scantill-server | grep -q 'read again'
[ "$(pid)" = "$before" ]
sell
echo "ok: reloaded without a stop"

kill -9 "$before"
within 30 started_anew "$before"
sell
echo "ok: killed, and restarted"

before=$(pid)
kill -STOP "$before"
within 90 started_anew "$before"
journalctl -u scantill-server | grep -qi 'watchdog'
sell
echo "ok: hung, and restarted by the watchdog"

before=$(pid)
dpkg -i /packages/next.deb >&2
started_anew "$before"
is UnitFileState enabled
sell
echo "ok: upgraded while it ran, and restarted at the end"

before=$(pid)
fails dpkg -i /packages/refused.deb >&2
[ "$(pid)" = "$before" ]
sell
echo "ok: an upgrade that is refused leaves it running"

systemctl disable scantill-server
dpkg -i /packages/next.deb >&2
started_anew "$before"
systemctl stop scantill-server
dpkg -i /packages/next.deb >&2
is ActiveState inactive
systemctl enable scantill-server
dpkg -i /packages/next.deb >&2
is ActiveState active
sell
dpkg -r scantill-server >&2
is ActiveState inactive
dpkg -i /packages/next.deb >&2
is ActiveState active
sell
echo "ok: an upgrade, or an installation after a removal, starts what runs or is enabled, and nothing else"

systemctl stop scantill-server
is Result success
cp /etc/scantill-server/options.conf /root/options.conf
printf 'SCANTILL_SERVER_OPTIONS="--profile /etc/scantill-server/nobody.json"\n' >/etc/scantill-server/options.conf
fails systemctl start scantill-server
is ExecMainStatus 2
is ActiveState failed # and not about to be tried again
echo "ok: without its profile it ends once, with a sentence: $(journalctl -u scantill-server -o cat | grep nobody.json | tail -n 1)"

cp /root/options.conf /etc/scantill-server/options.conf
dpkg -i /packages/next.deb >&2
is ActiveState active
sell
echo "ok: failed, and started by an upgrade"

dpkg -P scantill-server >&2
[ ! -e /var/lib/scantill-server ]
[ ! -e /etc/systemd/system/multi-user.target.wants/scantill-server.service ]
echo "ok: purged, and enabled no more"
echo "ok: all"
