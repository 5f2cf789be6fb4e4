// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/customer/CustomerView.h"

#include <QWidget>

class PracticeBadge;
class QLabel;
class QVBoxLayout;
class RunLine;

/// A drawing, a few large words and a quiet line: the shop's name between two customers, and everything that has to be
/// waited for.
class CustomerWords : public QWidget
{
    Q_OBJECT
public:
    CustomerWords(const QString &shop, const Theme &theme, QWidget *parent);

    void show(const CustomerView &view);
    using QWidget::show;
    void fit();

private:
    const QString m_shop;
    const Theme &m_theme;
    RunLine *m_mark;
    QLabel *m_title;
    QLabel *m_detail;
    PracticeBadge *m_badge;
    QVBoxLayout *m_rows;
};
