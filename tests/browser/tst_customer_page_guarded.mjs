// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

import { lockedIn } from './support/headers.mjs';
import { Stranger } from './support/Stranger.mjs';
import { suite } from './support/suite.mjs';

suite('customer page, guarded', (test) => {
    test('is locked in', async ({ server, visit }) => {
        const phone = await visit();
        lockedIn(await phone.page.goto((await server.place()).code_url));
        const cookies = await phone.context.cookies();
        assert.equal(cookies.length, 1);
        assert.ok(cookies[0].httpOnly && cookies[0].sameSite === 'Strict' && cookies[0].path === '/pay');
        const [answer] = await Promise.all([phone.page.waitForResponse(/pay/), phone.page.locator('#pay').tap()]);
        lockedIn(answer);
    });
    test('runs no script that is slipped in', async ({ server, visit }) => {
        const phone = await visit();
        const description = '<script>document.title="broken"</script><img src=x onerror=alert(1)>';
        await phone.page.goto((await server.place({ description })).code_url);
        assert.equal(await phone.page.locator('#goods').innerText(), description);
        phone.expectTrouble(/Content Security Policy/);
        await phone.page.evaluate(() => {
            const script = document.createElement('script');
            script.textContent = 'document.title = "broken"';
            document.body.append(script);
        });
        assert.equal(await phone.page.title(), '确认付款');
    });
    test('can be framed by nobody, not even at its own address', async ({ server, visit }) => {
        const phone = await visit();
        const order = await server.place();
        phone.expectTrouble(/status of 404/);
        phone.expectTrouble(/frame-ancestors 'none'/);
        phone.expectTrouble(/ERR_BLOCKED_BY_RESPONSE/);
        await phone.write(`<iframe src="${order.code_url}"></iframe>`, new URL('/nothing', order.code_url).href);
        assert.equal(await phone.page.frameLocator('iframe').locator('#pay').count(), 0);
    });
    for (const origin of ['sameSite', 'otherSite']) {
        test(`a form of another ${origin === 'sameSite' ? 'origin' : 'site'} pays nothing`,
             async ({ server, visit }) => {
            const phone = await visit();
            const order = await server.place();
            await phone.page.goto(order.code_url);
            // Even one that has learnt the page's token.
            const csrf = await phone.page.locator('input[name=csrf]').inputValue();
            const stranger = await Stranger.open(order.code_url, { csrf, action: 'pay' });
            try {
                phone.expectTrouble(/status of 403/);
                const refused = phone.page.waitForResponse((answer) => answer.request().method() === 'POST');
                await phone.page.goto(stranger[origin], { waitUntil: 'commit' });
                assert.equal((await refused).status(), 403);
                await phone.page.waitForURL(order.code_url);
                assert.equal((await server.order(order.out_trade_no)).trade_state, 'NOTPAY');
            } finally {
                stranger.close();
            }
        });
    }
});
