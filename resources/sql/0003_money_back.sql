-- SPDX-License-Identifier: GPL-3.0-or-later
-- Money that goes back, what was decided about payments that did not fit, and each order's flight recorder.
-- Times are milliseconds since the epoch, UTC; amounts are whole fen.
ALTER TABLE orders ADD COLUMN received_fen BIGINT CHECK (received_fen > 0);
ALTER TABLE orders ADD COLUMN case_kind TEXT
    CHECK (case_kind IN ('late', 'duplicate', 'amount_mismatch', 'foreign', 'unknown_order', 'refund_abnormal'));
ALTER TABLE orders ADD COLUMN case_fen BIGINT;

CREATE INDEX orders_of_a_sale ON orders (shop_id, sale);

CREATE TABLE refunds (
    shop_id TEXT NOT NULL,
    out_refund_no TEXT NOT NULL,
    out_trade_no TEXT NOT NULL,
    transaction_id TEXT NOT NULL,
    total_fen BIGINT NOT NULL CHECK (total_fen > 0),
    amount_fen BIGINT NOT NULL CHECK (amount_fen > 0 AND amount_fen <= total_fen),
    reason TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('PROCESSING', 'SUCCESS', 'CLOSED', 'ABNORMAL')),
    accepted BIGINT NOT NULL CHECK (accepted IN (0, 1)),
    refund_id TEXT NOT NULL,
    user_received_account TEXT NOT NULL,
    operator TEXT NOT NULL,
    case_id BIGINT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    ask_after_ms BIGINT NOT NULL,
    success_at_ms BIGINT,
    PRIMARY KEY (shop_id, out_refund_no)
);

CREATE INDEX refunds_of_a_payment ON refunds (shop_id, transaction_id);
CREATE INDEX refunds_of_an_order ON refunds (shop_id, out_trade_no);
CREATE INDEX refunds_unfinished ON refunds (shop_id, out_refund_no) WHERE status IN ('PROCESSING', 'ABNORMAL');

-- about_refund_no names the refund that an abnormal case is about, out_refund_no that one or the one that decides.
CREATE TABLE decided_cases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    shop_id TEXT NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind IN ('late', 'duplicate', 'amount_mismatch', 'foreign', 'unknown_order', 'refund_abnormal')),
    out_trade_no TEXT NOT NULL,
    transaction_id TEXT NOT NULL,
    about_refund_no TEXT NOT NULL DEFAULT '',
    amount_fen BIGINT NOT NULL,
    expected_fen BIGINT,
    at_ms BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'honoured', 'refunded')),
    out_refund_no TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at_ms BIGINT,
    reason TEXT NOT NULL,
    payer_fen BIGINT,
    payer_openid TEXT NOT NULL,
    success_at_ms BIGINT,
    UNIQUE (shop_id, kind, out_trade_no, transaction_id, about_refund_no)
);

INSERT INTO decided_cases
    SELECT id, shop_id, kind, out_trade_no, transaction_id, '', amount_fen, expected_fen, at_ms, state, '', '', NULL, '', NULL, '', NULL
    FROM cases ORDER BY id;
DROP TABLE cases;
ALTER TABLE decided_cases RENAME TO cases;
CREATE INDEX cases_open ON cases (shop_id, id) WHERE state = 'open';
CREATE INDEX cases_of_an_order ON cases (shop_id, out_trade_no);

UPDATE orders SET
    case_kind = (SELECT kind FROM cases WHERE cases.shop_id = orders.shop_id
        AND cases.out_trade_no = orders.out_trade_no AND cases.state = 'open' ORDER BY id DESC LIMIT 1),
    case_fen = (SELECT amount_fen FROM cases WHERE cases.shop_id = orders.shop_id
        AND cases.out_trade_no = orders.out_trade_no AND cases.state = 'open' ORDER BY id DESC LIMIT 1);

CREATE TABLE order_marks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    shop_id TEXT NOT NULL,
    out_trade_no TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    source TEXT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL
);

CREATE INDEX order_marks_of_an_order ON order_marks (shop_id, out_trade_no, at_ms);
