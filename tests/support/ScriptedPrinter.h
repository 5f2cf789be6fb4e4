// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/receipt/ReceiptPrinter.h"

#include <QPromise>
#include <QStringList>
#include <memory>

/// A printer that a test answers for.
class ScriptedPrinter final : public ReceiptPrinter
{
public:
    struct Script
    {
        QStringList sent; ///< the first words of each receipt, or "drawer"
        QStringList rows; ///< of the newest receipt
        std::unique_ptr<QPromise<Result<void>>> waiting;

        void answer(PrinterTrouble trouble = PrinterTrouble::None)
        {
            const auto promise = std::move(waiting);
            promise->addResult(trouble == PrinterTrouble::None ? Result<void>() : error(trouble));
            promise->finish();
        }
    };

    explicit ScriptedPrinter(Script &script) : m_script(script) {}

    PaperWidth paper() const override { return PaperWidth::Mm58; }
    QFuture<Result<void>> print(const ReceiptLayout &layout) override
    {
        QString words;
        m_script.rows.clear();
        for (const ReceiptRow &row : layout.rows()) {
            m_script.rows << row.text.simplified();
            if (row.text.contains(QStringLiteral("补打")) || row.text.startsWith(QStringLiteral("尾号")))
                words += row.text.section(u' ', 0, 1) + u' ';
        }
        return take(words.trimmed());
    }
    QFuture<Result<void>> openDrawer() override { return take(QStringLiteral("drawer")); }

private:
    QFuture<Result<void>> take(const QString &what)
    {
        if (m_script.waiting)
            qFatal("two jobs at a time");
        m_script.sent << what;
        m_script.waiting = std::make_unique<QPromise<Result<void>>>();
        m_script.waiting->start();
        return m_script.waiting->future();
    }

    Script &m_script;
};
