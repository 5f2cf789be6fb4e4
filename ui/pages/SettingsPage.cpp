// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/SettingsPage.h"

#include "ui/Wording.h"
#include "ui/receipt/ReceiptPreview.h"
#include "ui/receipt/SampleReceipt.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/AddTillCard.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/FindPad.h"
#include "ui/widgets/JoinCard.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/SearchLine.h"
#include "ui/widgets/SettingRow.h"
#include "ui/widgets/SupervisorPad.h"
#include "ui/widgets/WrongLines.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHideEvent>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace {

using Item = SettingsView::Item;
using Step = SettingsView::Step;
using Say = SettingsView::Say;

/// What stands on one line, group by group.
const QList<QList<QList<Item>>> &lines()
{
    static const QList<QList<QList<Item>>> all{
        {{Item::Layout}, {Item::Pickup}, {Item::BigAmount}, {Item::PaidSeconds}},
        {{Item::Sound, Item::SoundVolume},
         {Item::Voice, Item::VoiceVolume},
         {Item::SayTill},
         {Item::TryPaid, Item::TryRefused, Item::TryAttention}},
        {{Item::CustomerScreen}},
        {{Item::PrinterKind},
         {Item::PrinterHost, Item::PrinterPath, Item::PrinterName, Item::PrinterPort, Item::PrinterBaud},
         {Item::PrinterPaper, Item::PrinterCut, Item::PrinterDrawer, Item::PrinterStatus},
         {Item::Address, Item::Footer, Item::Preview},
         {Item::Print, Item::TryPrint}},
        {{Item::Shop}, {Item::Till}, {Item::Language}, {Item::Theme}},
        {{Item::ImportGoods, Item::ExportGoods}},
        {{Item::AddTill, Item::JoinServer}, {Item::LeaveKiosk}}};
    return all;
}

} // namespace

SettingsPage::SettingsPage(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("settingsPage"));
    auto *columns = new QHBoxLayout(this);
    columns->addWidget(makeTabs());
    m_card = new Card(QStringLiteral("settingsCard"), m_theme, this);
    m_faces = new QStackedLayout;
    m_faces->addWidget(makeList());
    m_faces->addWidget(makeNumber());
    m_supervisor = new SupervisorPad(m_theme, m_card);
    connect(m_supervisor, &SupervisorPad::wished, this, &SettingsPage::wished);
    m_faces->addWidget(m_supervisor);
    m_paper = new ReceiptPreview(m_card);
    m_faces->addWidget(m_paper);
    m_addTill = new AddTillCard(m_theme, m_card);
    connect(m_addTill, &AddTillCard::wished, this, &SettingsPage::wished);
    m_faces->addWidget(m_addTill);
    m_join = new JoinCard(m_theme, m_card);
    connect(m_join, &JoinCard::wished, this, &SettingsPage::wished);
    m_faces->addWidget(m_join);
    auto *inside = new QVBoxLayout(m_card); // a stack has no margins of its own
    inside->addLayout(m_faces);
    columns->addWidget(m_card, 1);
    fit();
}

QWidget *SettingsPage::makeTabs()
{
    m_tabs = new QWidget(this);
    m_tabGrid = new QGridLayout(m_tabs);
    m_tabGrid->setContentsMargins(0, 0, 0, 0);
    for (int group = 0; group < SettingsView::groups; ++group) {
        auto *tab =
            new TouchButton(QStringLiteral("settingsGroup%1").arg(group), QStringLiteral("flat"), m_theme, m_tabs);
        connect(tab, &QPushButton::clicked, this,
                [this, group] { wish({.kind = Wish::Kind::SettingsGroup, .count = group}); });
        m_groups.append(tab);
    }
    m_back = new ActionButton(QStringLiteral("settingsBackButton"), QStringLiteral("plain"), QStringLiteral("Esc"),
                              m_theme, m_tabs);
    connect(m_back, &QPushButton::clicked, this, [this] { wish({Wish::Kind::Cancel}); });
    return m_tabs;
}

QWidget *SettingsPage::makeList()
{
    auto *list = new QWidget(m_card);
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    for (const auto &group : lines()) {
        m_lists.append(makeGroup(group));
        rows->addWidget(m_lists.last());
    }
    m_about = Labels::wrapped("settingsAbout", "label", list);
    m_wrong = new WrongLines(m_theme, list);
    connect(m_wrong, &WrongLines::wished, this, &SettingsPage::wish);
    m_says = Labels::wrapped("settingsSays", "label", list);
    rows->addWidget(m_about);
    rows->addWidget(m_says);
    rows->addWidget(m_wrong, 1);
    return list;
}

