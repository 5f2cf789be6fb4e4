// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ExportCard.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/RunLine.h"

#include <QLabel>
#include <QVBoxLayout>

ExportCard::ExportCard(const Theme &theme, QWidget *parent)
    : Card(QStringLiteral("exportCard"), theme, parent), m_title(new QLabel(this)),
      m_what(new RunLine(QStringLiteral("exportWhat"), theme, this)), m_says(new QLabel(this)),
      m_csv(addButton("exportCsvButton", "1", {Wish::Kind::Export, QStringLiteral("csv")})),
      m_json(addButton("exportJsonButton", "2", {Wish::Kind::Export, QStringLiteral("json")})),
      m_stop(addButton("exportStopButton", "", {Wish::Kind::Export, QStringLiteral("stop")})),
      m_back(addButton("exportBackButton", "Esc", {Wish::Kind::Cancel}))
{
    m_title->setObjectName(QStringLiteral("exportTitle"));
    m_title->setProperty("role", "title");
    m_says->setObjectName(QStringLiteral("exportSays"));
    m_says->setProperty("role", "label");
    m_says->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    for (QLabel *label : {m_title, m_says})
        label->setWordWrap(true);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_title);
    rows->addWidget(m_what);
    rows->addWidget(m_says, 1);
    for (ActionButton *button : {m_csv, m_json, m_stop, m_back})
        rows->addWidget(button);
    fit();
}

ActionButton *ExportCard::addButton(const char *name, const char *cap, const Wish &wish)
{
    auto *button = new ActionButton(QLatin1String(name), QStringLiteral("plain"), QLatin1String(cap), m_theme, this);
    button->setType(18, QFont::DemiBold);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, [this, wish] { emit wished(wish); });
    return button;
}

void ExportCard::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int pad = tiny ? 8 : m_theme.space(24);
    layout()->setContentsMargins(pad, tiny ? 6 : m_theme.space(22), pad, (tiny ? 6 : m_theme.space(20)) + 2);
    layout()->setSpacing(tiny ? 4 : qMax(6, m_theme.space(10)));
    for (ActionButton *button : {m_csv, m_json, m_stop, m_back})
        button->setFixedHeight(m_theme.control(60));
}

void ExportCard::show(const TillView &view)
{
    using Export = HistoryView::ExportState;
    const HistoryView &history = view.office.history;
    const ThemeTokens &tokens = m_theme.tokens();
    const bool running = history.exporting == Export::Running || history.exporting == Export::Finishing;
    const bool failed = history.exporting == Export::Failed;
    m_title->setText(Wording::exportTitle());
    m_what->setRuns({{Wording::exportWhat(history), tokens.muted, 16}});
    m_what->setVisible(!running && m_theme.density() != Theme::Density::Tiny);
    m_says->setText(Wording::exportSays(history));
    const QColor colour = failed ? tokens.red.ink : history.exporting == Export::Choose ? tokens.muted : tokens.ink;
    m_says->setStyleSheet(QStringLiteral("color: %1;").arg(colour.name()));
    m_csv->setText(Wording::exportCsv());
    m_json->setText(Wording::exportJson());
    m_stop->setText(Wording::exportStop());
    m_back->setText(Wording::backHint());
    for (ActionButton *button : {m_csv, m_json, m_stop, m_back})
        button->setAccessibleName(button->text());
    m_csv->setVisible(!running);
    m_json->setVisible(!running);
    m_stop->setVisible(running);
    m_stop->setEnabled(history.exporting == Export::Running);
}
