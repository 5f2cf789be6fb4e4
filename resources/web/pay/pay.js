// SPDX-License-Identifier: GPL-3.0-or-later
// Watches the order on this page: over a WebSocket, by long polling while that does not work, and from where it left off.
'use strict';
(() => {
    const firstPauseMs = 500;
    const longestPauseMs = 30000;
    const patienceMs = 5000; // for a WebSocket to open and say its first word
    const pollS = 25;

    const page = document.getElementById('order');
    const state = document.getElementById('state');
    const mock = document.getElementById('mock');
    const number = page.dataset.number;
    const token = page.dataset.token;
    const amount = Number(page.dataset.amount);
    const endsAtMs = Date.now() + Number(page.dataset.left);

    let seen = Number(page.dataset.seq); // the newest event this page knows of
    let finished = page.dataset.state !== 'waiting';
    let expired = false;
    let socket = null;
    let failures = 0; // of WebSockets, in a row
    let poll = null; // the long poll under way
    let clock = 0;

    function pause(failed) {
        const longest = Math.min(longestPauseMs, firstPauseMs * 2 ** (failed - 1));
        return longest * (0.5 + Math.random() / 2); // not all pages at the same moment
    }

    function show(name, word) {
        page.dataset.state = name;
        state.dataset.state = name;
        state.textContent = state.dataset[word || name];
    }

    function removeCode() {
        const code = document.getElementById('qr');
        if (code)
            code.remove();
    }

    function connected(works) {
        if (!finished && !expired && (page.dataset.state === 'trouble') === works)
            show(works ? 'waiting' : 'trouble');
    }

    function finish(name) {
        finished = true;
        removeCode();
        show(name);
        clearInterval(clock);
        stopPolling();
        if (socket && socket.readyState === WebSocket.OPEN) {
            socket.send(JSON.stringify({ action: 'remove', outTradeNo: number }));
            socket.close(1000);
        }
        socket = null;
    }

    // A message is news of this order only with its number and, for money, its amount. One without an order is a call
    // to look, and looking is what this page does all the time.
    function hear(message) {
        const order = message.order;
        if (finished || message.outTradeNo !== number || !order || order.out_trade_no !== number)
            return;
        if (message.event !== 'SNAPSHOT')
            seen = Math.max(seen, message.seq);
        if (order.trade_state === 'SUCCESS' && order.amount.total === amount)
            finish('paid');
        else if (order.trade_state === 'CLOSED')
            finish('closed');
        else if (message.event === 'CODE_READY')
            location.reload(); // the server draws the code
    }

    function watch() {
        if (finished)
            return;
        let made;
        try {
            made = new WebSocket(location.origin.replace(/^http/, 'ws') + '/websocket/myHandler');
        } catch (refused) {
            socketFailed();
            return;
        }
        socket = made;
        const giveUp = () => {
            made.onopen = made.onmessage = made.onclose = null;
            clearTimeout(patience);
            made.close();
            if (socket === made)
                socketFailed();
        };
        const patience = setTimeout(giveUp, patienceMs);
        made.onopen = () => made.send(JSON.stringify({ action: 'create', outTradeNo: number, token, after: seen }));
        made.onclose = giveUp;
        made.onmessage = (event) => {
            const message = JSON.parse(event.data);
            if (message.result === 0 && !message.event) { // refused
                giveUp();
                return;
            }
            clearTimeout(patience);
            failures = 0;
            stopPolling();
            connected(true);
            hear(message);
        };
    }

    function socketFailed() {
        socket = null;
        if (finished)
            return;
        failures += 1;
        setTimeout(watch, pause(failures));
        if (!poll)
            keepPolling();
    }

    function stopPolling() {
        if (poll)
            poll.abort();
        poll = null;
    }

    async function askOnce(control, waitS) {
        const impatience = setTimeout(() => control.abort(), (waitS + 10) * 1000);
        try {
            const answer = await fetch('/scan/' + number + '?after=' + seen + '&timeout=' + waitS, {
                headers: { Authorization: 'Bearer ' + token },
                cache: 'no-store',
                signal: control.signal,
            });
            if (answer.status === 200)
                return await answer.json();
            if (answer.status === 204)
                return null;
            throw new Error('status ' + answer.status);
        } finally {
            clearTimeout(impatience);
        }
    }

    async function keepPolling() {
        let failed = 0;
        do {
            const control = new AbortController();
            poll = control;
            try {
                const before = seen;
                const message = await askOnce(control, failed ? 1 : pollS);
                if (poll !== control)
                    return;
                failed = 0;
                connected(true);
                if (message)
                    hear(message);
                if (message && seen === before)
                    await new Promise((done) => setTimeout(done, firstPauseMs));
            } catch (error) {
                if (poll !== control)
                    return;
                failed += 1;
                connected(false);
                await new Promise((done) => setTimeout(done, pause(failed)));
            }
            if (poll !== control)
                return;
        } while (!finished);
    }

    function tick() {
        const leftS = Math.max(0, Math.ceil((endsAtMs - Date.now()) / 1000));
        document.getElementById('left').textContent = Math.floor(leftS / 60) + ':' + String(leftS % 60).padStart(2, '0');
        if (leftS > 0 || expired)
            return;
        expired = true; // a payment of the last second may still be on its way
        removeCode();
        show('closed', 'expired');
    }

    // A reload shows this order again and makes no second one.
    history.replaceState(null, '', '/index/pay?outTradeNo=' + number);
    mock.addEventListener('click', (event) => {
        event.preventDefault();
        fetch(mock.href).then((answer) => {
            if (!answer.ok)
                throw new Error('status ' + answer.status);
        }).catch(() => location.assign(mock.href)); // the answer says why
    });
    if (!finished) {
        clock = setInterval(tick, 250);
        watch();
    }
})();
