// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/DistantShop.h"

namespace {

const QHostAddress farAddress(QStringLiteral("127.0.0.2"));

QUrl placeOn(quint16 port)
{
    return QUrl(QStringLiteral("http://%1:%2").arg(farAddress.toString()).arg(port));
}

} // namespace

DistantShop::DistantShop(int orderLifetimeS)
    : ShopServer(Later()), m_twin(QStringLiteral(SIMULATOR), config().dataDir + QStringLiteral("/twin.log")),
      m_place(placeOn(config().port)), m_twinPlace(placeOn(config().simulatorPort))
{
    in = std::make_unique<Cable>(m_place);
    out = std::make_unique<Cable>(m_twinPlace);
    m_twin.setArguments({"--data-dir", folder(), "--host", m_twinPlace.host(), "--port",
                         QString::number(m_twinPlace.port()), "--code-url", "http", "--notify-url",
                         in->near().toString() + "/wechatpay/notify"});
    if (m_twin.start().isEmpty())
        qFatal("%s", m_twin.log().constData());
    writeProfile(orderLifetimeS);
    start();
}

void DistantShop::writeProfile(int orderLifetimeS)
{
    QFile file(folder() + QStringLiteral("/merchant_profile.json"));
    if (!file.open(QIODevice::ReadWrite))
        qFatal("no profile");
    QJsonObject profile = QJsonDocument::fromJson(file.readAll()).object();
    profile["api_base"] = out->near().toString();
    profile["order_lifetime_s"] = orderLifetimeS;
    file.resize(0);
    file.write(QJsonDocument(profile).toJson());
}

ServerConfig DistantShop::arranged(const ServerConfig &config)
{
    ServerConfig own = config;
    own.training = false; // it has a profile; its money is none, for that leads to no WeChat Pay
    own.profileFile = folder() + QStringLiteral("/merchant_profile.json");
    own.host = farAddress;
    own.port = quint16(m_place.port());
    own.phoneListen.reset();
    return own;
}

Result<ServerAddresses> DistantShop::found(const Result<ServerAddresses> &addresses)
{
    if (!addresses)
        return addresses;
    ServerAddresses whole = *addresses;
    whole.simulator = m_twinPlace.toString();
    return whole;
}
