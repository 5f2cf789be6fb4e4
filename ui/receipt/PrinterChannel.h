// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// A way to a printer for bytes in both directions: opened once, used for one job, then thrown away. It never blocks.
class PrinterChannel : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Answers with opened() or failed(), at once or later.
    virtual void open() = 0;
    /// Answers with written() when nothing is left here.
    virtual void write(const QByteArray &bytes) = 0;
    /// How many bytes have left for the printer.
    virtual qint64 taken() const = 0;
    /// Nothing more will be written; what has left stays on its way.
    virtual void finish() = 0;

signals:
    void opened();
    void written();
    void received(const QByteArray &bytes);
    void failed(); ///< it could not be opened, or has gone
};
