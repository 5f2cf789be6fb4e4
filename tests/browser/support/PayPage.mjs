// SPDX-License-Identifier: GPL-3.0-or-later

/// The seed's pay page (/index/pay) in a tab.
export class PayPage {
    constructor(server, page) {
        this.page = page;
        this.qr = page.locator('svg#qr');
        this.mock = page.locator('#mock');
        this.#server = server;
    }

    async open(query = '') {
        await this.page.goto(`${this.#server.http}/index/pay${query}`);
        return this;
    }

    /// The order's number, by the address.
    number() {
        return new URL(this.page.url()).searchParams.get('outTradeNo');
    }

    /// Waits until the page says so: waiting, paid, closed or trouble.
    shows(state) {
        return this.page.locator(`#state[data-state=${state}]`).waitFor();
    }

    #server;
}
