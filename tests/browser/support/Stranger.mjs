// SPDX-License-Identifier: GPL-3.0-or-later
import { createServer } from 'node:http';

/// Another site's page with a form that posts to us by itself, without scripts by its button. Seen as 127.0.0.1 it is
/// the same site for cookies and only another origin; seen as localhost it is another site.
export class Stranger {
    static async open(target, fields) {
        const stranger = new Stranger();
        const input = ([name, value]) => `<input name="${name}" value="${value}">`;
        const inputs = Object.entries(fields).map(input);
        const html = `<!DOCTYPE html><form method="post" action="${target}">${inputs.join('')}<button>go</button></form>`
            + '<script>document.forms[0].submit()</script>';
        stranger.#listener = createServer((_, answer) => {
            answer.setHeader('Content-Type', 'text/html; charset=utf-8');
            answer.end(html);
        });
        await new Promise((resolve) => stranger.#listener.listen(0, '127.0.0.1', resolve));
        const { port } = stranger.#listener.address();
        stranger.sameSite = `http://127.0.0.1:${port}/`;
        stranger.otherSite = `http://localhost:${port}/`;
        return stranger;
    }

    close() {
        this.#listener.closeAllConnections();
        this.#listener.close();
    }

    #listener;
}
