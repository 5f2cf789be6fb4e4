// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/HistoryExport.h"
#include "ui/LoginDesk.h"
#include "ui/input/HistoryQuery.h"
#include "ui/models/OfficeView.h"
#include "ui/models/Wish.h"

/// F3: looks orders up by what a cashier knows of them, reads them page by page as they are wanted, and tells of the
/// chosen one what happened to it. It changes nothing.
class HistoryFlow final : public QObject
{
    Q_OBJECT
public:
    using Say = HistoryView::Say;

    static constexpr int pageSize = 100;
    static constexpr qsizetype mostLines = 2'000; ///< kept; more has to be searched for
    static constexpr qsizetype ahead = 60; ///< read beyond the chosen one
    static constexpr qint64 findAfterMs = 250; ///< after the last key
    static constexpr qint64 storyAfterMs = 150; ///< a hand that runs down the list asks for none
    static constexpr qsizetype keptSteps = 4; ///< how many keys can be taken back
    static constexpr int paidWithinSeconds = 7'200; ///< the longest that a code can be paid after its order was begun

    HistoryFlow(HistoryDesk &desk, LoginDesk &people, HistoryExport &exports, Clock &clock, QObject *parent = nullptr);

    void open();
    void close();
    bool isOpen() const { return m_open; }
    void wish(const Wish &wish);
    void fill(OfficeView &view) const;
    /// The chosen line's; null when there is none.
    const OrderLine *chosen() const;
    /// Why the chosen order cannot be refunded now.
    void refuse(Say why);

signals:
    void changed();
    void closed();
    void refusedSound();
    /// A receipt of that order once more.
    void reprintWished(const QString &outTradeNo);

private:
    using Side = HistoryView::Side;

    void back();
    void type(const QString &key);
    void takeBack(int keys);
    void scanned(const QString &text);
    void findSoon();
    void find();
    void setDay(const QDate &day);
    void setFilter(int filter);
    void load();
    void ask();
    void loaded(const Result<HistoryDesk::Page> &answer);
    void readAhead();
    void loadNames();
    void move(int rows);
    void choose(const QString &number);
    void askStory();
    void reprint();
    void exportWished(const QString &format);
    void say(Say say);
    qsizetype chosenAt() const; ///< -1: none
    QDate today() const { return m_clock.now().toLocalTime().date(); }
    bool isOfAllDays() const { return m_query.kind() == HistoryQuery::Kind::Number; }
    OrderSearch search() const;

    HistoryDesk &m_desk;
    LoginDesk &m_people;
    HistoryExport &m_exports;
    Clock &m_clock;
    bool m_open = false;
    QString m_text;
    QStringList m_textBefore; ///< newest last, for what a scanner typed
    bool m_isScanned = false; ///< the next key begins anew
    HistoryQuery m_query;
    QDate m_day;
    HistoryView::Filter m_filter = HistoryView::Filter::All;
    Side m_side = Side::Order;
    Say m_say = Say::Nothing;

    OrderSearch m_search; ///< what m_lines are
    QList<OrderLine> m_lines;
    QString m_cursor;
    bool m_isWhole = true; ///< nothing follows m_lines
    bool m_isFirstPage = true; ///< that is asked for
    bool m_asking = false;
    int m_epoch = 0; ///< grows with each search: an older answer counts no more
    QHash<QString, QString> m_names; ///< of people, by id

    QString m_chosen;
    QList<HistoryView::Moment> m_story;
    bool m_storyRead = false;
    int m_stories = 0; ///< grows with each choice
};
