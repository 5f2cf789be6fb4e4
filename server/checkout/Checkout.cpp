// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/Checkout.h"

Checkout::Checkout(OrderStore &store, PaymentProvider &provider, Clock &clock, const CheckoutSettings &settings)
    : m_store(store), m_clock(clock), m_settings(settings), m_budget(clock, settings.queriesPerSecond),
      m_line(provider, m_budget),
      m_codes(store, m_line, clock, settings, [this](const PaymentEvent &seen) { return settledOrder(seen); }),
      m_ladder(
          m_line, clock, settings, [this](const PaymentEvent &seen) { return settledOrder(seen); },
          [this](const OutTradeNo &number, const QString &operatorId) { return closeIfVanished(number, operatorId); }),
      m_reconciler(store, m_line, m_budget, clock, settings,
                   {.settle = [this](const PaymentEvent &seen) { return settledOrder(seen); },
                    .askCode = [this](const OutTradeNo &number) { askCodeBehind(number); },
                    .close = [this](const OutTradeNo &number) { closeBehind(number); }})
{
    connect(&m_codes, &CodeRequests::happened, this, &Checkout::happened);
    connect(&m_ladder, &CancelLadder::ended, &m_reconciler, &Reconciler::forget);
    connect(this, &Checkout::happened, this, [this](const Order &order, const OrderEvent &event) {
        m_reconciler.heard(order, event);
        m_ladder.heard(order);
    });
}

void Checkout::start()
{
    m_reconciler.start();
}

QFuture<Result<Checkout::Placed>> Checkout::place(const NewOrder &wanted)
{
    if (const auto fits = wanted.check(); !fits)
        return ready(Result<Placed>(fits.error()));
    const NewOrder::Beginning begun = wanted.begin(m_settings, m_clock.now());
    return m_store.insert(begun.order, begun.events, wanted.wantsPickupNo)
        .then(this,
              [this, wanted, events = begun.events](const Result<OrderStore::Inserted> &inserted) {
                  if (!inserted)
                      return ready(Result<Placed>(inserted.error()));
                  const Order &booked = inserted->order;
                  if (!wanted.isFor(booked))
                      return ready(Result<Placed>(
                          Error{ErrorCode::Conflict, QStringLiteral("the number is in use with other parameters")}));
                  for (const auto &event : inserted->isNew ? events : QList<OrderEvent>())
                      emit happened(booked, event);
                  return withCode(*inserted);
              })
        .unwrap();
}

QFuture<Result<Checkout::Placed>> Checkout::withCode(const OrderStore::Inserted &inserted)
{
    const bool isNew = inserted.isNew;
    const Order &order = inserted.order;
    if (!wantsCode(order))
        return ready(Result<Placed>(Placed{order, isNew}));
    return m_codes.ask(order).then(this, [isNew, bill = order.bill](const Result<Order> &answered) -> Result<Placed> {
        if (!answered)
            return answered.error();
        Placed placed{*answered, isNew};
        placed.order.bill = bill;
        return placed;
    });
}

bool Checkout::wantsCode(const Order &order) const
{
    return order.codeUrl.isEmpty() && !order.isSettled() && !order.closing && m_clock.now() < order.expiresAt;
}

void Checkout::askCodeBehind(const OutTradeNo &number)
{
    m_store.load(number).then(this, [this](const Result<Order> &order) {
        if (order && wantsCode(*order))
            (void)m_codes.ask(*order);
    });
}

QFuture<Result<Order>> Checkout::order(const OutTradeNo &number)
{
    return m_store.load(number);
}

QFuture<Result<OrderPage>> Checkout::orders(const OrderFilter &filter)
{
    return m_store.list(filter);
}

QFuture<Result<OrderHistory>> Checkout::history(const OutTradeNo &number, qint64 after)
{
    return m_store.history(number, after);
}

QFuture<Result<QList<PaymentCase>>> Checkout::cases(const QString &state)
{
    return m_store.cases(state);
}

