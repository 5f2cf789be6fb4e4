// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/JoinServer.h"

#include "ui/Answers.h"

namespace {

using Item = SettingsView::Item;

/// What was typed, without what people put between.
QString bareCode(const QString &typed)
{
    QString bare;
    for (const QChar c : typed.normalized(QString::NormalizationForm_KC).toUpper()) {
        if (!c.isSpace() && c.category() != QChar::Punctuation_Dash && c != u'_' && c != u'.')
            bare += c;
    }
    return bare;
}

bool isPlain(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z');
}

} // namespace

JoinServer::JoinServer(JoinDesk *desk, const Till &till, Clock &clock, QObject *parent)
    : QObject(parent), m_desk(desk), m_till(till), m_clock(clock)
{
    m_view.till = till.name();
}

bool JoinServer::open()
{
    ++m_epoch;
    const QString before = m_view.address; // whoever comes back need not type it again
    m_view = {};
    m_view.address = before.isEmpty() && m_till.shop ? m_till.shop->url.toString() : before;
    m_view.till = m_till.name();
    if (!m_desk) {
        m_view.say = Say::FixedByStart;
        return false;
    }
    return isFree();
}

void JoinServer::close()
{
    if (m_view.step == Step::Done)
        return goOn();
    ++m_epoch;
    m_view.busy = false;
    m_view.code.clear();
}

bool JoinServer::isFree()
{
    m_view.open = m_till.open();
    m_view.say = m_view.open == OpenBusiness::Nothing ? Say::Nothing : Say::StillOpen;
    return m_view.open == OpenBusiness::Nothing;
}

bool JoinServer::back()
{
    if (m_view.step == Step::Done) {
        goOn();
        return true;
    }
    if (m_view.say == Say::Joining) { // it may have happened: a few seconds tell
        emit refusedSound();
        return true;
    }
    ++m_epoch; // whatever was asked there
    if (m_view.step == Step::Address)
        return false;
    m_view.code.clear();
    show(Step::Address);
    return true;
}

void JoinServer::wish(const Wish &wish)
{
    if (m_view.step == Step::Done)
        return wish.kind == Wish::Kind::Pay ? goOn() : void();
    if (m_view.busy)
        return emit refusedSound();
    if (wish.kind == Wish::Kind::Setting)
        return typed(wish);
    if (wish.kind == Wish::Kind::Scanned) // no barcode says who a server is
        return emit refusedSound();
    if (wish.kind != Wish::Kind::Pay)
        return;
    if (m_view.step == Step::Address)
        connectTo();
    else if (m_view.step == Step::Certificate)
        refuse(Say::CompareFirst); // an Enter too many must not believe anybody
    else
        join();
}

void JoinServer::typed(const Wish &wish)
{
    const auto item = Item(wish.count);
    if (item == Item::JoinAddress && m_view.step == Step::Address) {
        m_view.address = wish.text;
        say(Say::Nothing);
    } else if (item == Item::JoinCode && m_view.step == Step::Code) {
        m_view.code = wish.text;
        say(Say::Nothing);
    } else if (item == Item::CertificateSame && m_view.step == Step::Certificate) {
        askForCode();
    } else if (item == Item::CertificateOther && m_view.step == Step::Certificate) {
        m_view.step = Step::Address;
        refuse(Say::Differs);
    }
}

void JoinServer::connectTo()
{
    if (!isFree())
        return refuse(Say::StillOpen);
    const auto url = ServerPlace::parseTyped(m_view.address);
    if (!url)
        return refuse(url.error().code == ErrorCode::Forbidden ? Say::InTheClear : Say::NotAnAddress);
    m_view.busy = true;
    say(Say::Connecting);
    whenAnswered(m_desk->look(*url), this, [this, url = *url, epoch = ++m_epoch](const Result<SeenServer> &answer) {
        if (epoch == m_epoch)
            seen(url, answer);
    });
}

void JoinServer::seen(const QUrl &url, const Result<SeenServer> &answer)
{
    m_view.busy = false;
    if (!answer)
        return refuse(answer.error().code == ErrorCode::Unverified ? Say::NoTls : Say::Unreachable);
    if (url != m_url)
        m_wrong = 0;
    m_url = url;
    m_seen = *answer;
    m_view.address = url.toString();
    m_view.fingerprint = QString::fromLatin1(m_seen.pin.hex());
    m_view.vouched = m_seen.vouched;
    if (isPinned()) {
        if (m_seen.pin.hex() != m_till.shop->pin.hex())
            return refuse(Say::OtherCertificate);
        return askForCode(); // compared already
    }
    if (m_seen.pin.isSet())
        return show(Step::Certificate);
    askForCode(); // this machine, in the clear: there is nothing to compare
}

