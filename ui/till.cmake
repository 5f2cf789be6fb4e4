# SPDX-License-Identifier: GPL-3.0-or-later
# The till without its looks: what keys mean, how a sale goes, how the server is asked.
add_library(scantill_till
    AddTill.cpp AddTill.h Answers.h Attempt.h BackOffice.cpp BackOffice.h CloseLadder.cpp CloseLadder.h ClosedAttempts.cpp ClosedAttempts.h Journal.cpp Journal.h MarkFile.cpp MarkFile.h NoticeLine.h ParkedAttempts.cpp ParkedAttempts.h
    CertificatePin.cpp CertificatePin.h ServerPlace.cpp ServerPlace.h ServerLook.cpp ServerLook.h
    JoinDesk.h JoinServer.cpp JoinServer.h PairingApi.cpp PairingApi.h PairingDesk.h
    CheckFlow.cpp CheckFlow.h ExportFile.cpp ExportFile.h HistoryApi.cpp HistoryApi.h HistoryDesk.h
    HistoryExport.cpp HistoryExport.h HistoryFlow.cpp HistoryFlow.h HistoryFlowView.cpp
    OrderLines.cpp OrderLines.h OrderSearch.h OrderSheet.cpp OrderSheet.h
    InboxFlow.cpp InboxFlow.h LoginApi.cpp LoginApi.h LoginDesk.h LoginFlow.cpp LoginFlow.h
    MoneyApi.cpp MoneyApi.h MoneyDesk.h MoneyReasons.cpp MoneyReasons.h OrdersApi.cpp OrdersApi.h
    SettingsFlow.cpp SettingsFlow.h SettingsFlowPairing.cpp SettingsFlowView.cpp SettingsRules.cpp SettingsRules.h
    NewSale.cpp NewSale.h PaymentDesk.h PhoneLogin.cpp PhoneLogin.h PinLogin.cpp PinLogin.h RefundFlow.cpp RefundFlow.h
    RefundFlowView.cpp RefundTracker.cpp RefundTracker.h SaleFlow.cpp SaleFlow.h
    SaleFlowOrders.cpp SaleFlowPlacing.cpp SaleFlowRinging.cpp SaleFlowView.cpp ServerHttp.cpp ServerHttp.h
    SupervisorPin.cpp SupervisorPin.h TicketWatch.cpp TicketWatch.h TillRecorder.cpp TillRecorder.h
    TimelineApi.cpp TimelineApi.h TimelineDesk.h TimelineFlow.cpp TimelineFlow.h
    models/EntryView.h models/HistoryView.h models/LockView.h models/OfficeView.h models/PairingView.h models/SettingsView.h models/TillIdentity.h models/TillView.h models/TimelineView.h models/Wish.h
    models/SellingView.h
    selling/Basket.cpp selling/Basket.h selling/Discount.h selling/GoodsApi.cpp selling/GoodsApi.h
    selling/GoodsDesk.h selling/GoodsShelf.cpp selling/GoodsShelf.h selling/HeldBills.cpp selling/HeldBills.h
    selling/GoodsSheetDesk.h selling/GoodsSheets.cpp selling/GoodsSheets.h
    selling/RingUp.cpp selling/RingUp.h selling/RingUpSheets.cpp selling/SaleBill.cpp selling/SaleBill.h
    selling/ShelfGoods.cpp selling/ShelfGoods.h
    input/AmountEntry.cpp input/AmountEntry.h input/HandGuard.h input/HistoryQuery.cpp input/HistoryQuery.h input/KeyMap.cpp input/KeyMap.h input/PinEntry.h
    input/ScanDetector.cpp input/ScanDetector.h input/TillInput.cpp input/TillInput.h)
target_link_libraries(scantill_till PUBLIC scantill_domain Qt6::Widgets Qt6::Network)
if(NOT SCANTILL_BASE_ONLY)
    target_sources(scantill_till PRIVATE ${CMAKE_CURRENT_LIST_DIR}/ServerSocket.cpp ${CMAKE_CURRENT_LIST_DIR}/ServerSocket.h
        ${CMAKE_CURRENT_LIST_DIR}/TillClient.cpp ${CMAKE_CURRENT_LIST_DIR}/TillClient.h)
    target_link_libraries(scantill_till PUBLIC Qt6::WebSockets)
endif()
