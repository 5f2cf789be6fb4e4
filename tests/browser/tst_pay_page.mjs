// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

import { lockedIn } from './support/headers.mjs';
import { PayPage } from './support/PayPage.mjs';
import { readQr } from './support/qr.mjs';
import { suite } from './support/suite.mjs';

const desk = { width: 1280, height: 800, desk: true };

async function orders(server) {
    return (await (await server.call('GET', '/api/v1/orders?limit=100')).json()).orders;
}

suite('pay page', (test) => {
    test('shows an order with its code, and success without a reload', async ({ server, visit }) => {
        const visitor = await visit(desk);
        const pay = await new PayPage(server, visitor.page).open('?amount=3650');
        await pay.shows('waiting');
        const order = await server.order(pay.number());
        assert.equal(order.amount.total, 3650);
        assert.match(await pay.page.locator('#amount').innerText(), /¥\s*36\.50/);
        assert.equal(await pay.page.locator('#tail').innerText(), pay.number().slice(-4));
        assert.equal(await readQr(pay.qr), order.code_url);
        await pay.page.evaluate(() => { window.stayed = true; });
        await server.pay(pay.number());
        await pay.shows('paid');
        assert.equal(await pay.qr.count(), 0);
        assert.equal(await pay.page.evaluate(() => window.stayed), true);
    });
    test('is locked in', async ({ server, visit }) => {
        const visitor = await visit(desk);
        lockedIn(await visitor.page.goto(`${server.http}/index/pay`));
    });
    test('its own button pays', async ({ server, visit }) => {
        const visitor = await visit(desk);
        const pay = await new PayPage(server, visitor.page).open();
        await pay.shows('waiting');
        await pay.mock.click();
        await pay.shows('paid');
        assert.equal((await server.order(pay.number())).trade_state, 'SUCCESS');
    });
    test('a reload shows the same order, before and after it is paid', async ({ server, visit }) => {
        const visitor = await visit(desk);
        const pay = await new PayPage(server, visitor.page).open();
        await pay.shows('waiting');
        const number = pay.number();
        const before = (await orders(server)).length;
        await pay.page.reload();
        await pay.shows('waiting');
        assert.equal(pay.number(), number);
        await server.pay(number);
        await pay.shows('paid');
        await pay.page.reload();
        await pay.shows('paid');
        assert.equal(await pay.qr.count(), 0);
        assert.equal((await orders(server)).length, before);
    });
    test('a second tab on the same order hears too', async ({ server, visit }) => {
        const visitor = await visit(desk);
        const first = await new PayPage(server, visitor.page).open();
        await first.shows('waiting');
        const second = await new PayPage(server, await visitor.tab()).open(`?outTradeNo=${first.number()}`);
        await second.shows('waiting');
        const other = await new PayPage(server, await visitor.tab()).open();
        await other.shows('waiting');
        await server.pay(first.number());
        await first.shows('paid');
        await second.shows('paid');
        assert.equal(await other.page.locator('#state').getAttribute('data-state'), 'waiting');
    });
    test('says that an order is closed', async ({ server, visit }) => {
        const visitor = await visit(desk);
        const pay = await new PayPage(server, visitor.page).open();
        await pay.shows('waiting');
        assert.equal((await server.call('POST', `/api/v1/orders/${pay.number()}/close`)).status, 200);
        await pay.shows('closed');
        assert.equal(await pay.qr.count(), 0);
        await pay.page.reload();
        await pay.shows('closed');
        assert.equal(await pay.qr.count(), 0);
    });
    test('takes the code away when its time is over', async ({ server, visit }) => {
        const visitor = await visit(desk);
        await visitor.page.clock.install();
        const pay = await new PayPage(server, visitor.page).open();
        await pay.shows('waiting');
        await visitor.page.clock.fastForward('05:01');
        await pay.shows('closed');
        assert.equal(await pay.qr.count(), 0);
    });
    test('works without scripts', async ({ server, visit }) => {
        const visitor = await visit({ ...desk, scripts: false });
        const pay = await new PayPage(server, visitor.page).open();
        await pay.shows('waiting');
        const number = (await orders(server))[0].out_trade_no;
        assert.equal(await readQr(pay.qr), (await server.order(number)).code_url);
        await visitor.picture('pay-page-without-scripts');
        await server.pay(number);
        await pay.page.locator('#reload').click();
        await pay.shows('paid');
        assert.equal(await pay.qr.count(), 0);
    });
    test('a browser that only prepares the page makes no order', async ({ server, visit }) => {
        const visitor = await visit(desk);
        const before = (await orders(server)).length;
        const prepared = visitor.page.waitForResponse(/index\/pay/);
        await visitor.write('<link rel="prefetch" href="/index/pay">', `${server.http}/healthz`);
        assert.equal((await prepared).status(), 204);
        assert.equal((await orders(server)).length, before);
    });
});
