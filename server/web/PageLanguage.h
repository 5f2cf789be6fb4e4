// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// What a page is written in.
enum class PageLanguage { Chinese, English };

/// By a request's Accept-Language (RFC 9110, 12.5.4); Chinese unless English is wanted more.
PageLanguage pageLanguage(const QByteArray &acceptLanguage);
