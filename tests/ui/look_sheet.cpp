// SPDX-License-Identifier: GPL-3.0-or-later
// Contact sheets for eyes: look_sheet DIRECTORY [PART] paints every screen of the cashier's window, every face of the
// customer's and the receipts into DIRECTORY/zh-light.png and so on, a sheet for each language and theme, and
// DIRECTORY/overview.png with the main ones beside each other. With PART only the sheets whose name contains it.
#include "tests/support/Receipts.h"
#include "tests/ui/LookWindow.h"
#include "tests/ui/customer/CustomerRig.h"
#include "ui/receipt/ReceiptPreview.h"
#include "ui/widgets/TickView.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QTextStream>

namespace {

struct Tile
{
    QString caption;
    QImage picture; ///< as large as it stands on the sheet
};
using Row = QList<Tile>;

constexpr int tileWidth = 440;
constexpr int receiptWidth = 290;
constexpr int columns = 8;
constexpr int gap = 16;
constexpr int captionHeight = 24;
constexpr QSize screen(1366, 768);

struct Sheet
{
    Language::Tongue tongue;
    Theme::Mode mode;
    QString name;
};

QList<Sheet> sheets()
{
    QList<Sheet> all;
    for (const auto &[tongue, code] : {std::pair(Language::Tongue::Chinese, "zh"), {Language::Tongue::English, "en"}})
        for (const auto &[mode, theme] : {std::pair(Theme::Mode::Light, "light"),
                                          {Theme::Mode::Dark, "dark"},
                                          {Theme::Mode::HighContrast, "contrast"}})
            all.append({tongue, mode, QLatin1String(code) + u'-' + QLatin1String(theme)});
    return all;
}

Tile tileOf(const QString &caption, QWidget &window, int width)
{
    for (auto *tick : window.findChildren<TickView *>())
        tick->finish();
    return {caption, window.grab().toImage().scaledToWidth(width, Qt::SmoothTransformation)};
}

Row cashiers(const Sheet &sheet)
{
    LookWindow look(screen, sheet.tongue, sheet.mode, LookWindow::Painted::No);
    Row row;
    for (const LookScene &scene : LookScene::all(false)) {
        look.show(scene.view);
        row.append(tileOf(scene.name, look.window, tileWidth));
    }
    for (const char *name :
         {"ready-bill", "waiting", "checking", "paid", "paid-cash", "lock", "history", "refund-choose"}) {
        look.show(name, true);
        row.append(tileOf(QLatin1String(name) + QStringLiteral(", practice"), look.window, tileWidth));
    }
    for (const char *name : {"ready-bill", "waiting", "lock", "history"}) {
        look.show(name, false);
        look.window.toggleHelp();
        look.settle();
        row.append(tileOf(QLatin1String(name) + QStringLiteral(", F1"), look.window, tileWidth));
        look.window.toggleHelp();
    }
    return row;
}

Row customers(const Sheet &sheet)
{
    CustomerRig rig(CustomerWindow::Where::Auto, {CustomerRig::cashiers, {QStringLiteral("B"), {{1366, 0}, screen}}},
                    sheet.mode, sheet.tongue);
    rig.window.setAttribute(Qt::WA_DontShowOnScreen);
    rig.open();
    Row row;
    for (const bool training : {false, true}) {
        for (const CustomerScene &scene : CustomerScene::all(training)) {
            rig.show(scene.view);
            const QString caption = QStringLiteral("customer: ") + scene.name;
            row.append(tileOf(training ? caption + QStringLiteral(", practice") : caption, rig.window, tileWidth));
        }
    }
    return row;
}

Row receipts(const Sheet &sheet)
{
    const Language language(sheet.tongue);
    Row row;
    for (const auto paper : {PaperWidth::Mm80, PaperWidth::Mm58}) {
        for (const auto &[name, receipt] : Receipts::all()) {
            ReceiptPreview preview;
            preview.show(ReceiptLayout(receipt, paper));
            preview.resize(preview.sizeHint());
            row.append(tileOf(QStringLiteral("receipt: ") + QLatin1String(name), preview,
                              paper == PaperWidth::Mm80 ? receiptWidth : receiptWidth * 2 / 3));
        }
    }
    return row;
}

int widthOf(const Row &row)
{
    int width = gap;
    for (const Tile &tile : row)
        width += tile.picture.width() + gap;
    return width;
}

int heightOf(const Row &row)
{
    int height = 0;
    for (const Tile &tile : row)
        height = qMax(height, tile.picture.height());
    return captionHeight + height + gap;
}

void paintRow(QPainter &painter, const Row &row, int top)
{
    int left = gap;
    for (const Tile &tile : row) {
        painter.setPen(QColor(0xE8EAED));
        painter.drawText(QRect(left, top, tile.picture.width() + gap, captionHeight), Qt::AlignVCenter, tile.caption);
        painter.drawImage(left, top + captionHeight, tile.picture);
        left += tile.picture.width() + gap;
    }
}

bool save(const QList<Row> &rows, const QString &path)
{
    QSize size(0, gap);
    for (const Row &row : rows)
        size = {qMax(size.width(), widthOf(row)), size.height() + heightOf(row)};
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(0x3A4048)); // neither of the themes' grounds
    QPainter painter(&image);
    painter.setFont(Theme::fontOfPixels(14));
    int top = gap;
    for (const Row &row : rows) {
        paintRow(painter, row, top);
        top += heightOf(row);
    }
    painter.end();
    QTextStream(stdout) << path << Qt::endl;
    return image.save(path);
}

/// The main screens of a sheet, for the overview.
Row mainOf(const Row &all, const QString &sheet)
{
    Row row;
    for (const char *name :
         {"ready-bill", "goods", "waiting", "checking", "paid", "history", "lock", "customer: code", "customer: lines"})
        for (const Tile &tile : all)
            if (tile.caption == QLatin1String(name))
                row.append({sheet + QStringLiteral(": ") + tile.caption, tile.picture});
    return row;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QDir directory(app.arguments().value(1, QStringLiteral(".")));
    directory.mkpath(QStringLiteral("."));
    QList<Row> overview;
    for (const Sheet &sheet : sheets()) {
        if (!sheet.name.contains(app.arguments().value(2)))
            continue;
        const Row screens = cashiers(sheet) + customers(sheet);
        QList<Row> rows;
        for (qsizetype first = 0; first < screens.size(); first += columns)
            rows.append(screens.mid(first, columns));
        rows.append(receipts(sheet));
        overview.append(mainOf(screens, sheet.name));
        if (!save(rows, directory.filePath(sheet.name + QStringLiteral(".png"))))
            return 1;
    }
    return save(overview, directory.filePath(QStringLiteral("overview.png"))) ? 0 : 1;
}
