// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Wish.h"
#include "ui/widgets/Card.h"

class ActionButton;
class QLabel;
class RunLine;

/// What is to be saved as a file, as which kind, and how far it has come.
class ExportCard : public Card
{
    Q_OBJECT
public:
    ExportCard(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using Card::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    ActionButton *addButton(const char *name, const char *cap, const Wish &wish);

    QLabel *m_title;
    RunLine *m_what;
    QLabel *m_says;
    ActionButton *m_csv;
    ActionButton *m_json;
    ActionButton *m_stop;
    ActionButton *m_back;
};
