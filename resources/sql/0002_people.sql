-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who works at the tills: people with their PIN's hash and its wrong tries, the phones bound to them, and their sessions.
-- Times are milliseconds since the epoch, UTC. Of tokens and of a phone's secret only the SHA-256 is kept.
CREATE TABLE people (
    shop_id TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role IN ('cashier', 'supervisor', 'owner')),
    active BIGINT NOT NULL CHECK (active IN (0, 1)),
    pin_hash TEXT NOT NULL,
    pin_failures BIGINT NOT NULL CHECK (pin_failures >= 0),
    pin_blocked_until_ms BIGINT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    PRIMARY KEY (shop_id, id)
);

CREATE TABLE phones (
    shop_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('browser', 'wechat')),
    subject TEXT NOT NULL CHECK (subject <> ''),
    person TEXT NOT NULL,
    bound_by TEXT NOT NULL,
    bound_at_ms BIGINT NOT NULL,
    PRIMARY KEY (shop_id, kind, subject),
    FOREIGN KEY (shop_id, person) REFERENCES people (shop_id, id)
);

CREATE INDEX phones_of_a_person ON phones (shop_id, person);

CREATE TABLE operator_sessions (
    shop_id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    person TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    expires_at_ms BIGINT NOT NULL CHECK (expires_at_ms > created_at_ms),
    ended_at_ms BIGINT,
    PRIMARY KEY (shop_id, token_hash),
    FOREIGN KEY (shop_id, person) REFERENCES people (shop_id, id)
);

CREATE INDEX operator_sessions_open ON operator_sessions (shop_id, person) WHERE ended_at_ms IS NULL;
