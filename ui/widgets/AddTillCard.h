// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class ActionButton;
class Countdown;
class FingerprintLines;
class QGridLayout;
class QLabel;
class QVBoxLayout;
class RunLine;

/// What is typed on another till so that it joins this one's server: address, certificate, and a large code.
class AddTillCard : public QWidget
{
    Q_OBJECT
public:
    static constexpr int mostAddresses = 3;

    AddTillCard(const Theme &theme, QWidget *parent);

    void show(const AddTillView &add);
    using QWidget::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    void showPlace(const AddTillView &add);

    const Theme &m_theme;
    QVBoxLayout *m_rows;
    QGridLayout *m_place;
    QLabel *m_title;
    QLabel *m_how;
    RunLine *m_addressName;
    QList<RunLine *> m_addresses;
    RunLine *m_certificateName;
    RunLine *m_noCertificate;
    FingerprintLines *m_fingerprint;
    RunLine *m_code;
    Countdown *m_countdown;
    QLabel *m_says;
    ActionButton *m_again;
};
