// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/OrderSheet.h"
#include "ui/customer/CustomerView.h"
#include "ui/models/CoverView.h"
#include "ui/models/PrinterTrouble.h"
#include "ui/models/TillView.h"

#include <QCoreApplication>
#include <QList>
#include <utility>

/// Every word a person reads on the till, in the language that is switched on. The sources are English;
/// resources/i18n holds the Chinese. Ask again after a LanguageChange.
class Wording
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
public:
    static QString state(PayState state, bool training); ///< the word in the pill
    static QString notice(const Notice &notice); ///< one line of truth, or nothing
    static QString money(Money amount); ///< "¥36.50", grouped
    static QString yuan(const QString &typed); ///< "¥12.5", as typed
    static QString clock(const QDateTime &at); ///< "10:42:07", local time
    static QString minutes(int seconds); ///< "4:38"
    static QString when(const QDateTime &at); ///< "11-22 10:42", local time

    // The frame of the window
    static QString till(const QString &shop, const QString &till);
    static QString tabSale();
    static QString practiceBadge();
    static QString practiceBadgeForCustomer();
    static QString otherLanguage();
    static QString otherLanguageShort(); ///< the name of the language a press would switch to
    static QString languageHint();
    static QString themeHint();
    static QString helpHint();
    static QString allWell();
    static QString offline();
    static QString lastSale(Tender tender = Tender::WeChatPay);
    static QString tail(const QString &tail);
    static QString parked(int count);
    static QString cases(int count);
    static QString helpKey();

    // The settings (WordingSettings.cpp)
    static QString settingsHint();
    static QString settingsGroup(SettingsView::Group group);
    static QString setting(SettingsView::Item item); ///< what it is called
    static QString settingValue(const SettingsView::Entry &entry, const QString &value); ///< of a choice or a number
    static QString settingSwitch(SettingsView::Item item, bool on); ///< on the switch itself
    static QString settingField(SettingsView::Item item); ///< in an empty field
    static QString settingsAbout(const SettingsView &settings); ///< a few words on the group
    static QString settingsSays(const SettingsView &settings);
    static QString settingKeep();
    static QString testTrouble(PrinterTrouble trouble); ///< why a test print did not come out
    static QString more(bool up); ///< the buttons beside a number, for screen readers
    static QString wrongLine(const SettingsView::WrongLine &wrong);
    static QString goodsFiles(); ///< a file dialog's filter
    static QList<std::pair<QString, QString>> settingsKeys();

    // Further tills, and other servers (WordingPairing.cpp)
    static QString addTillTitle();
    static QString addTillHow();
    static QString addTillSays(const AddTillView &add);
    static QString addressLabel();
    static QString certificateLabel();
    static QString certificateGroups(const QString &fingerprint, int line); ///< one of its two lines
    static QString noCertificate();
    static QString newPairingCode();
    static QStringList joinSteps(); ///< a word each
    static QString joinTitle(JoinView::Step step);
    static QString joinHow(const JoinView &join);
    static QString joinField(bool code); ///< in an empty field
    static QString joinGo(const JoinView &join); ///< the button
    static QString certificateOther(); ///< the other one
    static QString joinOpen(OpenBusiness open);
    static QString joinSays(const JoinView &join);
    static QString joinCodeSays(const JoinView &join); ///< of those, once a code is typed

    // Ringing up
    static QString due();
    static QString thisSale();
    static QString pickup(const QString &number);
    static QString pay();
    static QString payAgain(Money amount); ///< the last one of this amount may have been paid
    static QString payNothing();
    static QString backspace();
    static QString clear();
    static QString keyName(const QString &key); ///< for screen readers
    static QList<std::pair<QString, QString>> steps(); ///< title and explanation of the three steps of a sale
    static QString entryHint();

    // What is on the bill and what can come onto it (WordingSelling.cpp)
    static QString goodsTitle();
    static QString pieces(int count);
    static QString saved(Money amount);
    static QString lineName(const SellingView::Line &line); ///< of goods, of what is typed, of a discount
    static QString lineMore(); ///< for screen readers
    static QString lineLess();
    static QString lineRemove();
    static QString earlierLines(int count);
    static QString scanHint();
    static QString moreGoods();
    static QString byAmount();
    static QString moreCategories();
    static QString goodsBack();
    static QString goodsNext();
    static QString pageOf(int page, int pages);
    static QString discounts();
    static QString discountHint();
    static QString rate(int hundredths); ///< 8.8 折
    static QString minus(Money amount); ///< −¥2
    static QString roundTo(Money whole);
    static QString noDiscount();
    static QString asRate(const QString &typed);
    static QString asMinus(const QString &typed);
    static QString takeOff(const QString &typed); ///< the big button, while one is typed
    static QString done();
    static QString hold();
    static QString heldList(int count);
    static QString heldTitle();
    static QString heldDetail(const SellingView::HeldBill &held); ///< 10:42:13 · 3 件 · 拿铁…
    static QString takeHeld(Money total);
    static QString cash();
    static QString otherTender();
    static QString cashHint();
    static QString received();
    static QString change();
    static QString exact();
    static QString drawer();
    static QString payCash(Money total);
    static QString cashShort();
    static QString otherHint();
    static QString payOther(Money total);
    static QString writingDown();
    static QString paidByHand(const TillView &view);
    static QString cashSums(Money due, Money received);

    // At the QR
    static QString cancel();
    static QString backToSale();
    static QString newCode();
    static QString showCustomer();
    static QString query();
    static QString validFor();
    static QString qrName(Money amount);
    static QString mockPay();
    static QString mockHint();
    static QString next(const QString &amount); ///< 下一单 ¥12.50
    static QString nextSale();

    // Paid, and what the customer reads
    static QString paid(bool training);
    static QString amountLabel();
    static QString pickupLabel();
    static QString tailLabel();
    static QString payer(Money payerTotal, Money discount);
    static QString customerScan();
    static QString customerWithin(int seconds);
    static QString customerOnlyWeChat();

    // The customer's screen (WordingCustomer.cpp)
    static QString customerTitle(CustomerView::Face face, const QString &shop); ///< a few words, large
    static QString customerDetail(CustomerView::Face face, const QString &shop); ///< one sentence under them
    static QString customerTotal();
    static QString customerSaved(Money saved);
    static QString customerLine(const CustomerLine &line); ///< for screen readers
    static QString customerMoreLines(int count);
    static QString customerPaid(bool training);

    // Locked (WordingLock.cpp)
    static QString lockTitle();
    static QString lockHint(const LockView &lock, const QString &shop, const QString &till);
    static QString phone(const LockView &lock); ///< the words in the phone's pill
    static QString lockSays(const LockView &lock); ///< the line under the dots
    static QString pickOnPhone();
    static QString loginCodeName();
    static QString signInOnly(const QString &manager);
    static QString cancelBinding();
    static QString morePeople();
    static QString chosenPerson(const QString &name);
    static QString pinDigits(int count);
    static QString lockButton(const QString &operatorName);
    static QList<std::pair<QString, QString>> lockKeys(); ///< F1 while it is locked
    static QString coverTitle(CoverView::Face face); ///< a few words
    static QString coverDetail(CoverView::Face face); ///< one sentence what, one what to do
    static QString coverAgain();
    static QString refusalDetail(); ///< above the sentence that says why it does not start
    static QString underWay(const TillView &view); ///< 正在收款 ¥36.50 · 等待付款, or nothing

    // F12 (WordingTimeline.cpp)
    static QString timelineTitle();
    static QStringList timelineHeads(); ///< of its three columns
    static QString timelineMore(int page, int pages);
    static QString timelineExport();
    static QString timelineSays(const TimelineView &view);
    static QString witness(const QString &source); ///< who saw it
    static QString mark(const TimelineView::Row &row); ///< what happened, how it went, how often, how long it took
    static QString markName(const QString &what);
    static QString markOutcome(const QString &outcome);

    // Refunds and the inbox (WordingOffice.cpp, WordingInbox.cpp)
    static QString tabRefund();
    static QString refundHint(); ///< for screen readers, with its key
    static QString inboxHint(int open);
    static QString refundsUnderWay(int count);
    static QString refundsFailed(int count);
    static QString backHint();
    static QString reason(MoneyReason reason);
    static QString reasonTitle();
    static QString supervisorTitle(bool leavingKiosk);
    static QString supervisorSays(const LockView &supervisor);

    static QString refundTitle(const RefundView &refund);
    static QString refundFind(); ///< what may be typed where nothing is yet
    static QString refundFound(const QString &tail); ///< what is typed
    static QString saleDetail(const RefundView::Sale &sale); ///< 10:42:13 · 尾号 4821
    static QString salePill(const RefundView::Sale &sale);
    static QString refundLeft(const RefundView::Sale &sale);
    static QString refundPast(const RefundView::Past &past);
    static QString refundSays(const RefundView &refund);
    static QString payNoSale();
    static QString takeSale(Money amount);
    static QString refundPay(Money amount);
    static QString refundPayAgain(Money amount);
    static QString outcome(const RefundView &refund); ///< the word in the pill
    static QString outcomeSays(const RefundView &refund); ///< one sentence what, one what to do
    static QString refusal(const QString &code); ///< why a refund was not taken
    static QString another();

    static QString inboxTitle();
    static QString inboxOpen(int count);
    static QString inboxDecided();
    static QString inboxEmpty(bool decided);
    static QString inboxCalm(); ///< under it
    static QString inboxSays(const InboxView &inbox);
    static QString caseName(CaseKind kind); ///< a few words
    static QString caseStory(const PaymentCase &about); ///< one sentence of what happened
    static QString caseDetail(const PaymentCase &about); ///< 昨天 10:42 · 尾号 4821
    static QString caseDecision(const PaymentCase &about); ///< a few words
    static QString caseDecided(const InboxView::Item &item); ///< who, when, why
    static QString casePaid(CaseKind kind); ///< the name of its amount
    static QString caseExpected();
    static QString honour(CaseKind kind);
    static QString giveBack(CaseKind kind);
    static QString decide(const InboxView &inbox, const PaymentCase &about); ///< the button that does it
    static QList<std::pair<QString, QString>> refundKeys(); ///< F1 there
    static QList<std::pair<QString, QString>> inboxKeys();

    // Receipts (WordingReceipt.cpp)
    static QString receiptPractice(); ///< its first line
    static QString receiptSample(); ///< the first line of one that is of no sale
    static QStringList receiptSampleGoods(); ///< two
    static QString receiptCopy(int count, const QDateTime &at);
    static QString receiptTime(const QDateTime &at); ///< "2026-11-22 10:42:13", local time
    static QString receiptCashier(const QString &name);
    static QString receiptNumber(const QString &number);
    static QString receiptAt();
    static QStringList receiptHeads(); ///< of its four columns
    static QString receiptEach(const QString &price);
    static QString receiptSubtotal();
    static QString receiptRate(int rate); ///< 88: 8.8 折
    static QString receiptMinus();
    static QString receiptRound();
    static QString receiptTotal();
    static QString receiptCount(int count); ///< of goods
    static QString receiptTender(Tender tender, const QString &name);
    static QString receiptCoupon();
    static QString receiptPayer();
    static QString receiptReceived();
    static QString receiptChange();
    static QString receiptRefundTitle();
    static QString receiptRefunded();
    static QString receiptOfTotal();
    static QString receiptReason();
    static QString receiptRefundNumber(const QString &number);
    static QString receiptSoldAt();
    static QString receiptWayBack(Tender tender);
    static QString receiptPreviewName(); ///< for screen readers
    static QString printTrouble(PrinterTrouble trouble);
    static QString printing(const PrintingView &printing); ///< in the strip: one sentence, or nothing
    static QString printReceipt(bool isFirst); ///< the button of the Paid screen
    // The orders and the check (WordingHistory.cpp)
    static QString tabOrders();
    static QString ordersHint(); ///< for screen readers, with its key
    static QString backToPayment(const TillView &view); ///< 正在收款 ¥36.50 · 等待付款 · 返回, or nothing
    static QString historyFind(); ///< what may be typed where nothing is yet
    static QString historyFound(const HistoryView &history); ///< how what is typed is read; empty: it stands for itself
    static QString historyDay(const HistoryView &history); ///< 今天, 11-21 周六, 全部日期
    static QString earlierDay();
    static QString laterDay();
    static QString exportOrders();
    static QString filter(HistoryView::Filter filter);
    static QStringList orderHeads(); ///< of the table's columns
    static QString orderTime(const QDateTime &at, bool withDay);
    static QString orderTail(const QString &tail); ///< …4821
    static QString orderState(const OrderLine &line); ///< a few words
    static QString orderNumber(const OrderLine &line); ///< 取餐号 087 · the number
    static QString tender(Tender tender, const QString &name = {}); ///< name: of Tender::Other
    static QString moment(const HistoryView::Moment &moment);
    static QString historySays(const HistoryView &history);
    static QString historyRows(qsizetype first, qsizetype last, qsizetype of, bool hasMore);
    static QString newerRows();
    static QString olderRows();
    static QString nothingChosen();
    static QString storyHint(); ///< F12
    static QString reprint();
    static QString keyDone(); ///< of the keys to touch
    static QString exportTitle();
    static QString exportWhat(const HistoryView &history); ///< what would be in the file
    static QString exportCsv();
    static QString exportJson();
    static QString exportStop();
    static QString exportSays(const HistoryView &history);
    static OrderSheet::Words sheet();
    static QList<std::pair<QString, QString>> historyKeys(); ///< F1 there

    static QString iHavePaid(); ///< the button
    static QString checkHint(); ///< for screen readers, with its key
    static QString checkTitle();
    static QString checkFind(); ///< what may be typed where nothing is yet
    static QString checkRecent();
    static QString checkNoneRecent();
    static QString checkDetail(const OrderLine &line); ///< 10:42:13 · 尾号 4821
    static QString checkAsk(const CheckView &check); ///< the button that does it
    static QString checkSays(const CheckView &check);
    static QString verdict(const CheckView &check); ///< a few words
    static QString verdictSays(const CheckView &check); ///< one sentence what, one what to do
    static QList<std::pair<QString, QString>> checkKeys();

    // F1
    static QString helpTitle();
    static QString helpClose();
    static QList<std::pair<QString, QString>> helpKeys(const TillView &view); ///< key cap and what it does
    static QList<std::pair<QString, QString>> sellingKeys(); ///< of those, while a sale is rung up
};
