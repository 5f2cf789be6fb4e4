// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/OpenSsl.h"

OpenSsl::Bio OpenSsl::readerOf(const QByteArray &bytes)
{
    if (bytes.isEmpty() || bytes.size() > maxPemBytes)
        return {};
    return Bio(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

QByteArray OpenSsl::contentOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? QByteArray(data, size) : QByteArray();
}

int OpenSsl::noPassphrase(char *, int, int, void *)
{
    return -1;
}
