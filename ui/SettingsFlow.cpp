// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/SettingsFlow.h"

#include <QStandardPaths>

SettingsFlow::SettingsFlow(const Till &till, LoginDesk &people, GoodsSheetDesk &sheets, GoodsShelf &shelf, Clock &clock,
                           const PairingFlows &pairing, QObject *parent)
    : QObject(parent), m_till(till), m_clock(clock), m_pin(people, clock, till.training), m_sheets(sheets, shelf),
      m_printer(till.values["printer"].toObject()), m_pairing(pairing)
{
    connect(&m_pin, &SupervisorPin::changed, this, &SettingsFlow::changed);
    connect(&m_pin, &SupervisorPin::refused, this, &SettingsFlow::refusedSound);
    connect(&m_pin, &SupervisorPin::signedIn, this, &SettingsFlow::signedIn);
    connect(&m_sheets, &GoodsSheets::changed, this, &SettingsFlow::changed);
    connect(&m_sheets, &GoodsSheets::refusedSound, this, &SettingsFlow::refusedSound);
    connect(&m_sheets, &GoodsSheets::sessionDone, this, &SettingsFlow::sessionDone);
    connect(&m_sheets, &GoodsSheets::supervisorWanted, this, [this](const QString &file) {
        if (!m_open)
            return;
        m_waitingFile = file;
        askSupervisor();
    });
    connect(&shelf, &GoodsShelf::changed, this, [this] {
        if (m_open)
            emit changed();
    });
    connectPairing();
}

void SettingsFlow::open()
{
    m_open = true;
    m_group = Group::Selling;
    m_step = Step::List;
    m_page = 0;
    m_sheets.forget();
    m_mayNotGo = false;
    say(Say::Nothing);
}

void SettingsFlow::openLeaving()
{
    if (!m_till.kiosk)
        return;
    if (m_step == Step::Supervisor && m_waitingAction == Item::LeaveKiosk)
        return; // it is asked already
    if (!m_open)
        open();
    else if (m_step != Step::List)
        return emit refusedSound(); // what is half done is ended first
    askLeave();
}

void SettingsFlow::askLeave()
{
    m_waitingAction = Item::LeaveKiosk;
    askSupervisor();
}

void SettingsFlow::close()
{
    if (!std::exchange(m_open, false))
        return;
    closePairing();
    m_step = Step::List;
    m_pin.end();
    forgetWaiting();
    emit closed();
}

void SettingsFlow::wish(const Wish &wish)
{
    if (wish.kind == Wish::Kind::Cancel)
        return back();
    switch (m_step) {
    case Step::List:
        return wishList(wish);
    case Step::Number:
        return wishNumber(wish);
    case Step::Supervisor:
        return m_pin.wish(wish);
    case Step::Preview:
        return wish.kind == Wish::Kind::Pay ? back() : void();
    case Step::AddTill:
        if (wish.kind == Wish::Kind::NewCode && m_pairing.add->view().say != AddTillView::Say::Asking)
            openAddTill();
        return;
    case Step::Join:
        return m_pairing.join->wish(wish);
    }
}

void SettingsFlow::back()
{
    if (m_step == Step::List)
        return close();
    if (m_step == Step::Join && m_pairing.join->back())
        return;
    closePairing();
    m_pin.end();
    forgetWaiting();
    m_step = Step::List;
    say(Say::Nothing);
}

void SettingsFlow::forgetWaiting()
{
    m_waiting = {};
    m_waitingFile.clear();
    m_waitingAction.reset();
}

void SettingsFlow::wishList(const Wish &wish)
{
    switch (wish.kind) {
    case Wish::Kind::SettingsGroup:
        return show(Group(std::clamp(wish.count, 0, SettingsView::groups - 1)));
    case Wish::Kind::RowUp:
        return turn(-1);
    case Wish::Kind::RowDown:
        return turn(1);
    case Wish::Kind::Type: {
        const int place = wish.text.toInt() - 1;
        if (place < 0 || place >= SettingsView::groups)
            return emit refusedSound();
        return show(Group(place));
    }
    case Wish::Kind::Setting:
        return set(Item(wish.count), wish.text);
    case Wish::Kind::MoreRows:
        ++m_page;
        return emit changed();
    case Wish::Kind::Pay:
    case Wish::Kind::Scanned:
        return emit refusedSound();
    default:
        return;
    }
}

