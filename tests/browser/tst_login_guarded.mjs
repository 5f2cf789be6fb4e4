// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

import { lockedIn } from './support/headers.mjs';
import { Stranger } from './support/Stranger.mjs';
import { suite } from './support/suite.mjs';
import { Till } from './support/Till.mjs';

const posted = (page) => page.waitForResponse((answer) => answer.request().method() === 'POST');

suite('scan to log in, guarded', (test) => {
    test('is locked in', async ({ server, visit }) => {
        const till = new Till(server);
        const phone = await visit({ scripts: false });
        lockedIn(await phone.page.goto((await till.ticket()).qr));
        const [cookie, ...more] = await phone.context.cookies();
        assert.deepEqual(more, []);
        assert.ok(cookie.httpOnly && cookie.sameSite === 'Strict' && cookie.path === '/m');
        assert.ok(cookie.value.length >= 43, '256 bits');
        await phone.page.locator('#continue').tap();
        await phone.page.locator('#stranger').waitFor();
        lockedIn(await phone.page.reload());
    });
    test('who only looks scans nothing', async ({ server, visit }) => {
        const till = new Till(server);
        const phone = await visit();
        const ticket = await till.ticket();
        const preview = await phone.page.request.get(ticket.qr); // a chat's preview: no script runs
        assert.equal(preview.status(), 200);
        const answered = phone.page.waitForResponse(ticket.qr);
        phone.expectTrouble(/status of 404/);
        await phone.write(`<link rel="prefetch" href="${ticket.qr}">`, `${server.phone}/nothing`);
        await answered;
        assert.equal((await till.poll(ticket)).state, 'created');
    });
    for (const origin of ['sameSite', 'otherSite']) {
        const whose = origin === 'sameSite' ? 'origin' : 'site';
        for (const step of ['scan', 'confirm', 'cancel']) {
            test(`a form of another ${whose} cannot ${step}`, async ({ server, visit }) => {
                const till = new Till(server);
                const phone = await visit({ scripts: step !== 'scan' });
                const ticket = step === 'scan' ? await till.ticket()
                                               : await till.bindPhone(phone, await till.person('cashier'));
                const before = (await till.poll(ticket)).state;
                await phone.page.goto(ticket.qr);
                // Even one that has learnt the page's token and the number.
                const csrf = await phone.page.locator('input[name=csrf]').first().inputValue();
                const stranger = await Stranger.open(`${ticket.qr}/${step}`, { csrf, number: ticket.number });
                try {
                    phone.expectTrouble(/status of 403/);
                    const tab = await phone.tab();
                    const refused = posted(tab);
                    await tab.goto(stranger[origin], { waitUntil: 'commit' });
                    if (step === 'scan')
                        await tab.locator('button').tap(); // no script sends it
                    assert.equal((await refused).status(), 403);
                    await tab.waitForURL(`${ticket.qr}/${step}`);
                    assert.equal((await till.poll(ticket)).state, before);
                } finally {
                    stranger.close();
                }
            });
        }
    }
    test("one phone's token is of no use to another", async ({ server, visit }) => {
        const till = new Till(server);
        const [victim, thief] = [await visit(), await visit({ scripts: false })];
        const ticket = await till.bindPhone(victim, await till.person('cashier'));
        const csrf = await victim.page.locator('input[name=csrf]').first().inputValue();
        await thief.page.goto((await till.ticket()).qr); // for a cookie of its own
        for (const form of [{ csrf, number: String(ticket.number) }, { number: String(ticket.number) }]) {
            const answer = await thief.page.request.post(`${ticket.qr}/confirm`, { form, maxRedirects: 0 });
            assert.equal(answer.status(), 403);
        }
        assert.equal((await till.poll(ticket)).state, 'scanned');
    });
    test('the code without the poll secret opens nothing', async ({ server, visit }) => {
        const till = new Till(server);
        const phone = await visit();
        const ticket = await till.bindPhone(phone, await till.person('cashier'));
        await phone.page.locator(`#numbers button[value="${ticket.number}"]`).tap();
        await phone.page.locator('[data-result=signed_in]').waitFor();
        assert.ok(!(await phone.page.content()).includes(ticket.poll_secret));
        for (const headers of [{}, { Authorization: 'Bearer guess' }, { Authorization: `Bearer ${ticket.key}` }]) {
            const answer = await fetch(`${server.http}/api/v1/login/tickets/${ticket.key}`, { headers });
            assert.equal(answer.status, 401);
        }
        assert.ok((await till.poll(ticket)).session_token, 'still there for its owner');
    });
});
