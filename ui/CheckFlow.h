// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "ui/HistoryDesk.h"
#include "ui/models/OfficeView.h"
#include "ui/models/Wish.h"

/// "I have paid" (product.md, promise 5): the last minutes' orders by amount and time, then a number from the
/// customer's phone, typed or scanned, and what WeChat says about it. It accuses nobody and changes nothing: what
/// WeChat tells the server, the till hears as it hears of any payment.
class CheckFlow final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 recentSeconds = 600;
    static constexpr int mostRecent = 50;
    static constexpr qsizetype leastDigits = 4;
    static constexpr qsizetype mostDigits = 64;
    static constexpr qsizetype keptSteps = 4; ///< how many keys can be taken back

    CheckFlow(HistoryDesk &desk, Clock &clock, QObject *parent = nullptr);

    /// atTill: the order on the till's screen; empty: there is none.
    void open(const QString &atTill);
    void close();
    bool isOpen() const { return m_open; }
    void wish(const Wish &wish);
    void fill(OfficeView &view) const;

signals:
    void changed();
    void closed();
    void refusedSound();

private:
    using Say = CheckView::Say;

    void back();
    void type(const QString &key);
    void takeBack(int keys);
    void edited();
    void scanned(const QString &text);
    void load();
    void loaded(const Result<HistoryDesk::Page> &answer);
    void move(int rows);
    void choose(const QString &number);
    void askTyped();
    void ask(const QString &number, const QString &meant);
    void answered(const Result<HistoryDesk::Check> &answer);
    void say(Say say);
    void refuse(Say why);
    const OrderLine *line(const QString &number) const;

    HistoryDesk &m_desk;
    Clock &m_clock;
    bool m_open = false;
    QString m_atTill;
    QString m_typed;
    QStringList m_typedBefore; ///< newest last, for what a scanner typed
    bool m_isAsked = false; ///< m_typed has been asked about: the next digit begins anew
    QList<OrderLine> m_recent;
    QString m_chosen;
    int m_page = 0;
    Say m_say = Say::Nothing;
    int m_loads = 0;
    int m_epoch = 0; ///< grows with each question: an older answer counts no more
    std::pair<QString, QString> m_question; ///< number, meant: the last one, for F5
    std::optional<HistoryDesk::Check> m_answer;
};
