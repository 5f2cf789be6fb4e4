// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/Gunzip.h"

#include <algorithm>
#include <zlib.h>

namespace {

constexpr qsizetype stepBytes = 256 * 1024;
constexpr int gzipOnly = 16; // zlib's way to say: a gzip header, and no other

Error broken(const char *what)
{
    return {ErrorCode::InvalidInput, QStringLiteral("the gzip file is broken: %1").arg(QLatin1String(what))};
}

/// zlib's state, freed whichever way it ends.
class Inflater
{
public:
    explicit Inflater(const QByteArray &packed)
    {
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData())); // zlib only reads it
        m_stream.avail_in = uInt(packed.size());
        m_ready = inflateInit2(&m_stream, MAX_WBITS + gzipOnly) == Z_OK;
    }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    bool isReady() const { return m_ready; }
    bool isAtEnd() const { return m_stream.avail_in == 0; }
    /// A gzip file may be several in a row.
    bool next() { return inflateReset(&m_stream) == Z_OK; }
    /// How many bytes came; Z_STREAM_END or an error in state.
    qsizetype read(char *target, qsizetype size, int &state)
    {
        m_stream.next_out = reinterpret_cast<Bytef *>(target);
        m_stream.avail_out = uInt(size);
        state = inflate(&m_stream, Z_NO_FLUSH);
        return size - qsizetype(m_stream.avail_out);
    }

private:
    z_stream m_stream{};
    bool m_ready = false;
};

} // namespace

bool isGzip(const QByteArray &bytes)
{
    return bytes.startsWith("\x1F\x8B");
}

Result<QByteArray> gunzip(const QByteArray &packed, qsizetype maxBytes)
{
    Inflater inflater(packed);
    if (!inflater.isReady())
        return broken("no memory");
    QByteArray text;
    int state = Z_OK;
    while (state != Z_STREAM_END || !inflater.isAtEnd()) {
        if (state == Z_STREAM_END && !inflater.next())
            return broken("it does not end");
        const qsizetype had = text.size();
        text.resize(had + std::min(stepBytes, maxBytes + 1 - had)); // one more than allowed shows that there is more
        text.resize(had + inflater.read(text.data() + had, text.size() - had, state));
        if (text.size() > maxBytes)
            return Error{ErrorCode::InvalidInput, QStringLiteral("the gzip file holds too much")};
        if (state != Z_OK && state != Z_STREAM_END)
            return broken("no gzip, or cut short");
    }
    return text;
}
