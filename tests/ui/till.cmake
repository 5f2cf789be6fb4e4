# SPDX-License-Identifier: GPL-3.0-or-later
# The till without its looks.
foreach(name IN ITEMS
    tst_add_till tst_join_server tst_server_place tst_settings_pairing tst_settings_flow tst_settings_kiosk tst_basket tst_basket_discounts tst_flow_goods tst_flow_bill tst_flow_held tst_flow_tender tst_flow_sold
    tst_held_bills tst_entry_grammar tst_scan_bursts tst_hand_keys tst_hand_guard
    tst_flow_happy tst_flow_double_pay tst_flow_typed_ahead tst_flow_cancel
    tst_flow_cancel_but_paid tst_flow_cancel_not_yours tst_flow_expiry tst_flow_new_code tst_flow_query
    tst_flow_park tst_flow_amount_differs tst_flow_big_amount tst_flow_restart
    tst_flow_announce_once tst_flow_mock_never_paints tst_flow_offline tst_flow_screens
    tst_journal_torn_line tst_flow_odd_money tst_flow_same_sale tst_till_recorder tst_timeline_flow
    tst_flow_cases
    tst_lock_start tst_lock_pin tst_lock_phone tst_lock_bind tst_lock_session
    tst_history_query tst_history_flow tst_history_export tst_order_sheet tst_check_flow tst_check_when
    tst_refund_flow tst_refund_same_number tst_refund_supervisor tst_refund_when tst_inbox_flow)
    scantill_test(${name} LABELS till LIBS scantill_till scantill_test_support)
endforeach()
if(UNIX) # the full disk is a file size limit
    scantill_test(tst_journal_failed_write LABELS till LIBS scantill_till scantill_test_support)
endif()
if(SCANTILL_BASE_ONLY)
    return()
endif()
# With a server to talk to.
foreach(name IN ITEMS tst_client_answers tst_client_cases tst_client_polls tst_client_reconnect tst_client_resume tst_flow_resume
        tst_goods_import tst_goods_shelf tst_history_api tst_login_api tst_money_api tst_orders_bill tst_socket_token)
    scantill_test(${name} LABELS till LIBS scantill_till scantill_test_support)
endforeach()
if(UNIX) # tills that are a few words of shell
    scantill_test(tst_kiosk_keeper LABELS till LIBS scantill_till_app scantill_test_support)
endif()
foreach(name IN ITEMS tst_one_till tst_till_kiosk tst_join_till tst_pair_till tst_till_joins tst_till_places tst_settings_kept tst_till_settings tst_till_choices tst_till_lock)
    scantill_test(${name} LABELS till LIBS scantill_till_app scantill_test_support)
endforeach()
foreach(name IN ITEMS tst_server_look tst_server_pin)
    scantill_test(${name} LABELS till LIBS scantill_till scantill_http scantill_crypto scantill_test_support)
endforeach()
