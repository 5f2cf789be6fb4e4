# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced after roots.sh: a shop in $root, with the packages' server and simulator, asked over HTTP. $work is for this run alone.
unit=/usr/lib/systemd/system/scantill-server.service
state=/var/lib/scantill-server
config=/etc/scantill-server
server= simulator= http= sim=

step() { echo "ok: $*"; }
fail() {
    echo "FAILED: $*" >&2
    tail -n 20 "$work"/*.log >&2 2>/dev/null || true
    exit 1
}
# must_say WHAT FILE WORDS: those words are in it.
must_say() { grep -qF -- "$3" "$2" || { cat "$2" >&2; fail "$1: it does not say \"$3\""; }; }

free_port() { # taken by nobody now
    local port
    for port in $(shuf -n 50 -i 20000-29999); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
    return 1
}

apt_root() { enter "$root" root apt-get -q -y --no-install-recommends -o APT::Keep-Downloaded-Packages=true -o Dpkg::Use-Pty=0 "$@"; }

# Ended with what a service manager sends, and waited for.
end() { # PID
    [ -n "${1:-}" ] || return 0
    kill "$1" 2>/dev/null || return 0
    timeout 40 tail --pid="$1" -s 0.1 -f /dev/null || fail "process $1 does not end"
}

# The customer's side: the simulator of the package, as the ordinary user. Its books outlive the server's upgrade.
start_simulator() {
    exec {simulator_says}< <(exec chroot --userspec=cashier:cashier "$root" env -i HOME=/home/cashier PATH=/usr/bin:/bin LANG=C.UTF-8 \
        scantill-simulator --data-dir /home/cashier/wechat --port 0 --notify-url "http://127.0.0.1:$port/wechatpay/notify" \
        2>"$work/simulator.log")
    simulator=$!
    local line
    read -r -t 60 -u "$simulator_says" line || fail "the simulator does not start"
    sim=$(grep -o 'http://127.0.0.1:[0-9]*' <<<"$line")
}

# What a helper in a shop does by hand: the profile and its keys, and the port.
set_up_server() {
    local from=$root/home/cashier/wechat
    sed -i 's/"order_lifetime_s": *[0-9]*/"order_lifetime_s": 7200/' "$from/merchant_profile.json"
    cp "$from"/*.pem "$from"/*.txt "$from/merchant_profile.json" "$root$config/"
    enter "$root" root chown -R scantill:scantill "$config"
    enter "$root" root chown root:scantill "$config" "$config/options.conf"
    sed -i "s#^SCANTILL_SERVER_OPTIONS=.*#SCANTILL_SERVER_OPTIONS=\"--profile $config/merchant_profile.json --port $port\"#" "$root$config/options.conf"
}

# run_server [SECONDS]: the unit's own line, as the unit's user, in this process's place, for so long at most.
run_server() {
    local line user
    line=$(sed -n 's/^ExecStart=//p' "$root$unit")
    user=$(sed -n 's/^User=//p' "$root$unit")
    exec ${1:+timeout "$1"} chroot --userspec="$user:$user" "$root" env -i PATH=/usr/bin:/bin LANG=C.UTF-8 \
        bash -c 'umask 0077; . /etc/scantill-server/options.conf; eval "exec $1"' - "$line"
}
start_server() { start_as run_server; }
# The older server on this machine's own Debian, over the same books: a shop whose Debian is upgraded along with its server.
start_older_here() { start_as run_older_here; }
run_older_here() { exec "$older" --profile "$root$config/merchant_profile.json" --data-dir "$root$state" --port "$port"; }
start_as() {
    exec {server_says}< <("$1" 2>"$work/server.log")
    server=$!
    local line
    read -r -t 60 -u "$server_says" line || fail "the server does not start"
    http=$(grep -o 'http://127.0.0.1:[0-9]*' <<<"$line" | head -n 1)
    printf 'Authorization: Bearer %s\nContent-Type: application/json\n' "$(cat "$(find "$root$state" -name terminal_token)")" >"$work/headers"
}
stop_server() {
    end "$server"
    server=
}
must_not_start() { # WORDS
    local code=0
    (run_server 60) >"$work/refused.log" 2>&1 || code=$?
    [ "$code" -eq 2 ] || fail "the server ends with $code, not with 2"
    must_say "the server's refusal" "$work/refused.log" "$1"
}

ask() { # METHOD PATH [JSON] -> $work/answer; fails on any status but 2xx
    curl -sS --fail-with-body --max-time 30 -X "$1" -H "@$work/headers" ${3:+--data "$3"} "$http$2" >"$work/answer" 2>"$work/curl.log" \
        || fail "$1 $2: $(cat "$work/answer" "$work/curl.log")"
}
order() { # NUMBER: an open order, with its code
    ask POST /api/v1/orders "{\"out_trade_no\":\"$1\",\"amount\":1250,\"description\":\"tea\"}"
    must_say "order $1" "$work/answer" '"code_url":"weixin'
}
must_be() { # NUMBER STATE
    ask GET "/api/v1/orders/$1"
    must_say "order $1" "$work/answer" "\"trade_state\":\"$2\""
}
pay() { # NUMBER: the customer pays, and the server hears of it
    curl -sS --fail-with-body --max-time 30 -H 'Content-Type: application/json' --data "{\"out_trade_no\":\"$1\"}" "$sim/sim/pay" >"$work/answer" \
        || fail "the payment of $1: $(cat "$work/answer")"
    ask GET "/scan/$1?timeout=30"
    must_say "the push of $1" "$work/answer" SUCCESS
    must_be "$1" SUCCESS
}
