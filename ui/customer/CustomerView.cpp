// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customer/CustomerView.h"

#include "ui/Wording.h"
#include "ui/models/TillView.h"

namespace {

using Face = CustomerView::Face;

/// Locking leaves the sale on the screen: its code may be being scanned right now.
Face faceOf(const TillView &till)
{
    const bool code = !till.codeUrl.isEmpty();
    switch (till.state) {
    case PayState::Ready:
        if (till.lock.locked)
            return Face::Away;
        return till.entry.isEmpty() && till.selling.lines.isEmpty() ? Face::Shop : Face::Ringing;
    case PayState::Creating:
        return Face::Making;
    case PayState::Waiting:
    case PayState::Checking: // asked by the cashier, or offline: the code stays, for it can be paid
        return code ? Face::Code : Face::Checking;
    case PayState::Paid:
        return Face::Paid;
    case PayState::Cancelling:
        return Face::Checking;
    case PayState::Cancelled:
        return Face::NotPaid;
    case PayState::Expired:
        return Face::Expired;
    case PayState::CallManager:
        break;
    }
    return Face::AskCashier;
}

/// What is bought, a line each; what is still being typed has no amount yet, and discounts are said in one sum.
QList<CustomerLine> linesOf(const SellingView &selling)
{
    using Kind = SellingView::LineKind;
    QList<CustomerLine> lines;
    for (const auto &line : selling.lines) {
        if (line.amount && (line.kind == Kind::Goods || line.kind == Kind::Typed))
            lines.append({.name = Wording::lineName(line),
                          .quantity = std::max(1, line.quantity.toInt()),
                          .amount = *line.amount});
    }
    return lines;
}

} // namespace

CustomerView customerViewOf(const TillView &till)
{
    CustomerView view{.face = faceOf(till), .training = till.training};
    if (view.face == Face::Ringing) {
        view.amount = till.entry.total;
        view.lines = linesOf(till.selling);
        view.saved = till.selling.saved;
    }
    if (view.face == Face::Code || view.face == Face::Paid)
        view.amount = till.amount;
    if (view.face == Face::Code) {
        view.codeUrl = till.codeUrl;
        view.secondsLeft = till.secondsLeft;
    }
    if (view.face == Face::Paid)
        view.pickupNo = till.pickupNo;
    return view;
}
