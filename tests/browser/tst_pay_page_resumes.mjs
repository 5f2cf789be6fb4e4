// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

import { PayPage } from './support/PayPage.mjs';
import { suite } from './support/suite.mjs';

const desk = { width: 1280, height: 800, desk: true };

/// The page's WebSockets, which pass through here and can be cut; the long poll is off, so that only they bring news.
class Line {
    sent = []; ///< every message of the page

    static async to(page) {
        const line = new Line();
        await page.route('**/scan/**', (route) => route.abort());
        await page.routeWebSocket('**/websocket/myHandler', (socket) => line.#connect(socket));
        return line;
    }

    cut() {
        this.#isUp = false;
        for (const socket of this.#sockets.splice(0))
            socket.close({ code: 1001 });
    }

    mend() {
        this.#isUp = true;
    }

    #isUp = true;
    #sockets = [];

    #connect(socket) {
        if (!this.#isUp) {
            socket.close({ code: 1001 });
            return;
        }
        const server = socket.connectToServer();
        socket.onMessage((message) => {
            this.sent.push(JSON.parse(message));
            server.send(message);
        });
        this.#sockets.push(socket);
    }
}

const creates = (line) => line.sent.filter(({ action }) => action === 'create');

suite('pay page, resumes', (test) => {
    test('hears what happened while its socket was cut', async ({ server, visit }) => {
        const visitor = await visit(desk);
        visitor.expectTrouble(/\/scan\/.*(ERR_FAILED|Failed to load)|ERR_FAILED.*\/scan\//);
        const line = await Line.to(visitor.page);
        const pay = await new PayPage(server, visitor.page).open();
        await pay.shows('waiting');
        line.cut();
        await pay.shows('trouble');
        await visitor.picture('pay-page-trouble');
        assert.equal(await pay.qr.count(), 1, 'the customer can still pay');
        await server.pay(pay.number());
        line.mend();
        await pay.shows('paid');
        const again = creates(line).at(-1);
        assert.equal(again.outTradeNo, pay.number());
        assert.ok(again.after >= 2, 'from where it left off');
        assert.deepEqual(line.sent.at(-1), { action: 'remove', outTradeNo: pay.number() });
    });
    test('hears what happened before it watched', async ({ server, visit }) => {
        const visitor = await visit(desk);
        visitor.expectTrouble(/ERR_FAILED/);
        const line = await Line.to(visitor.page);
        line.cut();
        const pay = await new PayPage(server, visitor.page).open();
        await pay.shows('trouble');
        await server.pay(pay.number());
        line.mend();
        await pay.shows('paid');
    });
    test('comes back after the server was started anew', async ({ server, visit }) => {
        const visitor = await visit(desk);
        // Refused once it is gone; cut off, or told so, by one that is going.
        const broken = /ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE)|before receiving a handshake|status of 503/;
        visitor.expectTrouble(broken);
        const pay = await new PayPage(server, visitor.page).open();
        await pay.shows('waiting');
        await server.stopRunning();
        await pay.shows('trouble');
        await server.restart();
        await pay.shows('waiting');
        await server.pay(pay.number());
        await pay.shows('paid');
        assert.equal(await pay.qr.count(), 0);
    });
});
