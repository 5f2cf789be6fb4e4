// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

import { looksRight, phones } from './support/layout.mjs';
import { PayPage } from './support/PayPage.mjs';
import { readQr } from './support/qr.mjs';
import { suite } from './support/suite.mjs';

const screens = [
    ...phones,
    { width: 768, height: 1024 },
    { width: 1280, height: 800, desk: true },
    { width: 1366, height: 768, desk: true, dark: true },
    { width: 375, height: 812, dark: true },
];

suite('pay page, looks', (test) => {
    for (const language of ['zh-CN', 'en-GB']) {
        for (const screen of screens) {
            const name = `${language.slice(0, 2)}-${screen.width}${screen.dark ? '-dark' : ''}`;
            test(`right, ${name}`, async ({ server, visit }) => {
                const visitor = await visit({ ...screen, language });
                const pay = await new PayPage(server, visitor.page).open('?amount=3650');
                await pay.shows('waiting');
                const lang = await pay.page.locator('html').getAttribute('lang');
                assert.equal(lang, language === 'zh-CN' ? 'zh-CN' : 'en');
                await visitor.picture(`pay-page-waiting-${name}`);
                assert.ok(await readQr(pay.qr), 'the code can be read');
                await looksRight(visitor);
                await server.pay(pay.number());
                await pay.shows('paid');
                await visitor.picture(`pay-page-paid-${name}`);
                await looksRight(visitor);
            });
        }
    }
    for (const size of [phones[0], { width: 768, height: 1024 }, { width: 1280, height: 800, desk: true }]) {
        test(`holds the longest amount, ${size.width}`, async ({ server, visit }) => {
            const visitor = await visit(size);
            const pay = await new PayPage(server, visitor.page).open('?amount=99999999');
            await pay.shows('waiting');
            await looksRight(visitor);
            await visitor.picture(`pay-page-longest-${size.width}`);
            await server.call('POST', `/api/v1/orders/${pay.number()}/close`);
            await pay.shows('closed');
            await looksRight(visitor);
            await visitor.picture(`pay-page-closed-${size.width}`);
        });
    }
});
