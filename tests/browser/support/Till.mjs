// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

/// A till's lock screen, by the JSON API.
export class Till {
    constructor(server) {
        this.#server = server;
    }

    /// A new code for a phone: key, qr, poll_secret, number, expires_at, state.
    async ticket(said = { shop: '晨光咖啡', till: '1 号收银台' }) {
        const answer = await this.#server.call('POST', '/api/v1/login/tickets', said);
        assert.equal(answer.status, 201);
        return answer.json();
    }

    /// Waits for another state than that; without one: how it is now.
    async poll(ticket, after) {
        const query = after ? `?after=${after}&timeout=30` : '';
        const answer = await fetch(`${this.#server.http}/api/v1/login/tickets/${ticket.key}${query}`,
                                   { headers: { Authorization: `Bearer ${ticket.poll_secret}` } });
        assert.equal(answer.status, 200);
        return answer.json();
    }

    /// Practice people are made behind the server's start: their PIN takes its time to be hashed.
    async person(role) {
        for (let tries = 0; tries < 200; ++tries) {
            const { people } = await (await this.#server.call('GET', '/api/v1/people')).json();
            const found = people.find((person) => person.role === role);
            if (found)
                return found;
            await new Promise((resolve) => setTimeout(resolve, 100));
        }
        assert.fail(`nobody is ${role}`);
    }

    /// The manager at the till: the phone that scanned is that person's.
    async bind(ticket, person) {
        const target = `/api/v1/login/tickets/${ticket.key}/bind`;
        const answer = await this.#server.call('POST', target, { person: person.id });
        assert.equal(answer.status, 200);
    }

    /// Who the session belongs to; null when it opens nothing.
    async holder(sessionToken) {
        const answer =
            await this.#server.call('GET', '/api/v1/login/session', null, { 'X-Operator-Session': sessionToken });
        return answer.status === 200 ? (await answer.json()).person : null;
    }

    /// A phone that this till's manager has bound to the person, with that ticket still to be confirmed.
    async bindPhone(phone, person) {
        const ticket = await this.ticket();
        await phone.page.goto(ticket.qr);
        await this.poll(ticket, 'created');
        await this.bind(ticket, person);
        await phone.page.locator('[data-state=scanned]').waitFor();
        return ticket;
    }

    #server;
}