QWidget *SettingsPage::makeGroup(const QList<QList<Item>> &rows)
{
    auto *group = new QWidget(m_card);
    auto *column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, 0);
    for (const auto &items : rows) {
        auto *row = new SettingRow(items, m_theme, group);
        connect(row, &SettingRow::wished, this, &SettingsPage::wish);
        row->setVisible(false); // until it is asked for: all of them at once would make the window grow
        column->addWidget(row);
        m_rows.append(row);
    }
    return group;
}

QWidget *SettingsPage::makeNumber()
{
    auto *number = new QWidget(m_card);
    auto *rows = new QVBoxLayout(number);
    rows->setContentsMargins(0, 0, 0, 0);
    m_numberName = new RunLine(QStringLiteral("settingNumberName"), m_theme, number);
    m_typed = new SearchLine(QStringLiteral("settingTyped"), m_theme, number);
    m_typed->setAttribute(Qt::WA_TransparentForMouseEvents); // its keys are there already
    m_typed->setFocusPolicy(Qt::NoFocus);
    m_numberSays = Labels::wrapped("settingNumberSays", "label", number);
    m_pad = new FindPad(QStringLiteral("number"), FindPad::Keys::Digits, m_theme, number);
    connect(m_pad, &FindPad::wished, this, &SettingsPage::wished);
    rows->addWidget(m_numberName);
    rows->addWidget(m_typed);
    rows->addWidget(m_numberSays);
    rows->addWidget(m_pad, 1);
    return number;
}

/// What somebody has just typed counts before they go on.
void SettingsPage::wish(const Wish &wish)
{
    for (SettingRow *row : m_rows)
        row->enter();
    const auto item = Item(wish.count);
    const bool file = wish.kind == Wish::Kind::Setting && (item == Item::ImportGoods || item == Item::ExportGoods);
    if (file)
        return chooseFile(item);
    emit wished(wish);
}

void SettingsPage::chooseFile(Item item)
{
    const bool saves = item == Item::ExportGoods;
    auto *dialog = new QFileDialog(this, Wording::setting(item), {}, Wording::goodsFiles());
    dialog->setObjectName(QStringLiteral("goodsFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(saves ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(saves ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    if (m_kiosk) { // the desktop's own dialog leads further than to one file
        dialog->setOption(QFileDialog::DontUseNativeDialog);
        dialog->setOption(QFileDialog::ReadOnly);
    }
    if (saves)
        dialog->selectFile(QStringLiteral("goods.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, item](const QString &file) {
        emit wished({Wish::Kind::Setting, file, int(item)});
    });
    dialog->open();
}

void SettingsPage::hideEvent(QHideEvent *event)
{
    if (event->spontaneous())
        return; // the window is made small
    for (QFileDialog *dialog : findChildren<QFileDialog *>())
        dialog->reject();
}

void SettingsPage::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int margin = qMax(8, m_theme.space(24));
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(margin);
    const int pad = tiny ? 8 : m_theme.space(24);
    m_card->layout()->setContentsMargins(pad, pad, pad, pad + 2);
    const int gap = tiny ? 3 : qMax(4, m_theme.space(14));
    for (int face = 0; face < 2; ++face)
        m_faces->widget(face)->layout()->setSpacing(gap);
    for (QWidget *group : m_lists)
        group->layout()->setSpacing(gap);
    for (SettingRow *row : m_rows)
        row->fit();
    m_typed->setFixedHeight(m_theme.control(56));
    m_pad->fit();
    m_addTill->fit();
    m_join->fit();
    placeTabs();
}

/// One under the other, and two beside each other where the window is not high.
void SettingsPage::placeTabs()
{
    constexpr int lowPx = 500; // logical: seven under each other do not fit there, with a payment under way above
    const bool tiny = m_theme.density() == Theme::Density::Tiny || window()->height() < lowPx;
    const int columns = tiny ? 2 : 1;
    const int rows = (SettingsView::groups + columns - 1) / columns;
    for (int row = 0; row <= SettingsView::groups; ++row)
        m_tabGrid->setRowStretch(row, 0);
    for (int group = 0; group < SettingsView::groups; ++group)
        m_tabGrid->addWidget(m_groups[group], group / columns, group % columns);
    m_tabGrid->setRowStretch(rows, 1);
    m_tabGrid->addWidget(m_back, rows + 1, 0, 1, columns);
    m_tabGrid->setSpacing(tiny ? 4 : qMax(4, m_theme.space(10)));
    m_tabs->setFixedWidth(tiny ? qMax(212, m_theme.space(240)) : qMax(140, m_theme.space(220)));
    for (TouchButton *tab : m_groups) {
        tab->setType(tiny ? 14 : 18, QFont::DemiBold);
        tab->setFixedHeight(m_theme.control(tiny ? 44 : 60));
    }
    m_back->setType(16, QFont::DemiBold);
    m_back->setFixedHeight(m_theme.control(48));
}

