// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

import { PayPage } from './support/PayPage.mjs';
import { suite } from './support/suite.mjs';

const blocks = {
    'the browser has none': (page) => page.addInitScript(() => {
        window.WebSocket = function () {
            throw new DOMException('blocked', 'SecurityError');
        };
    }),
    'something in between ends them': (page) => page.routeWebSocket('**/myHandler', (socket) => socket.close()),
    'something in between swallows all they say': (page) => page.routeWebSocket('**/myHandler', () => {}),
};

suite('pay page without WebSockets', (test) => {
    for (const [how, block] of Object.entries(blocks)) {
        test(`a long poll brings the payment: ${how}`, async ({ server, visit }) => {
            const visitor = await visit({ width: 1280, height: 800, desk: true });
            await block(visitor.page);
            const polls = visitor.page.waitForRequest(/\/scan\//);
            const pay = await new PayPage(server, visitor.page).open();
            const poll = await polls;
            assert.equal(new URL(poll.url()).searchParams.get('token'), null, 'no secret in an address');
            await pay.shows('waiting');
            await server.pay(pay.number());
            await pay.shows('paid');
            assert.equal(await pay.qr.count(), 0);
        });
    }
});
