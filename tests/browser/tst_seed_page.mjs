// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

import { suite } from './support/suite.mjs';

/// The first seed's page, as it was written: any message is the payment.
const seedPage = `
<p id="state">等待支付</p>
<script>
    var websocket = null;
    if ('WebSocket' in window) {
        websocket = new WebSocket('ws://' + window.location.host + '/websocket/myHandler');
    } else {
        alert('当前浏览器 Not support websocket');
    }
    websocket.onopen = function () {
        websocket.send(JSON.stringify({"action": "create", "outTradeNo": "1234"}));
    };
    websocket.onmessage = function (event) {
        document.getElementById('state').innerHTML = '支付成功 ' + event.data;
        websocket.send(JSON.stringify({"action": "remove", "outTradeNo": "1234"}));
        alert('支付成功');
    };
    websocket.onerror = function () {
        alert('websocket error');
    };
    window.onbeforeunload = function () {
        websocket.close();
    };
</script>`;

async function openSeedPage(server, visitor) {
    const page = await visitor.tab();
    const said = [];
    page.on('dialog', (dialog) => {
        said.push(dialog.message());
        return dialog.dismiss();
    });
    const created = page.waitForEvent('websocket')
                        .then((socket) => socket.waitForEvent('framesent', ({ payload }) => /create/.test(payload)));
    await visitor.write(seedPage, `${server.http}/healthz`, page);
    await created;
    return { page, said, state: page.locator('#state') };
}

/// Until all of them have heard: the seed's protocol acknowledges no "create", so a call may come before it.
async function noticeAll(server, visitor, pages) {
    const silent = async () => {
        const heard = await Promise.all(pages.map(({ state }) => state.innerText()));
        return heard.some((text) => !text.includes('支付成功'));
    };
    for (let calls = 0; calls < 10 && await silent(); ++calls) {
        await notice(server, visitor);
        await Promise.allSettled(pages.map(({ state }) => state.getByText(/支付成功/).waitFor({ timeout: 1500 })));
    }
    assert.equal(await silent(), false, 'a page never heard');
}

async function notice(server, visitor) {
    const tab = await visitor.tab();
    await tab.goto(`${server.http}/index/notice?outTradeNo=1234`);
    assert.equal(await tab.locator('body').innerText(), '支付成功');
    await tab.close();
}

suite("the seed's own page", (test) => {
    test('hears the mock webhook that another tab calls', async ({ server, visit }) => {
        const desk = await visit({ width: 1280, height: 800, desk: true });
        const { state, said } = await openSeedPage(server, desk);
        assert.equal(await state.innerText(), '等待支付');
        await noticeAll(server, desk, [{ state }]);
        const message = JSON.parse((await state.innerText()).replace('支付成功 ', ''));
        assert.deepEqual(Object.keys(message).sort(), ['info', 'now', 'outTradeNo', 'result']);
        assert.equal(message.result, 1);
        assert.equal(message.outTradeNo, '1234');
        assert.deepEqual(said, ['支付成功']);
    });
    test('two of them both hear, and neither hears twice', async ({ server, visit }) => {
        const desk = await visit({ width: 1280, height: 800, desk: true });
        const [first, second] = [await openSeedPage(server, desk), await openSeedPage(server, desk)];
        await noticeAll(server, desk, [first, second]);
        const third = await openSeedPage(server, desk);
        await noticeAll(server, desk, [third]); // the first two have sent "remove"
        assert.deepEqual([first.said, second.said, third.said], [['支付成功'], ['支付成功'], ['支付成功']]);
    });
    test('gets no socket at another origin', async ({ server, visit }) => {
        const desk = await visit({ width: 1280, height: 800, desk: true });
        desk.expectTrouble(/WebSocket connection to .* failed/);
        await desk.page.goto(`${server.simulator}/sim/orders`); // the same machine, another port
        const ended = await desk.page.evaluate((url) => new Promise((resolve) => {
            const socket = new WebSocket(url);
            socket.onopen = () => resolve('open');
            socket.onerror = () => resolve('refused');
        }), `${server.http.replace('http', 'ws')}/websocket/myHandler`);
        assert.equal(ended, 'refused');
    });
});
