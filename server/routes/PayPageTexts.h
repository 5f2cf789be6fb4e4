// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/web/PageLanguage.h"

#include <QString>

/// Every word on the practice pay page, in Chinese or in English.
class PayPageTexts
{
public:
    explicit PayPageTexts(PageLanguage language) : m_english(language == PageLanguage::English) {}

    QString lang() const { return pick("zh-CN", "en"); }
    QString title() const { return pick("扫码收款", "Scan to pay"); }
    QString badge() const { return pick("练习 · 不会真的收钱", "Practice · no real money"); }
    QString goods() const { return pick("练习订单", "Practice order"); }
    QString due() const { return pick("应收", "To pay"); }
    QString tail() const { return pick("单号尾号", "Order ends in"); }
    QString left() const { return pick("收款码有效时间", "Code valid for"); }

    QString waiting() const { return pick("等待顾客付款", "Waiting for the customer"); }
    QString creating() const { return pick("正在出码", "Making the code"); }
    QString closing() const { return pick("正在取消", "Cancelling"); }
    QString paid() const { return pick("练习收款成功\u00a0· 没有真的收钱", "Practice paid · no real money"); }
    QString closed() const { return pick("这一单已关闭", "This order is closed"); }
    QString expired() const { return pick("收款码已过期", "The code has expired"); }
    QString trouble() const { return pick("连接中断，正在重连", "Connection lost, trying again"); }

    QString hint() const { return pick("用手机扫码，或者点“模拟付款”", "Scan with a phone, or simulate it"); }
    QString mock() const { return pick("模拟付款（练习）", "Simulate payment"); }
    QString another() const { return pick("再来一单", "Another order"); }
    QString noScript() const
    {
        return pick("脚本没有运行：付款后请点这里刷新", "No script runs here: reload after paying");
    }

private:
    QString pick(const char *chinese, const char *english) const
    {
        return QString::fromUtf8(m_english ? english : chinese);
    }
    bool m_english;
};
