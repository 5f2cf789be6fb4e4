// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/selling/GoodsSheetDesk.h"
#include "ui/selling/GoodsShelf.h"

/// From a file into the shop's list of goods, and back out. One at a time; a list is replaced whole or not at all.
class GoodsSheets final : public QObject
{
    Q_OBJECT
public:
    using Say = SettingsView::Say;
    static constexpr qsizetype mostWrong = 20; ///< lines shown

    GoodsSheets(GoodsSheetDesk &desk, GoodsShelf &shelf, QObject *parent = nullptr);

    bool isBusy() const { return m_say == Say::Importing || m_say == Say::Exporting; }
    void import(const QString &file, const QByteArray &session = {});
    void exportTo(const QString &file);
    /// Nothing is said of it any more, unless it is under way.
    void forget();
    void fill(SettingsView &view) const;

signals:
    void changed();
    void refusedSound();
    /// The session at the till is not enough for that file.
    void supervisorWanted(const QString &file);
    /// The answer to an import with that session is here; a secret.
    void sessionDone(const QByteArray &session);

private:
    void taken(const QString &file, const Result<GoodsSheetDesk::Taken> &answer);
    void write(const QString &file, const Result<QByteArray> &answer);
    void say(Say say, const QString &code = {});
    void refuse(Say say, const QString &code = {});

    GoodsSheetDesk &m_desk;
    GoodsShelf &m_shelf;
    Say m_say = Say::Nothing;
    QString m_code;
    qsizetype m_count = 0;
    QList<SettingsView::WrongLine> m_wrong;
};
