// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

import { suite } from './support/suite.mjs';

const ending = (page) => page.locator('#result').getAttribute('data-result');

suite('the customer pays', (test) => {
    for (const scripts of [true, false]) {
        test(scripts ? 'with scripts on' : 'with scripts off', async ({ server, visit }) => {
            const phone = await visit({ scripts });
            const order = await server.place();
            await phone.page.goto(order.code_url);
            await phone.page.locator('#pay').tap();
            assert.equal(await ending(phone.page), 'paid');
            assert.match(await phone.page.locator('#amount').innerText(), /36\.50/);
            const paid = await server.order(order.out_trade_no);
            assert.equal(paid.trade_state, 'SUCCESS');
            assert.equal(paid.amount.total, 3650);
        });
    }
    test('not now, then later', async ({ server, visit }) => {
        const phone = await visit();
        const order = await server.place();
        await phone.page.goto(order.code_url);
        await phone.page.locator('#cancel').tap();
        assert.equal(await ending(phone.page), 'not_now');
        assert.equal((await server.order(order.out_trade_no)).trade_state, 'NOTPAY');
        await phone.page.goto(order.code_url);
        await phone.page.locator('#pay').tap();
        assert.equal(await ending(phone.page), 'paid');
    });
    test('once only: back, and again, and the same code once more', async ({ server, visit }) => {
        const phone = await visit();
        const order = await server.place();
        await phone.page.goto(order.code_url);
        await phone.page.locator('#pay').tap();
        assert.equal(await ending(phone.page), 'paid');
        await phone.page.reload(); // the browser sends the form again
        assert.equal(await ending(phone.page), 'already_paid');
        await phone.page.goBack();
        assert.equal(await ending(phone.page), 'already_paid');
        assert.equal(await phone.page.locator('#pay').count(), 0);
        await phone.page.goto(order.code_url);
        assert.equal(await ending(phone.page), 'already_paid');
        await phone.picture('customer-already-paid');
        const log = await server.call('GET', `/api/v1/orders/${order.out_trade_no}/events?after=0`);
        const { events } = await log.json();
        assert.equal(events.filter(({ type }) => type === 'SUCCESS').length, 1);
    });
    test('the second phone is turned away', async ({ server, visit }) => {
        const order = await server.place();
        const [first, second] = [await visit(), await visit()];
        await first.page.goto(order.code_url);
        second.expectTrouble(/status of 403/);
        await second.page.goto(order.code_url);
        assert.equal(await ending(second.page), 'other_payer');
        assert.equal(await second.page.locator('button').count(), 0);
        await second.picture('customer-second-phone');
    });
    test('a closed order and a dead code say so', async ({ server, visit }) => {
        const phone = await visit();
        const order = await server.place();
        assert.equal((await server.call('POST', `/api/v1/orders/${order.out_trade_no}/close`)).status, 200);
        phone.expectTrouble(/status of 410/);
        await phone.page.goto(order.code_url);
        assert.equal(await ending(phone.page), 'over');
        await phone.picture('customer-closed');
        phone.expectTrouble(/status of 404/);
        await phone.page.goto(new URL('/pay/nothing', order.code_url).href);
        assert.equal(await ending(phone.page), 'dead_code');
        await phone.picture('customer-dead-code');
    });
});
