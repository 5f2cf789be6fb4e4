-- SPDX-License-Identifier: GPL-3.0-or-later
-- Orders, the append-only log of what happened to them, and the payments a person must decide about.
-- Times are milliseconds since the epoch, UTC; amounts are whole fen.
CREATE TABLE orders (
    shop_id TEXT NOT NULL,
    out_trade_no TEXT NOT NULL,
    sale TEXT NOT NULL,
    pickup_no TEXT NOT NULL,
    tender TEXT NOT NULL CHECK (tender IN ('wechatpay', 'cash', 'other')),
    description TEXT NOT NULL,
    total_fen BIGINT NOT NULL CHECK (total_fen > 0),
    payer_total_fen BIGINT CHECK (payer_total_fen >= 0),
    trade_state TEXT NOT NULL
        CHECK (trade_state IN ('NOTPAY', 'SUCCESS', 'REFUND', 'CLOSED', 'USERPAYING', 'REVOKED', 'PAYERROR')),
    closing BIGINT NOT NULL CHECK (closing IN (0, 1)),
    code_url TEXT NOT NULL,
    transaction_id TEXT NOT NULL,
    payer_openid TEXT NOT NULL,
    terminal TEXT NOT NULL,
    operator TEXT NOT NULL,
    confirmed_by TEXT CHECK (confirmed_by IN ('notify', 'query')),
    created_at_ms BIGINT NOT NULL,
    expires_at_ms BIGINT NOT NULL,
    success_at_ms BIGINT,
    refunded_fen BIGINT NOT NULL CHECK (refunded_fen >= 0 AND refunded_fen <= total_fen),
    training BIGINT NOT NULL CHECK (training IN (0, 1)),
    seq BIGINT NOT NULL CHECK (seq >= 1),
    PRIMARY KEY (shop_id, out_trade_no)
);

CREATE INDEX orders_newest ON orders (shop_id, created_at_ms, out_trade_no);
CREATE INDEX orders_unfinished ON orders (shop_id, out_trade_no) WHERE trade_state IN ('NOTPAY', 'USERPAYING');

CREATE TABLE order_events (
    shop_id TEXT NOT NULL,
    out_trade_no TEXT NOT NULL,
    seq BIGINT NOT NULL CHECK (seq >= 1),
    at_ms BIGINT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('CREATED', 'CODE_READY', 'SUCCESS', 'CLOSED', 'REFUND', 'CASE')),
    source TEXT NOT NULL,
    operator TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (shop_id, out_trade_no, seq),
    FOREIGN KEY (shop_id, out_trade_no) REFERENCES orders (shop_id, out_trade_no)
);

CREATE TRIGGER order_events_are_never_changed BEFORE UPDATE ON order_events
BEGIN SELECT RAISE(ABORT, 'order_events is append-only'); END;

CREATE TRIGGER order_events_are_never_removed BEFORE DELETE ON order_events
BEGIN SELECT RAISE(ABORT, 'order_events is append-only'); END;

CREATE TABLE cases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    shop_id TEXT NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind IN ('late', 'duplicate', 'amount_mismatch', 'foreign', 'unknown_order', 'refund_abnormal')),
    out_trade_no TEXT NOT NULL,
    transaction_id TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    expected_fen BIGINT,
    at_ms BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'honoured', 'refunded')),
    UNIQUE (shop_id, kind, out_trade_no, transaction_id)
);
