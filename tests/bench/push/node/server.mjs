// SPDX-License-Identifier: GPL-3.0-or-later
// A notice over HTTP becomes a push over a WebSocket, as plainly as Node and ws do it.
import http from 'node:http';
import { WebSocketServer } from 'ws';

const waiters = new Map();
const server = http.createServer((request, response) => {
    const key = new URL(request.url, 'http://localhost').searchParams.get('outTradeNo');
    waiters.get(key)?.send(JSON.stringify({ result: 1, info: 'ok', now: Date.now(), outTradeNo: key }));
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('支付成功');
});
const sockets = new WebSocketServer({ server, path: '/websocket/myHandler', perMessageDeflate: false });
sockets.on('connection', (socket) => {
    socket.on('message', (data) => {
        const { action, outTradeNo } = JSON.parse(data);
        if (action === 'create')
            waiters.set(outTradeNo, socket);
        else
            socket.send(JSON.stringify({ result: 0, info: 'unknown action', outTradeNo }));
    });
});
server.listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 4096 });
