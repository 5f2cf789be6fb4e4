-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tills that were paired with a code, also those that are no longer. Of their tokens only the SHA-256 is kept, in hex.
-- Times are milliseconds since the epoch, UTC.
CREATE TABLE terminals (
    shop_id TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    token_hash TEXT NOT NULL CHECK (length(token_hash) = 64),
    paired_by TEXT NOT NULL,
    made_at_ms BIGINT NOT NULL,
    last_seen_ms BIGINT,
    revoked_by TEXT NOT NULL DEFAULT '',
    revoked_at_ms BIGINT CHECK ((revoked_at_ms IS NULL) = (revoked_by = '')),
    PRIMARY KEY (shop_id, id),
    UNIQUE (shop_id, token_hash)
);
