// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/TillUnderTest.h"

#include "tests/support/QrReader.h"

#include <QLabel>
#include <QScreen>
#include <QWindow>

TillUnderTest::TillUnderTest(QSize devicePixels, Clock *clock, std::unique_ptr<ShopServer> shop,
                             CustomerWindow::Where customer, const PrinterSettings &printer)
    : m_server(shop ? std::move(shop) : std::make_unique<ShopServer>()), server(*m_server),
      m_devicePixels(devicePixels), m_customer(customer), m_printer(printer), m_clock(clock ? *clock : m_system)
{
    powerOn();
}

void TillUnderTest::powerOn()
{
    TillSettings settings;
    settings.identity = {QStringLiteral("晨光咖啡"), QStringLiteral("1 号收银台")};
    settings.theme = Theme::Mode::Light;
    settings.customer = m_customer;
    settings.printer = m_printer;
    settings.sale.paidSeconds = 2;
    settings.sale.description = settings.identity.shop;
    auto till = Till::open(settings, {QUrl(server.at().http), server.at().terminalToken},
                           server.path(QStringLiteral("till-journal.jsonl")), m_clock, m_random);
    if (!till)
        qFatal("%s", qPrintable(till.error().message));
    m_till = std::move(till).value();
    QObject::connect(&flow(), &SaleFlow::changed, &flow(), [this] {
        if (const PayState now = flow().view().state; states.isEmpty() || states.back() != now)
            states.append(now);
    });
    QObject::connect(&flow(), &SaleFlow::announce, &flow(), [this](Money amount, bool, const QString &number) {
        announced.append(amount.yuan() + u' ' + number);
        sinceAnnounced.start();
    });
    m_hand = std::make_unique<Hand>(window(), m_clock);
    m_paints = std::make_unique<PaintWatch>(window());
    QWidget &widget = window();
    widget.setGeometry(QRect(QPoint(0, 0), (QSizeF(m_devicePixels) / widget.devicePixelRatioF()).toSize()));
    widget.show();
    widget.activateWindow();
    if (!QTest::qWaitForWindowExposed(&widget, patienceMs))
        qFatal("the window does not appear");
    m_till->openCustomer(false);
    m_till->start();
}

void TillUnderTest::powerCut()
{
    m_paints.reset();
    m_hand.reset();
    m_till.reset();
}

bool TillUnderTest::comesTo(PayState wanted) const
{
    return QTest::qWaitFor([&] { return state() == wanted; }, patienceMs);
}

bool TillUnderTest::bringUpCode(const QString &amount)
{
    m_hand->type(amount);
    m_hand->press(Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
    return comesTo(PayState::Waiting) && QTest::qWaitFor([this] { return !code().isEmpty(); }, patienceMs);
}

QWidget *TillUnderTest::visible(const char *name) const
{
    for (auto *widget : m_till->window().findChildren<QWidget *>(QLatin1String(name))) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

QString TillUnderTest::words(const char *name) const
{
    const QWidget *widget = visible(name);
    if (!widget)
        return {};
    const auto *label = qobject_cast<const QLabel *>(widget);
    return label ? label->text() : widget->accessibleName();
}

QImage TillUnderTest::pictureOf(const QWidget &window)
{
    QImage picture = window.screen()->grabWindow(window.winId()).toImage();
    picture.setDevicePixelRatio(1);
    return picture;
}

QString TillUnderTest::code() const
{
    return QrReader::read(picture()).text;
}

bool TillUnderTest::isPaidInPicture() const
{
    const QWidget *panel = visible("paidPanel");
    if (!panel)
        return false;
    const QImage picture = this->picture();
    const qreal ratio = panel->devicePixelRatioF();
    const Theme theme(Theme::Mode::Light);
    int hatch = 0;
    int stripe = 0;
    const int y = panel->mapTo(&m_till->window(), QPoint(0, 12)).y();
    for (int x = 40; x < panel->width() - 40; ++x) {
        const QColor colour =
            picture.pixelColor((QPointF(panel->mapTo(&m_till->window(), QPoint(x, 0)).x(), y) * ratio).toPoint());
        hatch += colour == theme.tokens().hatch;
        stripe += colour == theme.tokens().hatchStripe;
    }
    const int enough = (panel->width() - 80) / 4;
    return hatch > enough && stripe > enough;
}
