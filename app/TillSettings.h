// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Language.h"
#include "ui/MainWindow.h"
#include "ui/SaleFlow.h"
#include "ui/customer/CustomerWindow.h"
#include "ui/receipt/PrinterSettings.h"
#include "ui/receipt/ReceiptSettings.h"
#include "ui/voice/VoiceSettings.h"

#include <QJsonObject>

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
    QJsonObject printing; ///< the members printer and receipt, as they are written
    PrinterSettings printer;
    ReceiptSettings receipt;

    QString file; ///< where it was read from, and the cashier's choices are kept; empty: nowhere

    /// The defaults where there is no file; Configuration, naming the member, where it says something else.
    /// shop: members that hold where the file does not say them, and are valid.
    static Result<TillSettings> read(const QString &file, bool training, const QJsonObject &shop = {});
    /// What a cashier may choose at the till.
    struct Choices
    {
        Language::Tongue language;
        Theme::Mode theme;
        SellingView::Layout layout;
        friend bool operator==(const Choices &, const Choices &) = default;
    };
    /// What the cashier chooses in passing, as members of the file.
    static QJsonObject members(const Choices &choices);
    /// All that can be set, as members of the file; what is not said there too.
    QJsonObject members() const;
    /// These settings with those members changed, or Configuration, naming the member.
    Result<TillSettings> with(const QJsonObject &changed) const;
    /// Writes those members into the file, whole or not at all, and leaves its others as they are. No file: nowhere.
    /// Configuration when no such value can be; StoreFailure when the file is none of ours, or cannot be written.
    static Result<void> keep(const QString &file, const QJsonObject &changed);
};
