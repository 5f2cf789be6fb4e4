// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/system/Child.h"
#include "tests/window/Cable.h"
#include "tests/window/ShopServer.h"

/// A server whose WeChat Pay is a program of its own behind a cable each way, as in a shop. Phones reach WeChat Pay by
/// themselves, whatever the shop's cables do.
class DistantShop : public ShopServer
{
public:
    explicit DistantShop(int orderLifetimeS = 300);

    std::unique_ptr<Cable> out; ///< from the server to WeChat Pay
    std::unique_ptr<Cable> in; ///< from WeChat Pay to the server

protected:
    ServerConfig arranged(const ServerConfig &config) override;
    Result<ServerAddresses> found(const Result<ServerAddresses> &addresses) override;

private:
    QString folder() { return config().dataDir + QStringLiteral("/training"); }
    void writeProfile(int orderLifetimeS);

    Child m_twin;
    QUrl m_place;
    QUrl m_twinPlace;
};
