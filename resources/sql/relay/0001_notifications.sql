-- SPDX-License-Identifier: GPL-3.0-or-later
-- A relay's own books: the shops it serves, and the raw notifications that each has not acknowledged yet.
-- Times are milliseconds since the epoch, UTC. Of tokens only the SHA-256 is kept.
CREATE TABLE relay_shops (
    name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
    token_hash TEXT NOT NULL CHECK (token_hash <> ''),
    stream TEXT NOT NULL CHECK (stream <> ''),
    last_seq BIGINT NOT NULL,
    acknowledged_seq BIGINT NOT NULL CHECK (acknowledged_seq >= 0 AND acknowledged_seq <= last_seq),
    acknowledged_digest TEXT NOT NULL,
    waiting_bytes BIGINT NOT NULL CHECK (waiting_bytes >= 0),
    created_at_ms BIGINT NOT NULL
);

CREATE TABLE relay_notifications (
    shop TEXT NOT NULL REFERENCES relay_shops (name) ON DELETE CASCADE,
    seq BIGINT NOT NULL CHECK (seq > 0),
    received_at_ms BIGINT NOT NULL,
    network TEXT NOT NULL,
    digest TEXT NOT NULL,
    timestamp TEXT NOT NULL,
    nonce TEXT NOT NULL,
    signature TEXT NOT NULL,
    serial TEXT NOT NULL,
    signature_type TEXT NOT NULL,
    content_type TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (shop, seq)
);

CREATE UNIQUE INDEX relay_notifications_once ON relay_notifications (shop, digest);
CREATE INDEX relay_notifications_of_a_network ON relay_notifications (shop, network) WHERE network <> '';
