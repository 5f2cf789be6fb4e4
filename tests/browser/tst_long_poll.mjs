// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

import { suite } from './support/suite.mjs';

/// Asks from a page of the server's own origin; the answer's status and text. Past the browser's cache, where the same
/// question of two tabs would stand in line.
const ask = (page, target) => page.evaluate(async (url) => {
    const answer = await fetch(url, { cache: 'no-store' });
    return { status: answer.status, text: await answer.text() };
}, target);

async function tabAtHome(server, visitor) {
    const page = await visitor.tab();
    await page.goto(`${server.http}/healthz`);
    return page;
}

suite('long polling in a page', (test) => {
    test('a page that waits is answered by another tab', async ({ server, visit }) => {
        const visitor = await visit({ width: 1280, height: 800, desk: true });
        const [first, second] = [await tabAtHome(server, visitor), await tabAtHome(server, visitor)];
        const waiting = [first, second].map((page) => ask(page, '/scan/KEY'));
        await Promise.all([first, second].map((page) => ask(page, '/healthz')));
        const other = await visitor.tab();
        await other.goto(`${server.http}/newScan/KEY`);
        assert.match(await other.locator('body').innerText(), /^new scan test finished :KEYnow is :\d+$/);
        for (const { status, text } of await Promise.all(waiting)) {
            assert.equal(status, 200);
            const message = JSON.parse(text);
            assert.equal(message.result, 1);
            assert.equal(message.info, 'ok');
            assert.ok(message.now > 1_600_000_000_000);
        }
    });
});