void SettingsFlow::show(Group group)
{
    m_group = group;
    m_page = 0;
    m_sheets.forget();
    m_mayNotGo = false;
    say(Say::Nothing);
}

void SettingsFlow::turn(int by)
{
    const int to = int(m_group) + by;
    if (to < 0 || to >= SettingsView::groups)
        return emit refusedSound();
    show(Group(to));
}

void SettingsFlow::wishNumber(const Wish &wish)
{
    switch (wish.kind) {
    case Wish::Kind::Type:
        for (const QChar c : wish.text) {
            if (c < u'0' || c > u'9' || m_typed.size() >= mostDigits)
                return emit refusedSound();
            m_typed = m_typed == QLatin1String("0") ? QString(c) : m_typed + c;
        }
        return emit changed();
    case Wish::Kind::Backspace:
        m_typed.chop(1);
        return emit changed();
    case Wish::Kind::TakeBack: // a scanner's
        m_typed.chop(wish.count);
        return emit changed();
    case Wish::Kind::Clear:
        m_typed.clear();
        return emit changed();
    case Wish::Kind::Pay: {
        const SettingRule &rule = SettingRule::of(m_number);
        const auto value = rule.wished({}, m_typed);
        if (!value)
            return refuse(Say::NotThat);
        m_step = Step::List;
        if (rule.member == QLatin1String("printer"))
            return setPrinter(rule, *value);
        return change({{rule.member, *value}}, rule.restart);
    }
    case Wish::Kind::Scanned:
        return emit refusedSound();
    default:
        return;
    }
}

void SettingsFlow::set(Item item, const QString &wish)
{
    const auto control = SettingsView::controlOf(item);
    if (control == SettingsView::Control::Action)
        return act(item, wish);
    if (control == SettingsView::Control::Number) {
        m_number = item;
        m_typed.clear();
        m_step = Step::Number;
        return say(Say::Nothing);
    }
    const SettingRule &rule = SettingRule::of(item);
    const bool ofPrinter = rule.member == QLatin1String("printer");
    const QJsonObject &values = m_till.values;
    const QString now = rule.valueIn(ofPrinter ? QJsonObject{{"printer", m_printer}} : values);
    const auto value = rule.wished(now, wish);
    if (!value)
        return refuse(control == SettingsView::Control::Text ? Say::NotThat : Say::Nothing);
    if (ofPrinter)
        return setPrinter(rule, *value);
    if (rule.inner.isEmpty())
        return change({{rule.member, *value}}, rule.restart);
    QJsonObject whole = values[rule.member].toObject();
    whole[rule.inner] = *value;
    change({{rule.member, whole}}, rule.restart);
}

void SettingsFlow::act(Item item, const QString &file)
{
    switch (item) {
    case Item::TryPrint:
        say(Say::Printing);
        return emit testPrintWished();
    case Item::Preview:
        m_step = Step::Preview;
        m_previewedAt = m_clock.now();
        return say(Say::Nothing);
    case Item::ImportGoods:
        m_page = 0;
        m_say = Say::Nothing;
        return m_sheets.import(file);
    case Item::ExportGoods:
        m_say = Say::Nothing;
        return m_sheets.exportTo(file);
    case Item::AddTill:
        return openAddTill();
    case Item::JoinServer:
        return openJoin();
    case Item::LeaveKiosk:
        return m_till.kiosk ? askLeave() : void();
    default:
        return emit soundWished(item);
    }
}

/// A printer that lacks its address is not kept yet: the till would not start with it.
void SettingsFlow::setPrinter(const SettingRule &rule, const QJsonValue &value)
{
    m_printer[rule.inner] = value;
    const QString kind = SettingRule::of(Item::PrinterKind).valueIn({{"printer", m_printer}});
    if (rule.item == Item::PrinterKind)
        offerPath(kind);
    if (!printerComplete())
        return say(Say::PrinterIncomplete);
    change({{"printer", printer()}}, false);
}

