// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"
#include "ui/models/SettingsView.h"

#include <QFuture>

/// The shop's goods as a spreadsheet's file (API.md, "Goods"). GoodsApi is the real one; tests script their own.
class GoodsSheetDesk
{
public:
    /// How it took a file. Where lines are wrong, no goods have changed.
    struct Taken
    {
        qsizetype count = 0;
        QList<SettingsView::WrongLine> wrong = {};
    };
    static constexpr qint64 mostBytes = 1024LL * 1024; ///< of a file; the server takes no more

    GoodsSheetDesk() = default;
    virtual ~GoodsSheetDesk() = default;
    GoodsSheetDesk(const GoodsSheetDesk &) = delete;
    GoodsSheetDesk &operator=(const GoodsSheetDesk &) = delete;

    virtual QFuture<Result<QByteArray>> sheet() = 0;
    /// session: a supervisor's; empty: of who is signed in at the till. Forbidden or Unauthorized where that is not
    /// enough.
    virtual QFuture<Result<Taken>> replace(const QByteArray &csv, const QByteArray &session) = 0;
};
