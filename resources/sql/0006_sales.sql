-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a sale is made of, how it is paid where WeChat is not asked, and the numbers that are called out.
-- Money that was taken at the till is there or the order is not: it never waits for anything.
ALTER TABLE orders ADD COLUMN tender_name TEXT NOT NULL DEFAULT ''
    CHECK ((tender = 'other') = (tender_name <> ''));
ALTER TABLE orders ADD COLUMN cash_fen BIGINT
    CHECK ((tender = 'cash') = (cash_fen IS NOT NULL) AND (cash_fen IS NULL OR cash_fen >= total_fen)
        AND (tender = 'wechatpay' OR trade_state IN ('SUCCESS', 'REFUND')));

CREATE TABLE bill_lines (
    shop_id TEXT NOT NULL,
    out_trade_no TEXT NOT NULL,
    line BIGINT NOT NULL CHECK (line >= 1),
    name TEXT NOT NULL CHECK (name <> ''),
    price_fen BIGINT NOT NULL CHECK (price_fen >= 0),
    quantity BIGINT NOT NULL CHECK (quantity >= 1),
    goods TEXT NOT NULL,
    PRIMARY KEY (shop_id, out_trade_no, line),
    FOREIGN KEY (shop_id, out_trade_no) REFERENCES orders (shop_id, out_trade_no)
);

CREATE TABLE bill_discounts (
    shop_id TEXT NOT NULL,
    out_trade_no TEXT NOT NULL,
    place BIGINT NOT NULL CHECK (place >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('rate', 'minus', 'round')),
    rate BIGINT NOT NULL CHECK ((kind = 'rate') = (rate > 0)),
    amount_fen BIGINT NOT NULL CHECK (amount_fen > 0),
    PRIMARY KEY (shop_id, out_trade_no, place),
    UNIQUE (shop_id, out_trade_no, kind),
    FOREIGN KEY (shop_id, out_trade_no) REFERENCES orders (shop_id, out_trade_no)
);

CREATE TRIGGER bill_lines_are_never_changed BEFORE UPDATE ON bill_lines
BEGIN SELECT RAISE(ABORT, 'a bill is never changed'); END;

CREATE TRIGGER bill_lines_are_never_removed BEFORE DELETE ON bill_lines
BEGIN SELECT RAISE(ABORT, 'a bill is never changed'); END;

CREATE TRIGGER bill_discounts_are_never_changed BEFORE UPDATE ON bill_discounts
BEGIN SELECT RAISE(ABORT, 'a bill is never changed'); END;

CREATE TRIGGER bill_discounts_are_never_removed BEFORE DELETE ON bill_discounts
BEGIN SELECT RAISE(ABORT, 'a bill is never changed'); END;

-- day: of UTC+8, as 2026-01-01. given: the newest number of that day.
CREATE TABLE pickup_numbers (
    shop_id TEXT NOT NULL,
    day TEXT NOT NULL,
    given BIGINT NOT NULL CHECK (given BETWEEN 1 AND 999),
    PRIMARY KEY (shop_id, day)
);