void SettingsPage::show(const TillView &view)
{
    const SettingsView &settings = view.office.settings;
    m_kiosk = settings.kiosk;
    m_faces->setCurrentIndex(int(settings.step));
    showTabs(settings);
    if (settings.step == Step::Supervisor)
        return m_supervisor->show(view);
    if (settings.step == Step::Preview)
        return showPaper(settings);
    if (settings.step == Step::AddTill)
        return m_addTill->show(settings.addTill);
    if (settings.step == Step::Join)
        return m_join->show(settings.join);
    showSays(settings);
    if (settings.step == Step::Number) {
        m_numberName->setRuns({{Wording::setting(settings.number), m_theme.tokens().ink, 20, QFont::DemiBold}});
        const bool tiny = m_theme.density() == Theme::Density::Tiny;
        m_numberName->setVisible(!tiny); // there the line says it
        m_typed->show(settings.typed, Wording::setting(settings.number),
                      tiny ? Wording::setting(settings.number) : QString());
        m_pad->show(Wording::settingKeep(), !settings.typed.isEmpty());
        return;
    }
    for (int group = 0; group < SettingsView::groups; ++group)
        m_lists[group]->setVisible(group == int(settings.group));
    for (SettingRow *row : m_rows)
        row->show(settings.entries); // those of other groups are not there
    const bool goods = settings.group == SettingsView::Group::Goods;
    m_about->setText(Wording::settingsAbout(settings));
    m_about->setVisible(goods || m_theme.density() != Theme::Density::Tiny);
    m_wrong->show(settings.wrong, settings.page);
}

void SettingsPage::showPaper(const SettingsView &settings)
{
    const auto value = [&settings](Item item) {
        const auto found = std::find_if(settings.entries.begin(), settings.entries.end(),
                                        [item](const SettingsView::Entry &entry) { return entry.item == item; });
        return found == settings.entries.end() ? QString() : found->value;
    };
    const ReceiptSettings words{.address = value(Item::Address), .footer = value(Item::Footer)};
    const auto paper = value(Item::PrinterPaper) == QLatin1String("58") ? PaperWidth::Mm58 : PaperWidth::Mm80;
    m_paper->show(ReceiptLayout(SampleReceipt::of({settings.shop, settings.till}, words, settings.previewedAt), paper));
}

void SettingsPage::showTabs(const SettingsView &settings)
{
    const bool filled = m_theme.tokens().border > 1; // where every edge is strong, green words say too little
    for (int group = 0; group < SettingsView::groups; ++group) {
        TouchButton *tab = m_groups[group];
        const bool here = int(settings.group) == group;
        tab->setTone(!here ? QStringLiteral("flat") : filled ? QStringLiteral("pay") : QStringLiteral("tab"));
        tab->setText(Wording::settingsGroup(SettingsView::Group(group)));
        tab->setAccessibleName(tab->text());
        tab->setEnabled(settings.step == Step::List);
    }
    m_back->setText(Wording::backHint());
    m_back->setAccessibleName(m_back->text());
}

void SettingsPage::showSays(const SettingsView &settings)
{
    const ThemeTokens &tokens = m_theme.tokens();
    QColor colour = tokens.red.ink;
    if (settings.say == Say::Kept || settings.say == Say::Imported || settings.say == Say::Exported
        || settings.say == Say::Printed)
        colour = tokens.accent.ink;
    if (settings.say == Say::KeptForRestart || settings.say == Say::PrinterIncomplete)
        colour = tokens.amber.ink;
    if (settings.say == Say::Importing || settings.say == Say::Exporting || settings.say == Say::Printing)
        colour = tokens.muted;
    for (QLabel *says : {m_says, m_numberSays}) {
        says->setStyleSheet(QStringLiteral("color: %1; font-weight: 600;").arg(colour.name()));
        says->setText(Wording::settingsSays(settings));
        says->setVisible(!says->text().isEmpty());
    }
}
