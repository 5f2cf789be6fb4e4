// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/QrView.h"

#include "ui/Wording.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/SpokenFaces.h"

#include <QPainter>
#include <QScreen>

namespace {
constexpr int usualModules = 33; ///< WeChat's code URLs make version 3 or 4
}

QrView::QrView(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_modules(usualModules)
{
    setObjectName(QStringLiteral("qrView"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void QrView::show(const TillView &view)
{
    const bool some = !view.codeUrl.isEmpty();
    show(Face{.text = view.codeUrl,
              .name = some ? Wording::qrName(view.amount) : Wording::state(view.state, view.training),
              .icon = Icon::nameOf(view.state),
              .tint = m_theme.tint(view.state)});
}

void QrView::show(const Face &face)
{
    if (face.text != m_face.text) {
        m_symbol = QrSymbol::of(face.text);
        m_drawn = {};
        m_painted = false;
        m_modules = m_symbol.isEmpty() ? m_modules : m_symbol.size();
        updateGeometry();
    }
    m_face = face;
    SpokenFaces::name(this, face.name);
    update();
}

QRectF QrView::plate() const
{
    const int side = qMin(width(), height());
    return {(width() - side) / 2.0, (height() - side) / 2.0, qreal(side), qreal(side)};
}

qreal QrView::radius() const
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny; // there every pixel goes to the code
    return tiny ? frameWidth() + 1 : m_theme.space(18);
}

int QrView::inset() const
{
    const qreal inner = qMax(0.0, radius() - frameWidth());
    return frameWidth() + qRound(inner * 0.3); // 1 - 1/sqrt(2): a square corner just inside a round one
}

int QrView::pixelsPerModule() const
{
    if (m_symbol.isEmpty())
        return 0;
    const qreal inside = (plate().width() - 2 * inset()) * devicePixelRatioF();
    return qMax(minDevicePixelsPerModule, int(inside) / m_symbol.sizeWithBorder());
}

QRectF QrView::codeRect() const
{
    const int side = pixelsPerModule() * m_symbol.sizeWithBorder();
    const QPointF middle = plate().center() * devicePixelRatioF();
    return {qRound(middle.x() - side / 2.0) + 0.0, qRound(middle.y() - side / 2.0) + 0.0, qreal(side), qreal(side)};
}

QSize QrView::minimumSizeHint() const
{
    const qreal ratio = devicePixelRatioF();
    const bool roomy = m_theme.density() == Theme::Density::Regular;
    // A small window can't give 320 to the code and its border on top: there the two have them together.
    qreal codePx = roomy ? minLogicalPx * ratio : 0;
    // The screen's millimetres do not know of scaling: count them in its native pixels. Some say 0; then the logical
    // pixels alone decide.
    const QScreen *screen = this->screen();
    const qreal nativeWidth = screen->geometry().width() * screen->devicePixelRatio();
    if (screen->physicalSize().width() > 0 && nativeWidth > 0)
        codePx = qMax(codePx, minMillimetres * nativeWidth / screen->physicalSize().width());
    const int withBorder = m_modules + 2 * QrSymbol::borderModules;
    const int perModule =
        qMax(qMax(minDevicePixelsPerModule, qCeil(codePx / m_modules)), qCeil(minLogicalPx * ratio / withBorder));
    const int side = qCeil(perModule * withBorder / ratio) + 2 * inset() + 2;
    return {side, side};
}

void QrView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QTransform toDevice = painter.deviceTransform();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal half = frameWidth() / 2.0;
    painter.setPen(QPen(m_face.tint.mark, frameWidth()));
    painter.setBrush(showsCode() ? QColor(Qt::white) : m_theme.tokens().surface);
    painter.drawRoundedRect(plate().adjusted(half, half, -half, -half), radius(), radius());
    if (!showsCode()) {
        paintWhyNot(painter, plate());
        return;
    }
    // Straight onto the device's own pixels: what the widget's scaling would round differently from row to row.
    const QPointF corner = toDevice.map(QPointF(0, 0)) + codeRect().topLeft();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform, false);
    painter.setWorldTransform(QTransform::fromTranslate(qRound(corner.x()), qRound(corner.y())) * toDevice.inverted());
    const int scale = pixelsPerModule();
    if (m_drawn.width() != scale * m_symbol.sizeWithBorder())
        m_drawn = m_symbol.image(scale);
    painter.drawImage(0, 0, m_drawn);
    if (!std::exchange(m_painted, true))
        emit codePainted();
}

void QrView::paintWhyNot(QPainter &painter, const QRectF &plate) const
{
    const qreal side = plate.width() * 0.24;
    QRectF where(0, 0, side, side);
    where.moveCenter(plate.center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_face.tint.soft);
    painter.drawEllipse(plate.center(), side, side);
    Icon::paint(painter, m_face.icon, where, m_face.tint.mark);
}
