// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Language.h"
#include "ui/MainWindow.h"
#include "ui/SaleFlow.h"
#include "ui/customer/CustomerWindow.h"
#include "ui/receipt/PrinterSettings.h"
#include "ui/receipt/ReceiptSettings.h"
#include "ui/voice/VoiceSettings.h"

/// How this till is set up: till.json in the data folder, every member optional.
/// {"shop","till","language":"zh_CN"|"en","theme":"system"|"light"|"dark"|"high_contrast","layout":"amount"|"goods",
/// "pickup":true|false,"big_amount":fen,"paid_seconds":2-10,
/// "sound":bool,"sound_volume":0-100,"voice":bool,"voice_volume":0-100,"voice_till":bool,"voice_from":"auto"|"clips"|"engine",
/// "customer_screen":"off"|"auto"|"window","printer":{…},"receipt":{…}} (PrinterSettings, ReceiptSettings)
struct TillSettings
{
    TillIdentity identity;
    Language::Tongue language = Language::Tongue::Chinese;
    Theme::Mode theme = Theme::Mode::System;
    SaleSettings sale;
    VoiceSettings voice;
    CustomerWindow::Where customer = CustomerWindow::Where::Auto;
    PrinterSettings printer;
    ReceiptSettings receipt;

    QString file; ///< where it was read from, and the cashier's choices are kept; empty: nowhere

    /// The defaults where there is no file; Configuration, naming the member, where it says something else.
    static Result<TillSettings> read(const QString &file, bool training);
    /// What a cashier may choose at the till.
    struct Choices
    {
        Language::Tongue language;
        Theme::Mode theme;
        SellingView::Layout layout;
        friend bool operator==(const Choices &, const Choices &) = default;
    };
    /// Writes the cashier's choices into the file, whole or not at all, and leaves its other members as they are.
    /// StoreFailure when it cannot be written.
    static Result<void> keep(const QString &file, const Choices &choices);
};
