// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after, describe, it } from 'node:test';

import { chromium } from 'playwright-core';

import { TrainingServer } from './TrainingServer.mjs';
import { Visitor } from './Visitor.mjs';

const deadlineMs = 40_000; // of one test; what it waits for has a shorter one of its own
const launchMs = 60_000; // a browser that nobody has started since the machine was

const flags = [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
    // Nothing beyond this machine has a name.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

// Whoever is told to go goes by the door, where the server is stopped.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => process.exit(1));

/// Tests that share one running server and one browser. define is handed test(what, body); body is handed
/// { server, visit }, where visit(look) brings a Visitor, who leaves at the end of the test.
export function suite(name, define) {
    describe(name, () => {
        let stage;
        const set = () => (stage ??= setStage());
        after(async () => {
            const { browser, server } = (await stage?.catch(() => {})) ?? {};
            await browser?.close();
            await server?.stop();
        });
        define((what, body) => it(what, { timeout: launchMs + 2 * deadlineMs }, async () => play(await set(), name, what, body)));
    });
}

async function setStage() {
    const server = await TrainingServer.start();
    try {
        const browser = await chromium.launch({ executablePath: onPath('chromium'), args: flags, timeout: launchMs });
        return { server, browser };
    } catch (error) {
        await server.stop();
        throw error;
    }
}

function onPath(program) {
    const file = process.env.PATH.split(path.delimiter).map((folder) => path.join(folder, program)).find(existsSync);
    if (!file)
        throw new Error(`${program} is not installed`);
    return file;
}

async function play({ server, browser }, name, what, body) {
    const title = fileName(`${name} ${what}`);
    await Visitor.forgetEvidence(title);
    const visitors = [];
    const visit = async (look) => {
        visitors.push(await Visitor.come(browser, look));
        return visitors.at(-1);
    };
    let deadline;
    const late = new Promise((_, reject) => {
        deadline = setTimeout(() => reject(new Error(`not done after ${deadlineMs / 1000} s`)), deadlineMs);
    });
    try {
        await Promise.race([body({ server, visit }), late]);
        for (const visitor of visitors)
            await visitor.judge();
    } catch (error) {
        const kept = [];
        for (const [index, visitor] of visitors.entries())
            kept.push(...(await visitor.keepEvidence(`${title}-${index + 1}`)));
        error.message += kept.map((file) => `\nkept: ${file}`).join('');
        throw error;
    } finally {
        clearTimeout(deadline);
        await Promise.allSettled(visitors.map((visitor) => visitor.leave()));
    }
}

function fileName(text) {
    return text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
