// SPDX-License-Identifier: GPL-3.0-or-later
// The guides' pictures, painted by the program's own windows: guide_pictures DIRECTORY writes them into DIRECTORY/zh
// and DIRECTORY/en. Their clock stands still, so that they change with the screens only, but for a shade at the edge of
// a large digit.
#include "tests/support/Receipts.h"
#include "tests/ui/LookWindow.h"
#include "tests/ui/customer/CustomerRig.h"
#include "ui/receipt/ReceiptPreview.h"
#include "ui/widgets/TickView.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>

namespace {

constexpr QSize cashiersScreen(1366, 768);
constexpr QSize customersScreen(1024, 600);
constexpr int receiptWidth = 420;
constexpr std::chrono::minutes openedFor{10 * 60
                                         + 42}; ///< since the virtual clock's midnight: when the scenes' sales are

struct Picture
{
    const char *file;
    const char *scene;
};

/// Of the cashier's window while real money is taken.
constexpr Picture live[] = {{"sign-in", "lock"},
                            {"ready", "ready-empty"},
                            {"sum", "ready-sum"},
                            {"waiting", "waiting"},
                            {"typed-ahead", "waiting-next"},
                            {"cancel", "waiting-ask"},
                            {"paid", "paid"},
                            {"checking", "checking"},
                            {"expired", "expired"},
                            {"manager", "manager"},
                            {"check", "check"},
                            {"check-this", "check-this"},
                            {"check-none", "check-none"},
                            {"bill", "ready-bill"},
                            {"goods", "goods"},
                            {"discount", "sheet-discounts"},
                            {"held", "sheet-held"},
                            {"cash", "sheet-cash-typed"},
                            {"change", "paid-cash"},
                            {"other-way", "sheet-other"},
                            {"orders", "history"},
                            {"export", "history-export"},
                            {"refund", "refund-choose"},
                            {"refund-amount", "refund-amount-confirm"},
                            {"refund-supervisor", "refund-supervisor"},
                            {"refund-done", "refund-done"},
                            {"inbox", "inbox"},
                            {"inbox-reason", "inbox-reason"},
                            {"phone-number", "lock-scanned"},
                            {"phone-new", "lock-binding"},
                            {"printer", "settings-receipt"},
                            {"no-paper", "ready-printer-3"},
                            {"trouble", "ready-empty"},
                            {"settings-goods", "settings-goods-wrong"},
                            {"add-till", "add-till"},
                            {"join-certificate", "join-certificate"},
                            {"timeline", "timeline"}};
constexpr Picture practice[] = {{"practice", "waiting"}, {"practice-paid", "paid"}};
constexpr Picture customers[] = {{"customer-bill", "lines"}, {"customer-code", "code"}, {"customer-paid", "paid"}};

TillView viewOf(const char *scene, bool training)
{
    for (const LookScene &each : LookScene::all(training))
        if (each.name == QLatin1String(scene))
            return each.view;
    qFatal("no scene %s", scene);
}

/// Scenes are as bad as can be, for tests; a guide's are what a cashier sees.
TillView viewOf(const Picture &picture, bool training)
{
    TillView view = viewOf(picture.scene, training);
    const QLatin1String file(picture.file);
    if (file.startsWith(QLatin1String("goods"))) {
        for (SellingView::Tile &tile : view.selling.tiles)
            tile.price = qMin(tile.price, *Money::fromFen(2'600));
    } else if (file == QLatin1String("trouble")) {
        view.strip.online = false;
        view.strip.parked = 1;
    } else if (file == QLatin1String("refund-supervisor")) {
        RefundView &refund = view.office.refund;
        refund.amount = refund.sale.paid = refund.sale.left = *Money::fromFen(26'000);
        refund.past.clear();
    } else if (file == QLatin1String("settings-goods")) {
        view.office.settings.wrong = view.office.settings.wrong.mid(0, 2);
    } else if (file == QLatin1String("printer")) {
        view.office.settings.say = SettingsView::Say::Nothing;
    } else if (file.startsWith(QLatin1String("inbox"))) {
        InboxView &inbox = view.office.inbox;
        inbox.items.removeLast();
        inbox.open = int(inbox.items.size());
        view.strip.cases = inbox.open;
    }
    return view;
}

bool keep(QWidget &window, const QDir &folder, const char *file)
{
    for (auto *tick : window.findChildren<TickView *>())
        tick->finish();
    return window.grab()
        .toImage()
        .convertToFormat(QImage::Format_RGB32)
        .save(folder.filePath(QLatin1String(file) + QStringLiteral(".png")));
}

bool paintCashiers(const QDir &folder, Language::Tongue tongue)
{
    LookWindow look(cashiersScreen, tongue, Theme::Mode::Light, LookWindow::Painted::No);
    look.clock.advance(openedFor);
    const auto paint = [&](const auto &pictures, bool training) {
        return std::all_of(std::begin(pictures), std::end(pictures), [&](const Picture &picture) {
            look.show(viewOf(picture, training));
            return keep(look.window, folder, picture.file);
        });
    };
    if (!paint(live, false) || !paint(practice, true))
        return false;
    look.show("ready-bill", false);
    look.window.toggleHelp();
    look.settle();
    return keep(look.window, folder, "keys");
}

bool paintInTheDark(const QDir &folder, Language::Tongue tongue)
{
    LookWindow look(cashiersScreen, tongue, Theme::Mode::Dark, LookWindow::Painted::No);
    look.clock.advance(openedFor);
    look.show(viewOf(Picture{"goods-dark", "goods"}, false));
    return keep(look.window, folder, "goods-dark");
}

bool paintCustomers(const QDir &folder, Language::Tongue tongue)
{
    const Screens::Place second{QStringLiteral("B"), QRect(QPoint(cashiersScreen.width(), 0), customersScreen)};
    CustomerRig rig(CustomerWindow::Where::Auto, {CustomerRig::cashiers, second}, Theme::Mode::Light, tongue);
    rig.window.setAttribute(Qt::WA_DontShowOnScreen);
    rig.open();
    return std::all_of(std::begin(customers), std::end(customers), [&](const Picture &picture) {
        for (const CustomerScene &scene : CustomerScene::all(false))
            if (scene.name == QLatin1String(picture.scene))
                rig.show(scene.view);
        return keep(rig.window, folder, picture.file);
    });
}

bool paintReceipts(const QDir &folder, Language::Tongue tongue)
{
    const Language language(tongue);
    const auto paint = [&](const char *file, const Receipt &receipt) {
        ReceiptPreview preview;
        preview.show(ReceiptLayout(receipt, PaperWidth::Mm80));
        preview.resize(receiptWidth, preview.heightForWidth(receiptWidth));
        return keep(preview, folder, file);
    };
    return paint("receipt", Receipts::sale()) && paint("receipt-copy", Receipts::copy());
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QDir directory(app.arguments().value(1, QStringLiteral(".")));
    for (const auto &[tongue, name] : {std::pair(Language::Tongue::Chinese, "zh"), {Language::Tongue::English, "en"}}) {
        const QDir folder(directory.filePath(QLatin1String(name)));
        folder.mkpath(QStringLiteral("."));
        if (!paintCashiers(folder, tongue) || !paintInTheDark(folder, tongue) || !paintCustomers(folder, tongue)
            || !paintReceipts(folder, tongue)) {
            QTextStream(stderr) << "a picture could not be written into " << folder.path() << Qt::endl;
            return 1;
        }
    }
    return 0;
}
