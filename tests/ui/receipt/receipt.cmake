# SPDX-License-Identifier: GPL-3.0-or-later
# Receipts; what comes out of the stand-in printer is painted into build/…/receipts, for eyes.
foreach(name IN ITEMS tst_receipt_value tst_paper_text tst_receipt_layout tst_receipt_paper tst_printer_settings
        tst_print_queue tst_print_once tst_till_printer tst_till_printer_again)
    scantill_test(${name} LABELS receipt SOURCES receipt/${name}.cpp
        LIBS scantill_receipt scantill_test_support scantill_test_paper)
endforeach()
if(UNIX) # lines and pipes
    scantill_test(tst_receipt_printers LABELS receipt SOURCES receipt/tst_receipt_printers.cpp
        LIBS scantill_receipt scantill_test_support scantill_test_paper)
endif()
target_compile_definitions(tst_receipt_paper PRIVATE PICTURES="${CMAKE_BINARY_DIR}/receipts")
