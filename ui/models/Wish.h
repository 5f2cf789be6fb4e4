// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What a person asks of the till, by key, touch or scanner. Pages give wishes; SaleFlow decides, and
/// LoginFlow while the till is locked, BackOffice while its pages are up, RingUp what goes onto a bill.
struct Wish
{
    enum class Kind {
        Type, ///< text: one of 0-9 . 00 + × (quantity), or : - ¥ for the orders' search line
        Backspace,
        Clear, ///< first the entry, then the bill
        Pay, ///< Enter, or the big button
        Cancel, ///< Esc, or the button at the top right
        Query, ///< F5, numpad /
        NewCode, ///< F6
        ShowCustomer, ///< F11, both ways
        NextSale, ///< leave the paid screen
        MockPay, ///< the practice bar's button, Ctrl+M
        TakeBack, ///< count: so many Type wishes just before were a scanner's echo
        Scanned, ///< text: a whole burst of the scanner, without its end key
        Lock, ///< F8, or the operator's name
        Person, ///< text: the id of somebody on the lock page
        MorePeople, ///< the next ones, where there is no room for all
        SignInOnly, ///< the manager signs in, and leaves the strange phone a stranger
        Refund, ///< F9: money back to a customer
        Inbox, ///< Alt+I: payments that wait for a person
        RowUp, ///< the row above, of a list or of reasons
        RowDown,
        Pick, ///< text: the id of a row
        MoreRows, ///< the next ones, where there is no room for all; count: so many rows further, or back
        Reason, ///< count: a MoneyReason
        Honour, ///< the chosen payment counts as received
        GiveBack, ///< the chosen payment goes back
        Diagnostics, ///< F12, both ways
        Export, ///< what is shown, as a file; text: csv or json where both can be had, or stop
        Decided, ///< to those that are decided, and back

        // Ringing up
        Goods, ///< text: a code; one more of it
        Tile, ///< count: the place of the goods on the page or beside the keypad, from 0 (Alt+1 and on)
        Category, ///< text: its name; or count: so many further, or back
        MoreGoods, ///< count: pages further, or back
        Layout, ///< Alt+L: by amount, by goods
        LineMore, ///< text: a line's id; empty: the chosen one
        LineLess,
        LineRemove,
        MoreLines, ///< the ones before, where there is no room for all
        Discounts, ///< F2, both ways
        Rate, ///< count: hundredths that stay, 88 is 8.8 折; 0: as typed
        Minus, ///< count: fen; 0: as typed
        Round, ///< count: fen of the whole to round off to
        NoDiscount,
        Hold, ///< F4: put the bill aside
        HeldList, ///< Alt+H: the bills that are aside, both ways
        Cash, ///< Alt+C, both ways
        OtherTender, ///< Alt+O, both ways
        OtherKind, ///< count: which of the kinds, from 0
        Note, ///< count: fen the customer hands over; 0: exactly what is due
        Drawer, ///< Alt+D: open the cash drawer
        Find, ///< F3: the orders; there the keys of the search line to touch, and back
        Earlier, ///< Left: the day before
        Later, ///< Right
        Today, ///< Home
        Filter, ///< count: a HistoryView::Filter
        Check, ///< "I have paid": the last minutes, and a number from the customer's phone
        Reprint, ///< F10: the last sale's receipt, the one that did not come out, or over the orders the chosen one's
        Settings, ///< Alt+S, both ways
        SettingsGroup, ///< count: a SettingsView::Group
        Setting, ///< count: a SettingsView::Item; text: its new value, or + or - of a number; of goods the file
        LeaveKiosk, ///< somebody would close the window, or leave it, where it is the whole screen for good
    };
    Kind kind = Kind::Clear;
    QString text = {};
    int count = 0;
};
