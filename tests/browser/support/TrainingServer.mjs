// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/// scantill-server in training, as a person would run it: on loopback, in a folder of its own. Addresses and the
/// terminal token are those of its ready line; a restart keeps them.
export class TrainingServer {
    static async start() {
        assert.ok(process.env.SCANTILL_SERVER, 'SCANTILL_SERVER must name the program; ctest sets it');
        const server = new TrainingServer(await mkdtemp(path.join(tmpdir(), 'scantill-browser-')));
        await server.#run();
        return server;
    }

    async restart() {
        await this.stopRunning();
        await this.#run();
    }

    /// Only the program; its data and its ports stay its own.
    async stopRunning() {
        if (this.#process.exitCode !== null || this.#process.signalCode !== null)
            return;
        const ended = new Promise((resolve) => this.#process.once('exit', resolve));
        this.#process.kill('SIGTERM');
        const impatience = setTimeout(() => this.#process.kill('SIGKILL'), 10_000);
        await ended;
        clearTimeout(impatience);
    }

    async stop() {
        await this.stopRunning();
        process.removeListener('exit', this.#killAtExit);
        await rm(this.#folder, { recursive: true, force: true });
    }

    /// A call of the JSON API with the terminal token: the answer as it is.
    call(method, target, body, headers = {}) {
        return fetch(this.http + target, {
            method,
            headers: {
                Authorization: `Bearer ${this.terminalToken}`,
                ...(body ? { 'Content-Type': 'application/json' } : {}),
                ...headers,
            },
            body: body ? JSON.stringify(body) : undefined,
        });
    }

    /// A new order with its code_url.
    async place(order = {}) {
        const answer = await this.call('POST', '/api/v1/orders', { amount: 3650, description: '拿铁 大杯', ...order });
        assert.equal(answer.status, 201);
        return answer.json();
    }

    async order(number) {
        return (await this.call('GET', `/api/v1/orders/${number}`)).json();
    }

    /// The customer pays in the simulator, which notifies.
    async pay(number) {
        const answer = await fetch(`${this.simulator}/sim/pay`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ out_trade_no: number }),
        });
        assert.equal(answer.status, 200);
    }

    #folder;
    #ports;
    #process;
    #killAtExit = () => this.#process.kill('SIGKILL');

    constructor(folder) {
        this.#folder = folder;
    }

    async #run() {
        this.#ports ??= [await freePort(11_000), await freePort(18_000), await freePort(25_000)];
        const [port, simulatorPort, phonePort] = this.#ports;
        const program = spawn(
            process.env.SCANTILL_SERVER,
            ['--training', '--port', `${port}`, '--simulator-port', `${simulatorPort}`, '--phone-listen',
             `127.0.0.1:${phonePort}`, '--data-dir', this.#folder, '--log-level', 'warning'],
            { stdio: ['ignore', 'pipe', 'inherit'] });
        if (!this.#process)
            process.once('exit', this.#killAtExit);
        this.#process = program;
        const ready = JSON.parse(await firstLine(program));
        this.http = ready.http;
        this.simulator = ready.simulator;
        this.phone = ready.phone;
        this.terminalToken = ready.terminal_token;
    }
}

/// One of 7000 from there on. All lie below those that the kernel hands out (32768): who asks for any port, or connects,
/// gets none of them while the server is down.
async function freePort(from) {
    for (;;) {
        const port = from + Math.floor(Math.random() * 7000);
        const probe = createServer();
        const isFree = await new Promise((resolve) => {
            probe.once('error', () => resolve(false));
            probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
        });
        if (isFree)
            return port;
    }
}

function firstLine(program) {
    return new Promise((resolve, reject) => {
        program.once('error', reject);
        program.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)));
        createInterface({ input: program.stdout }).once('line', resolve);
    });
}
