// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/Gzip.h"

#include <zlib.h>

QByteArray gzipped(const QByteArray &bytes)
{
    constexpr int gzipFormat = 16; // added to the window's bits, by zlib's manual
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzipFormat, MAX_MEM_LEVEL,
                     Z_DEFAULT_STRATEGY)
        != Z_OK)
        return {};
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    QByteArray plain = bytes; // zlib's interface takes what it only reads as writable
    stream.next_in = reinterpret_cast<Bytef *>(plain.data());
    stream.avail_in = uInt(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return whole ? packed : QByteArray();
}
