-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far this shop has come in the line that its relay keeps for it: what is in the books, or can never be.
CREATE TABLE relay_positions (
    shop_id TEXT NOT NULL PRIMARY KEY,
    stream TEXT NOT NULL,
    after_seq BIGINT NOT NULL CHECK (after_seq >= 0),
    after_digest TEXT NOT NULL
);
