// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class ActionButton;
class QLabel;

/// The dashed bar with the mock button and a hint: only while practising. In live its place stays, empty, so that no
/// button ever moves. The mock button is at the left, far from where Pay was.
class PracticeBar : public QWidget
{
    Q_OBJECT
public:
    PracticeBar(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using QWidget::show;
    void fit();

signals:
    void wished(const Wish &wish);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    ActionButton *m_mock;
    QLabel *m_hint;
    bool m_training = false;
};
