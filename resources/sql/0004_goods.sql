-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the shop sells, and how often that list has changed. Amounts are whole fen.
CREATE TABLE goods (
    shop_id TEXT NOT NULL,
    code TEXT NOT NULL CHECK (code <> ''),
    barcode TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    price_fen BIGINT NOT NULL CHECK (price_fen > 0),
    category TEXT NOT NULL CHECK (category <> ''),
    position BIGINT NOT NULL CHECK (position >= 0),
    on_sale BIGINT NOT NULL CHECK (on_sale IN (0, 1)),
    PRIMARY KEY (shop_id, code)
);

CREATE UNIQUE INDEX goods_of_a_barcode ON goods (shop_id, barcode) WHERE barcode <> '';

CREATE TABLE goods_versions (
    shop_id TEXT PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1)
);