bool JoinServer::isPinned() const
{
    return m_till.shop && m_till.shop->pin.isSet() && m_till.shop->url == m_url;
}

void JoinServer::askForCode()
{
    m_codeAskedMs = m_clock.steadyMs();
    show(Step::Code);
}

void JoinServer::join()
{
    if (!isFree())
        return refuse(Say::StillOpen);
    const QString code = bareCode(m_view.code);
    if (code.size() != codeChars || !std::all_of(code.begin(), code.end(), &isPlain))
        return refuse(Say::NotACode); // the server counts its tries
    m_view.busy = true;
    say(Say::Joining);
    // Whom an authority vouches for may have its certificate renewed; anybody else is known by this one alone, and so
    // is whoever the shop has pinned.
    const ServerPlace place(m_url, m_seen.vouched && !isPinned() ? CertificatePin() : m_seen.pin);
    whenAnswered(m_desk->join(place, code, m_view.till), this, [this, epoch = ++m_epoch](const Result<void> &answer) {
        if (answer || epoch == m_epoch) // what has happened counts, whoever has looked away
            answered(answer);
    });
}

void JoinServer::answered(const Result<void> &answer)
{
    m_view.busy = false;
    if (answer)
        return done();
    switch (answer.error().code) {
    case ErrorCode::Forbidden:
        return wrongCode();
    case ErrorCode::RateLimited:
        return refuse(Say::TooManyTries);
    case ErrorCode::ProviderUnavailable:
        return whyNotReached();
    case ErrorCode::Unknown:
        return refuse(Say::NoAnswer);
    case ErrorCode::Conflict:
        return refuse(Say::OldBusiness);
    case ErrorCode::AddressInUse:
        return refuse(Say::InUse);
    case ErrorCode::StoreFailure:
    case ErrorCode::Configuration:
        return refuse(Say::NotKept);
    default:
        m_view.refusal = codeOf(answer.error());
        return refuse(Say::Refused);
    }
}

void JoinServer::wrongCode()
{
    ++m_wrong;
    const qint64 sinceMs = m_clock.steadyMs() - m_codeAskedMs;
    const bool over = sinceMs >= std::chrono::milliseconds(codeLife).count();
    if (m_wrong >= codeTries) {
        m_wrong = 0;
        return refuse(Say::CodeDead);
    }
    refuse(over ? Say::CodeOver : Say::WrongCode);
}

/// Nobody there, or somebody else: it is looked at once more.
void JoinServer::whyNotReached()
{
    if (!m_seen.pin.isSet())
        return refuse(Say::Unreachable);
    m_view.busy = true;
    whenAnswered(m_desk->look(m_url), this, [this, epoch = ++m_epoch](const Result<SeenServer> &now) {
        if (epoch != m_epoch)
            return;
        m_view.busy = false;
        const bool byName = m_seen.vouched && !isPinned();
        const bool same = now && (byName ? now->vouched : now->pin.hex() == m_seen.pin.hex());
        if (!now || same)
            return refuse(now || now.error().code != ErrorCode::Unverified ? Say::Unreachable : Say::OtherCertificate);
        m_view.step = Step::Address; // the new one is compared like the first
        m_view.code.clear();
        refuse(Say::OtherCertificate);
    });
}

void JoinServer::done()
{
    m_view.code.clear();
    show(Step::Done);
    m_clock.callAfter(doneStays, this, [this, epoch = ++m_epoch] {
        if (epoch == m_epoch)
            goOn();
    });
}

/// Not while something is open: the page may have been left, and a sale begun, before the answer came.
void JoinServer::goOn()
{
    ++m_epoch;
    if (m_till.open() == OpenBusiness::Nothing)
        return emit joined();
    m_clock.callAfter(std::chrono::seconds(1), this, [this, epoch = m_epoch] {
        if (epoch == m_epoch)
            goOn();
    });
}

void JoinServer::show(Step step, Say what)
{
    m_view.step = step;
    m_view.busy = false;
    say(what);
}

void JoinServer::say(Say what)
{
    m_view.say = what;
    emit changed();
}

void JoinServer::refuse(Say why)
{
    say(why);
    emit refusedSound();
}
