// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

import { suite } from './support/suite.mjs';
import { Till } from './support/Till.mjs';

const result = (page) => page.locator('#result').getAttribute('data-result');
const pick = (page, number) => page.locator(`#numbers button[value="${number}"]`).tap();

async function wrongNumber(page, right) {
    const choices = await page.locator('#numbers button').allInnerTexts();
    assert.equal(new Set(choices).size, 3);
    assert.ok(choices.includes(String(right)));
    return choices.find((choice) => choice !== String(right));
}

suite('scan to log in', (test) => {
    for (const scripts of [true, false]) {
        const how = scripts ? '' : ', without scripts';
        test(`a strange phone is bound by the manager, then picks the number${how}`, async ({ server, visit }) => {
            const till = new Till(server);
            const cashier = await till.person('cashier');
            const phone = await visit({ scripts });
            const ticket = await till.ticket();
            assert.equal(ticket.state, 'created');
            await phone.page.goto(ticket.qr);
            if (!scripts) {
                assert.equal((await till.poll(ticket)).state, 'created');
                await phone.page.locator('#continue').tap();
            }
            const scanned = await till.poll(ticket, 'created');
            assert.equal(scanned.state, 'scanned');
            assert.equal(scanned.person, null);
            await phone.page.locator('#stranger').waitFor();
            await till.bind(ticket, cashier);
            await phone.page.locator('[data-state=scanned]').waitFor(); // by itself
            assert.equal(await phone.page.locator('#person').innerText(), cashier.name);
            assert.equal(await phone.page.locator('#place').innerText(), '晨光咖啡 · 1 号收银台');
            await pick(phone.page, ticket.number);
            assert.equal(await result(phone.page), 'signed_in');
            const confirmed = await till.poll(ticket, 'scanned');
            assert.equal(confirmed.state, 'confirmed');
            assert.equal((await till.holder(confirmed.session_token)).id, cashier.id);
            assert.equal((await till.poll(ticket)).session_token, undefined, 'once only');
        });
    }
    test('the second time nobody is needed', async ({ server, visit }) => {
        const till = new Till(server);
        const cashier = await till.person('cashier');
        const phone = await visit();
        await till.bindPhone(phone, cashier);
        const ticket = await till.ticket();
        await phone.page.goto(ticket.qr);
        const scanned = await till.poll(ticket, 'created');
        assert.equal(scanned.person.id, cashier.id);
        await pick(phone.page, ticket.number);
        assert.equal(await result(phone.page), 'signed_in');
        assert.equal((await till.holder((await till.poll(ticket, 'scanned')).session_token)).id, cashier.id);
    });
    test('the till hears at once', async ({ server, visit }) => {
        const till = new Till(server);
        const phone = await visit();
        await till.bindPhone(phone, await till.person('cashier'));
        const ticket = await till.ticket();
        const waiting = till.poll(ticket, 'created'); // long before the phone scans
        await phone.page.goto(ticket.qr);
        assert.equal((await waiting).state, 'scanned');
        const deciding = till.poll(ticket, 'scanned');
        await pick(phone.page, ticket.number);
        assert.ok((await deciding).session_token);
    });
    test('a wrong number ends it', async ({ server, visit }) => {
        const till = new Till(server);
        const phone = await visit();
        const ticket = await till.bindPhone(phone, await till.person('cashier'));
        await pick(phone.page, await wrongNumber(phone.page, ticket.number));
        assert.equal(await result(phone.page), 'wrong_number');
        assert.equal((await till.poll(ticket, 'scanned')).state, 'cancelled');
        await phone.page.goBack();
        await phone.page.goto(ticket.qr);
        assert.equal(await result(phone.page), 'wrong_number');
        assert.equal(await phone.page.locator('button').count(), 0);
    });
    test('cancel ends it, for a strange phone too', async ({ server, visit }) => {
        const till = new Till(server);
        const [known, stranger] = [await visit(), await visit()];
        const ticket = await till.bindPhone(known, await till.person('cashier'));
        await known.page.locator('#cancel').tap();
        assert.equal(await result(known.page), 'cancelled');
        assert.equal((await till.poll(ticket, 'scanned')).state, 'cancelled');
        const other = await till.ticket();
        await stranger.page.goto(other.qr);
        await stranger.page.locator('#stranger').waitFor();
        await stranger.page.locator('#cancel').tap();
        assert.equal(await result(stranger.page), 'cancelled');
        assert.equal((await till.poll(other, 'scanned')).state, 'cancelled');
    });
    test('the second phone is turned away and disturbs nothing', async ({ server, visit }) => {
        const till = new Till(server);
        const [first, second] = [await visit(), await visit()];
        const ticket = await till.bindPhone(first, await till.person('cashier'));
        second.expectTrouble(/status of 403/);
        await second.page.goto(ticket.qr);
        assert.equal(await result(second.page), 'other_phone');
        assert.equal(await second.page.locator('button').count(), 0);
        await pick(first.page, ticket.number);
        assert.equal(await result(first.page), 'signed_in');
    });
    test('back and reload after signing in change nothing', async ({ server, visit }) => {
        const till = new Till(server);
        const phone = await visit();
        const ticket = await till.bindPhone(phone, await till.person('cashier'));
        await pick(phone.page, ticket.number);
        assert.equal(await result(phone.page), 'signed_in');
        await phone.page.reload();
        assert.equal(await result(phone.page), 'signed_in');
        await phone.page.goBack();
        assert.equal(await result(phone.page), 'signed_in');
        assert.equal((await till.poll(ticket)).state, 'confirmed');
    });
    test('a key of nobody is a dead code', async ({ server, visit }) => {
        const phone = await visit();
        phone.expectTrouble(/status of 404/);
        await phone.page.goto(new URL('/m/login/AAAAAAAAAAAAAAAAAAAAAA', server.phone).href);
        assert.equal(await result(phone.page), 'dead_code');
        await phone.picture('login-dead-code');
    });
});
