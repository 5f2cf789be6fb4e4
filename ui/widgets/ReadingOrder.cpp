// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ReadingOrder.h"

#include <algorithm>

namespace {

using Widgets = QList<QWidget *>;

struct Span
{
    int from;
    int to;
};

Span spanOf(const QWidget *widget, Qt::Orientation along)
{
    const QRect place = widget->geometry();
    return along == Qt::Vertical ? Span{place.top(), place.bottom()} : Span{place.left(), place.right()};
}

/// Bands that lie wholly one after the other; one band when nothing parts them.
QList<Widgets> bands(Widgets widgets, Qt::Orientation along)
{
    std::stable_sort(widgets.begin(), widgets.end(), [along](const QWidget *one, const QWidget *other) {
        return spanOf(one, along).from < spanOf(other, along).from;
    });
    QList<Widgets> found;
    int end = 0;
    for (QWidget *widget : widgets) {
        const Span span = spanOf(widget, along);
        if (found.isEmpty() || span.from > end)
            found.append(Widgets{});
        found.back().append(widget);
        end = found.back().size() == 1 ? span.to : std::max(end, span.to);
    }
    return found;
}

/// Siblings, rows first, and columns where no row can be told from the next.
Widgets sorted(const Widgets &siblings)
{
    if (siblings.size() < 2)
        return siblings;
    for (const auto along : {Qt::Vertical, Qt::Horizontal}) {
        const auto parts = bands(siblings, along);
        if (parts.size() < 2)
            continue;
        Widgets all;
        for (const Widgets &part : parts)
            all += sorted(part);
        return all;
    }
    return siblings; // they lie over each other
}

bool canBeSeen(const QWidget &window, const QWidget *widget)
{
    const QWidget *top = window.childAt(widget->mapTo(&window, widget->rect().center()));
    return top == widget || widget->isAncestorOf(top);
}

void collect(const QWidget &window, const QWidget *parent, Widgets &found)
{
    Widgets children;
    for (QObject *child : parent->children()) {
        auto *widget = qobject_cast<QWidget *>(child);
        if (widget && !widget->isWindow() && widget->isVisible() && widget->isEnabled())
            children.append(widget);
    }
    for (QWidget *child : sorted(children)) {
        if ((child->focusPolicy() & Qt::TabFocus) && canBeSeen(window, child))
            found.append(child);
        collect(window, child, found);
    }
}

} // namespace

QList<QWidget *> ReadingOrder::of(const QWidget &window)
{
    Widgets found;
    collect(window, &window, found);
    return found;
}
