// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

import { looksRight, phones } from './support/layout.mjs';
import { suite } from './support/suite.mjs';
import { Till } from './support/Till.mjs';

/// The page that asks for the manager looks again every 2 s; this keeps it still until the answer is called.
async function hold(page) {
    let go;
    const held = new Promise((resolve) => { go = resolve; });
    await page.route('**/m/login/**', async (route) => {
        await held;
        await route.continue();
    });
    return async () => {
        go();
        await page.unroute('**/m/login/**');
    };
}

async function looksAndIsKept(phone, name) {
    await looksRight(phone);
    await phone.picture(name);
}

/// Every page of the way, without scripts, so that the first one stays.
async function walk(server, phone, ticket, name) {
    const till = new Till(server);
    await phone.page.goto(ticket.qr);
    await looksAndIsKept(phone, `login-scan-${name}`);
    await phone.page.locator('#continue').tap();
    await phone.page.locator('#stranger').waitFor();
    const letGo = await hold(phone.page);
    await looksAndIsKept(phone, `login-stranger-${name}`);
    await till.bind(ticket, await till.person('cashier'));
    await letGo();
    await phone.page.locator('#numbers').waitFor();
    await looksAndIsKept(phone, `login-confirm-${name}`);
    await phone.page.locator(`#numbers button[value="${ticket.number}"]`).tap();
    await phone.page.locator('#result').waitFor();
    await looksAndIsKept(phone, `login-done-${name}`);
}

suite('scan to log in, looks', (test) => {
    for (const language of ['zh-CN', 'en-GB']) {
        for (const size of phones) {
            const name = `${language.slice(0, 2)}-${size.width}`;
            test(`right, ${name}`, async ({ server, visit }) => {
                const phone = await visit({ ...size, language, scripts: false });
                const ticket = await new Till(server).ticket();
                await walk(server, phone, ticket, name);
                assert.equal(await phone.page.locator('h1').innerText(),
                             language === 'zh-CN' ? '登录成功' : 'Signed in');
            });
        }
    }
    test('right in the dark', async ({ server, visit }) => {
        const phone = await visit({ dark: true, scripts: false });
        await walk(server, phone, await new Till(server).ticket(), 'dark');
    });
    test('right with the longest names', async ({ server, visit }) => {
        const phone = await visit({ width: 320, height: 640, language: 'en', scripts: false });
        const ticket = await new Till(server).ticket({
            shop: '晨光咖啡人民广场地铁站二号出口旗舰店晨光咖啡人民广场地铁站二号出口旗舰店晨光',
            till: 'Counter-beside-the-big-window-number-1',
        });
        await walk(server, phone, ticket, 'longest-320');
    });
    test('right where it ends badly', async ({ server, visit }) => {
        const till = new Till(server);
        const [phone, second] = [await visit({ width: 320, height: 640, language: 'en' }), await visit()];
        const ticket = await till.bindPhone(phone, await till.person('cashier'));
        second.expectTrouble(/status of 403/);
        await second.page.goto(ticket.qr);
        await looksAndIsKept(second, 'login-second-phone');
        await phone.page.locator(`#numbers button:not([value="${ticket.number}"])`).first().tap();
        await phone.page.locator('[data-result=wrong_number]').waitFor();
        await looksAndIsKept(phone, 'login-wrong-number');
        const another = await till.ticket();
        await phone.page.goto(another.qr);
        await phone.page.locator('#cancel').tap();
        await phone.page.locator('[data-result=cancelled]').waitFor();
        await looksAndIsKept(phone, 'login-cancelled');
    });
});
