// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

import { looksRight, phones } from './support/layout.mjs';
import { suite } from './support/suite.mjs';

const words = {
    'zh-CN': { pay: '确认付款 ¥36.50', notNow: '暂不付款', paid: '练习付款成功' },
    'en-GB': { pay: 'Pay ¥36.50', notNow: 'Not now', paid: 'Practice payment done' },
};

suite('customer page', (test) => {
    for (const [language, { pay, notNow, paid }] of Object.entries(words)) {
        for (const size of phones) {
            const name = `${language.slice(0, 2)}-${size.width}`;
            test(`looks right, ${name}`, async ({ server, visit }) => {
                const phone = await visit({ ...size, language });
                await phone.page.goto((await server.place()).code_url);
                assert.equal(await phone.page.locator('#pay').innerText(), pay);
                assert.equal(await phone.page.locator('#cancel').innerText(), notNow);
                await looksRight(phone);
                await phone.picture(`customer-pay-${name}`);
                await phone.page.locator('#pay').tap();
                await phone.page.getByRole('heading', { name: paid }).waitFor();
                await looksRight(phone);
                await phone.picture(`customer-paid-${name}`);
            });
        }
    }
    test('looks right in the dark', async ({ server, visit }) => {
        const phone = await visit({ dark: true });
        await phone.page.goto((await server.place()).code_url);
        await looksRight(phone);
        await phone.picture('customer-pay-dark');
        await phone.page.locator('#cancel').tap();
        await phone.page.locator('[data-result=not_now]').waitFor();
        await looksRight(phone);
        await phone.picture('customer-not-now-dark');
    });
    test('holds the longest words and amounts', async ({ server, visit }) => {
        const phone = await visit({ width: 320, height: 640, language: 'en' });
        const description = '一份很长很长的商品说明 with-a-word-that-never-seems-to-end';
        await phone.page.goto((await server.place({ amount: 99_999_999, description })).code_url);
        assert.match(await phone.page.locator('#amount').innerText(), /999,999\.99/);
        await looksRight(phone);
        await phone.picture('customer-pay-longest-320');
    });
});
