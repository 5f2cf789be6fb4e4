// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const patienceMs = 15_000;
const evidence = process.env.BROWSER_FAILURES ?? 'browser-failures';

/// One person's browser, with cookies of its own: a phone or a desk. Whatever goes wrong in it (script errors, what the
/// page's policy refused, requests that failed) is trouble, and trouble that was not expected fails the test.
export class Visitor {
    /// look: width, height, language, scripts (false: switched off), dark, desk (a mouse, no touch).
    static async come(browser, { width = 375, height = 812, language = 'zh-CN', scripts = true, dark = false,
                                 desk = false } = {}) {
        const context = await browser.newContext({
            viewport: { width, height },
            deviceScaleFactor: desk ? 1 : 2,
            isMobile: !desk,
            hasTouch: !desk,
            locale: language,
            colorScheme: dark ? 'dark' : 'light',
            reducedMotion: 'reduce',
            javaScriptEnabled: scripts,
            serviceWorkers: 'block',
        });
        context.setDefaultTimeout(patienceMs);
        const visitor = new Visitor(context);
        visitor.page = await visitor.tab();
        visitor.width = width;
        return visitor;
    }

    page; ///< the first tab

    tab() {
        return this.context.newPage();
    }

    /// Goes to a plain answer of the server's and writes a page of our own in its place, which is thus of its origin.
    /// (A page that only the test makes up belongs to no machine, and the browser lets it talk to none here.)
    async write(html, url, page = this.page) {
        await page.goto(url);
        await page.setContent(html);
    }

    /// Trouble that belongs to the test; without it the test fails too.
    expectTrouble(pattern) {
        this.#expected.push({ pattern, seen: false });
    }

    /// Fails for trouble nobody expected, and for expected trouble that did not come.
    async judge() {
        // What the browser says comes in order: after an answer from every page, nothing older is still on its way.
        await Promise.allSettled(this.context.pages().map((page) => page.evaluate(() => true)));
        const unexpected = this.#trouble.filter((line) => !this.#isExpected(line));
        assert.deepEqual(unexpected, [], 'trouble in the browser');
        const missing = this.#expected.filter(({ seen }) => !seen).map(({ pattern }) => String(pattern));
        assert.deepEqual(missing, [], 'expected trouble that did not come');
    }

    /// For people to look at; the picture's name.
    async picture(name, page = this.page) {
        const folder = process.env.BROWSER_PICTURES ?? 'browser';
        await mkdir(folder, { recursive: true });
        const file = path.join(folder, `${name}.png`);
        await page.screenshot({ path: file });
        return file;
    }

    /// Pictures and sources of all tabs; the files' names.
    async keepEvidence(name) {
        await mkdir(evidence, { recursive: true });
        const files = [];
        for (const [index, page] of this.context.pages().entries()) {
            const file = path.join(evidence, `${name}-${index + 1}`);
            const shot = page.screenshot({ path: `${file}.png`, timeout: 5000 });
            await shot.then(() => files.push(`${file}.png`), () => {});
            const html = await page.content().catch((error) => `no page: ${error.message}`);
            await writeFile(`${file}.html`, `<!-- ${page.url()} -->\n${html}\n`);
            files.push(`${file}.html`);
        }
        return files;
    }

    /// What an earlier run has kept under that name.
    static async forgetEvidence(name) {
        const kept = await readdir(evidence).catch(() => []);
        const ours = kept.filter((file) => file.startsWith(name) && /^(-\d+)+\.\w+$/.test(file.slice(name.length)));
        await Promise.all(ours.map((file) => rm(path.join(evidence, file), { force: true })));
    }

    leave() {
        return this.context.close();
    }

    #trouble = [];
    #expected = [];

    constructor(context) {
        this.context = context;
        context.on('console', (message) => {
            const { url } = message.location(); // plain answers have no icon, and nobody misses it
            if (['error', 'warning'].includes(message.type()) && !url.endsWith('/favicon.ico'))
                this.#trouble.push(`console: ${message.text()} (${url})`);
        });
        context.on('weberror', (error) => this.#trouble.push(`script: ${error.error().stack}`));
        context.on('requestfailed', (request) => {
            const why = request.failure()?.errorText;
            if (why !== 'net::ERR_ABORTED') // the page called it off itself
                this.#trouble.push(`request: ${request.url()}: ${why}`);
        });
    }

    #isExpected(line) {
        const fitting = this.#expected.filter(({ pattern }) => pattern.test(line));
        for (const one of fitting)
            one.seen = true;
        return fitting.length > 0;
    }
}
