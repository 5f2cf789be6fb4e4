// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/OfficialAccount.h"

#include <QLoggingCategory>

namespace {

Q_LOGGING_CATEGORY(lcAccount, "scantill.account")

/// The future's result, or `otherwise` when it is not there in time; what comes later is nobody's.
template <class T>
QFuture<T> inTime(QFuture<T> future, std::chrono::milliseconds limit, const T &otherwise, Clock &clock,
                  QObject *context)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    const auto answer = [promise](const T &value) {
        if (promise->future().isFinished())
            return;
        promise->addResult(value);
        promise->finish();
    };
    clock.callAfter(limit, context, [answer, otherwise] { answer(otherwise); });
    future.then(context, answer);
    return promise->future();
}

/// Nothing will change when WeChat says it again: another's scene, a ticket that is over, a second phone.
bool isNoMatterOfOurs(ErrorCode code)
{
    return code == ErrorCode::NotFound || code == ErrorCode::Conflict || code == ErrorCode::Forbidden;
}

/// Names come from a till; WeChat makes links of what looks like markup.
QString plain(QString name)
{
    return name.replace(u'<', u'(').replace(u'>', u')');
}

QString messageFor(const LoginTicket &ticket, const QUrl &link)
{
    return QStringLiteral("%1 · %2\n登录收银台，请打开确认。不是您本人操作，请不要打开。\n"
                          "Sign in to this till? Open to confirm; if this was not you, do not.\n")
               .arg(plain(ticket.shop), plain(ticket.till))
           + link.toString(QUrl::FullyEncoded);
}

} // namespace

OfficialAccount::OfficialAccount(const Settings &settings, const Login &login, HttpTransport &transport, Clock &clock,
                                 QObject *parent)
    : QObject(parent), m_login(login), m_clock(clock), m_events(settings.token, clock),
      m_lines(refusalLinesAMinute, clock), m_client(settings.account, transport, clock)
{
}

QFuture<Result<void>> OfficialAccount::receive(const OfficialAccountSignature &signature, const QByteArray &body)
{
    const auto event = m_events.receive(signature, body);
    if (!event) {
        if (const auto leftOut = m_lines.next())
            qCWarning(lcAccount).noquote() << event.error().message << "lines left out:" << *leftOut;
        return ready(Result<void>(event.error()));
    }
    if (!*event || (*event)->scene.isEmpty())
        return ready(Result<void>());
    return inTime(handle(**event), answerWithin, Result<void>(), m_clock, this);
}

QFuture<Result<void>> OfficialAccount::handle(const OfficialAccountEvent &event)
{
    return m_login.scanned(event.scene, event.fromOpenid).then(this, [this, event](const Result<LoginTicket> &ticket) {
        if (ticket) {
            m_clock.callAfter(std::chrono::milliseconds(0), this,
                              [this, ticket = *ticket, openid = event.fromOpenid] { sendLink(ticket, openid); });
            return Result<void>();
        }
        if (isNoMatterOfOurs(ticket.error().code))
            return Result<void>();
        qCWarning(lcAccount).noquote() << "a scan was not noted:" << ticket.error().message;
        m_events.forget(event);
        return Result<void>(ticket.error());
    });
}

void OfficialAccount::sendLink(const LoginTicket &ticket, const QString &openid)
{
    const QUrl link = m_login.linkFor(ticket);
    if (link.isEmpty())
        return;
    m_client.sendText(openid, messageFor(ticket, link)).then(this, [](const Result<void> &sent) {
        if (!sent)
            qCWarning(lcAccount).noquote() << "the link was not sent:" << sent.error().message;
    });
}

QFuture<Result<QString>> OfficialAccount::qrFor(const LoginTicket &ticket)
{
    const auto orPage = [this, ticket](const Result<QString> &page) {
        const std::chrono::seconds life(m_clock.now().secsTo(ticket.expiresAt));
        // Where no page can be reached nobody could confirm, whoever scanned.
        if (!page || life.count() < 1)
            return ready(page);
        auto drawn = m_client.createQr(ticket.key, life).then(this, [page](const Result<QString> &qr) {
            if (!qr)
                qCWarning(lcAccount).noquote() << "the page's QR instead:" << qr.error().message;
            return qr ? qr : page;
        });
        return inTime(drawn, qrWithin, page, m_clock, this);
    };
    return m_login.pageQr(ticket).then(this, orPage).unwrap();
}