/// Where such a printer usually is, until somebody says another place.
void SettingsFlow::offerPath(const QString &kind)
{
    const QString usb = QStringLiteral("/dev/usb/lp0");
    const QString line = QStringLiteral("/dev/ttyS0");
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/ScanTill");
    const QString path = m_printer["path"].toString();
    const bool offered = path.isEmpty() || path == usb || path == line || path == folder;
    if (offered && kind == QLatin1String("device"))
        m_printer["path"] = usb;
    if (offered && kind == QLatin1String("serial"))
        m_printer["path"] = line;
    if (offered && kind == QLatin1String("pdf"))
        m_printer["path"] = folder;
}

QJsonObject SettingsFlow::printer() const
{
    const QJsonObject all{{"printer", m_printer}};
    const QString kind = SettingRule::of(Item::PrinterKind).valueIn(all);
    QJsonObject of;
    for (const Item item : SettingRule::itemsOf(Group::Receipt)) {
        const SettingRule &rule = SettingRule::of(item);
        if (rule.member != QLatin1String("printer") || !rule.isOfPrinter(kind))
            continue;
        if (item == Item::PrinterKind)
            of[rule.inner] = kind;
        else if (m_printer.contains(rule.inner)) // what nobody has set is left to the program
            of[rule.inner] = m_printer[rule.inner];
    }
    return of;
}

bool SettingsFlow::printerComplete() const
{
    const QString kind = SettingRule::of(Item::PrinterKind).valueIn({{"printer", m_printer}});
    const char *must = kind == QLatin1String("none")      ? nullptr
                       : kind == QLatin1String("network") ? "host"
                       : kind == QLatin1String("system")  ? "name"
                                                          : "path";
    return !must || !m_printer[QLatin1String(must)].toString().isEmpty();
}

/// The limit above which Pay asks twice is the whole shop's: where money is real a supervisor signs for it.
void SettingsFlow::change(const QJsonObject &changed, bool restart)
{
    const bool ofShop = changed.contains(SettingRule::of(Item::BigAmount).member);
    if (!ofShop || m_till.training)
        return keep(changed, restart);
    m_waiting = changed;
    askSupervisor();
}

void SettingsFlow::keep(const QJsonObject &changed, bool restart)
{
    const auto done = m_till.keep(changed);
    if (!done)
        return refuse(done.error().code == ErrorCode::Configuration ? Say::NotThat : Say::NotKept);
    follow(changed);
    say(restart ? Say::KeptForRestart : Say::Kept);
    emit kept(changed);
}

void SettingsFlow::follow(const QJsonObject &changed)
{
    for (auto each = changed.begin(); each != changed.end(); ++each)
        m_till.values[each.key()] = each.value();
    if (m_open)
        emit this->changed();
}

void SettingsFlow::printTested(PrinterTrouble trouble)
{
    if (!m_open || m_say != Say::Printing)
        return;
    m_trouble = trouble;
    if (trouble == PrinterTrouble::None)
        return say(Say::Printed);
    refuse(Say::NotPrinted);
}

void SettingsFlow::askSupervisor()
{
    m_step = Step::Supervisor;
    m_pin.begin();
    say(Say::NeedsSupervisor);
}

void SettingsFlow::signedIn(const LoginDesk::Session &session)
{
    if (!m_open || m_step != Step::Supervisor)
        return;
    m_pin.end();
    m_step = Step::List;
    m_say = Say::Nothing;
    const QString file = std::exchange(m_waitingFile, {});
    const QJsonObject waiting = std::exchange(m_waiting, {});
    if (!file.isEmpty())
        return m_sheets.import(file, session.token);
    if (const auto action = std::exchange(m_waitingAction, {}))
        return signedFor(*action, session.token);
    keep(waiting, false);
    emit sessionDone(session.token);
}

void SettingsFlow::refuse(Say why)
{
    say(why);
    emit refusedSound();
}

void SettingsFlow::say(Say say)
{
    m_say = say;
    emit changed();
}
