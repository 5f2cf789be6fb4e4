// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HttpListener.h"
#include "server/simulator/Simulator.h"

void Simulator::addGatewayRoutes(HttpListener &listener)
{
    const auto api = [this, &listener](const char *method, const char *pattern, auto call) {
        listener.route(method, QString::fromLatin1(pattern),
                       [this, call](const HttpRequest &request) { return (m_api.*call)(request); });
    };
    api("POST", "/v3/pay/transactions/native", &GatewayApi::createNative);
    api("GET", "/v3/pay/transactions/out-trade-no/<arg>", &GatewayApi::queryByNumber);
    api("POST", "/v3/pay/transactions/out-trade-no/<arg>/close", &GatewayApi::closeOrder);
    api("GET", "/v3/pay/transactions/id/<arg>", &GatewayApi::queryByTransactionId);
    api("GET", "/v3/certificates", &GatewayApi::certificates);

    const auto control = [this, &listener](const char *method, const char *pattern, auto call) {
        listener.route(method, QString::fromLatin1(pattern),
                       [this, call](const HttpRequest &request) { return ready((m_controls.*call)(request)); });
    };
    control("POST", "/sim/pay", &SimControls::pay);
    control("PUT", "/sim/faults", &SimControls::setFaults);
    control("PUT", "/sim/clock", &SimControls::moveClock);
    control("GET", "/sim/orders", &SimControls::orders);
    control("GET", "/sim/notifies", &SimControls::notifies);
    m_account.addRoutes(listener);
}

void Simulator::addPhoneRoutes(HttpListener &listener)
{
    const QString page = QStringLiteral("/pay/<arg>");
    listener.route("GET", page, [this](const HttpRequest &request) { return ready(m_page.show(request)); });
    listener.route("POST", page, [this](const HttpRequest &request) { return ready(m_page.decide(request)); });
}
