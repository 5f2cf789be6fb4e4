// SPDX-License-Identifier: GPL-3.0-or-later
// make_icon DRAWING.svg ICON.ico: the sizes Windows shows, each painted from the drawing, as PNGs in one file.
#include <QBuffer>
#include <QDataStream>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

namespace {

QByteArray pictureOf(QSvgRenderer &drawing, int size)
{
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawing.render(&painter, QRectF(0, 0, size, size));
    painter.end();
    QBuffer bytes;
    return bytes.open(QIODevice::WriteOnly) && image.save(&bytes, "PNG") ? bytes.data() : QByteArray();
}

QByteArray iconOf(QSvgRenderer &drawing)
{
    const QList<int> sizes{16, 20, 24, 32, 40, 48, 64, 256};
    QByteArray icon, pictures;
    QDataStream head(&icon, QIODevice::WriteOnly);
    head.setByteOrder(QDataStream::LittleEndian);
    head << quint16(0) << quint16(1) << quint16(sizes.size()); // an icon
    for (const int size : sizes) {
        const QByteArray picture = pictureOf(drawing, size);
        if (picture.isEmpty())
            return {};
        head << quint8(size) << quint8(size) << quint8(0) << quint8(0) // 256 is written as 0
             << quint16(1) << quint16(32) << quint32(picture.size())
             << quint32(6 + 16 * sizes.size() + pictures.size());
        pictures += picture;
    }
    return icon + pictures;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    QSvgRenderer drawing(arguments[1]);
    const QByteArray icon = drawing.isValid() ? iconOf(drawing) : QByteArray();
    QFile file(arguments[2]);
    return !icon.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(icon) == icon.size() ? 0 : 1;
}
