// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Language.h"
#include "ui/MainWindow.h"
#include "ui/SaleFlow.h"

/// How this till is set up: till.json in the data folder, every member optional.
/// {"shop","till","language":"zh_CN"|"en","theme":"system"|"light"|"dark"|"high_contrast","big_amount":fen,"paid_seconds":2-10}
struct TillSettings
{
    TillIdentity identity;
    Language::Tongue language = Language::Tongue::Chinese;
    Theme::Mode theme = Theme::Mode::System;
    SaleSettings sale;

    /// The defaults where there is no file; Configuration, naming the member, where it says something else.
    static Result<TillSettings> read(const QString &file, bool training);
};