QFuture<Result<Order>> Checkout::query(const OutTradeNo &number)
{
    return m_store.load(number)
        .then(this,
              [this, number](const Result<Order> &known) {
                  if (!known || known->tender != Tender::WeChatPay)
                      return ready(known);
                  return m_line.query(number)
                      .then(this,
                            [this, known](const Result<PaymentEvent> &seen) {
                                if (seen)
                                    return settledOrder(*seen);
                                if (seen.error().code == ErrorCode::NotFound) // WeChat has not heard of it (yet)
                                    return m_store.load(known->outTradeNo);
                                return ready(Result<Order>(seen.error()));
                            })
                      .unwrap();
              })
        .unwrap();
}

QFuture<Result<PaymentEvent>> Checkout::lookUp(const OutTradeNo &number)
{
    return settled(m_line.query(number));
}

QFuture<Result<PaymentEvent>> Checkout::lookUp(const QString &transactionId)
{
    return settled(m_line.queryByTransactionId(transactionId));
}

QFuture<Result<PaymentEvent>> Checkout::settled(QFuture<Result<PaymentEvent>> answer)
{
    return answer
        .then(this,
              [this](const Result<PaymentEvent> &seen) {
                  if (!seen)
                      return ready(seen);
                  return settle(*seen).then(this, [seen](const Result<OrderChange> &change) {
                      return change ? seen : Result<PaymentEvent>(change.error());
                  });
              })
        .unwrap();
}

QFuture<Result<Order>> Checkout::close(const OutTradeNo &number, const QString &operatorId)
{
    return m_store.setClosing(number, true)
        .then(this,
              [this, number, operatorId](const Result<Order> &marked) {
                  if (!marked || marked->isSettled())
                      return ready(marked);
                  m_codes.giveUp(number);
                  m_reconciler.closing(number);
                  return m_ladder.climb(number, operatorId)
                      .then(this,
                            [this, number](const Result<Order> &order) {
                                return order ? ready(order) : m_store.load(number);
                            })
                      .unwrap();
              })
        .unwrap();
}

void Checkout::closeBehind(const OutTradeNo &number)
{
    m_store.setClosing(number, true).then(this, [this, number](const Result<Order> &marked) {
        const bool isOpen = marked && !marked->isSettled();
        if (isOpen)
            m_codes.giveUp(number);
        if (!isOpen || !m_ladder.round(number))
            m_budget.giveBack();
        if (marked && !isOpen)
            m_reconciler.forget(number);
    });
}

QFuture<Result<OrderChange>> Checkout::settle(const PaymentEvent &seen)
{
    return m_store.settle(seen, m_clock.now()).then(this, [this](const Result<OrderChange> &change) {
        if (change)
            announce(*change);
        return change;
    });
}

QFuture<Result<Order>> Checkout::settledOrder(const PaymentEvent &seen)
{
    return settle(seen).then(this, [](const Result<OrderChange> &change) -> Result<Order> {
        if (!change)
            return change.error();
        if (!change->order)
            return Error{ErrorCode::NotFound, QStringLiteral("no such order")};
        return *change->order;
    });
}

QFuture<Result<Order>> Checkout::closeIfVanished(const OutTradeNo &number, const QString &operatorId)
{
    // WeChat knows no such order. While a request for its code may still arrive there, or a code that was shown says
    // otherwise, that proves nothing; without either nobody can pay it.
    if (m_codes.giveUp(number))
        return m_store.load(number);
    const auto close = [now = m_clock.now(), operatorId](Order &order) -> std::optional<OrderEvent> {
        if (order.isFinal() || (!order.codeUrl.isEmpty() && now < order.expiresAt.addSecs(60)))
            return std::nullopt;
        order.state = TradeState::Closed;
        order.closing = false;
        return OrderEvent{
            .at = now, .type = EventType::Closed, .source = toText(Witness::Query), .operatorId = operatorId};
    };
    return m_store.change(number, close).then(this, [this](const Result<OrderChange> &change) -> Result<Order> {
        if (!change)
            return change.error();
        announce(*change);
        return *change->order;
    });
}

void Checkout::announce(const OrderChange &change)
{
    if (change.order && change.event)
        emit happened(*change.order, *change.event);
    if (change.newCase)
        emit caseOpened(*change.newCase);
}
