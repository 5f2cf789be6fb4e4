-- SPDX-License-Identifier: GPL-3.0-or-later
-- So that each way of looking for an order takes no longer in a shop's tenth year than on its first day.
CREATE INDEX orders_by_tail ON orders (shop_id, lower(substr(out_trade_no, -4)));
CREATE INDEX orders_by_wechat_tail ON orders (shop_id, lower(substr(transaction_id, -4))) WHERE transaction_id <> '';
CREATE INDEX orders_by_amount ON orders (shop_id, total_fen, created_at_ms, out_trade_no);
CREATE INDEX orders_by_state ON orders (shop_id, trade_state, created_at_ms, out_trade_no);
CREATE INDEX orders_by_other_tender ON orders (shop_id, tender, created_at_ms, out_trade_no) WHERE tender <> 'wechatpay';
CREATE INDEX orders_with_open_case ON orders (shop_id, created_at_ms, out_trade_no) WHERE case_kind IS NOT NULL;
