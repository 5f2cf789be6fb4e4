# SPDX-License-Identifier: GPL-3.0-or-later
# Receipts: what one says, how it is laid out, painted and sent to printers, and the queue that never prints one twice.
find_package(Qt6 6.4 REQUIRED COMPONENTS Network PrintSupport SerialPort)
add_library(scantill_receipt
    models/PrinterTrouble.h models/PrintingView.h receipt/EscPos.cpp receipt/EscPos.h receipt/EscPosPrinter.cpp receipt/EscPosPrinter.h
    receipt/EscPosTalk.cpp receipt/EscPosTalk.h receipt/FileChannel.cpp receipt/FileChannel.h receipt/NoPrinter.h
    receipt/PdfPrinter.cpp receipt/PdfPrinter.h receipt/PrintBooks.cpp receipt/PrintBooks.h receipt/PrinterChannel.h
    receipt/PrinterSettings.cpp receipt/PrinterSettings.h receipt/PrintJob.h receipt/PrintQueue.cpp receipt/PrintQueue.h
    receipt/ReceiptJson.cpp receipt/ReceiptJson.h
    receipt/ReceiptPrinter.cpp receipt/ReceiptPrinter.h
    receipt/ReceiptSettings.cpp receipt/ReceiptSettings.h receipt/SaleReceipt.cpp receipt/SaleReceipt.h
    receipt/SerialChannel.cpp receipt/SerialChannel.h receipt/SystemPrinter.cpp receipt/SystemPrinter.h
    receipt/TcpChannel.cpp receipt/TcpChannel.h receipt/TillPrinter.cpp receipt/TillPrinter.h)
target_link_libraries(scantill_receipt PUBLIC scantill_ui scantill_till Qt6::Network PRIVATE Qt6::PrintSupport Qt6::SerialPort)
