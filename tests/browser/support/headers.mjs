// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

/// Fails unless the page is locked in as api.md wants it ("Scan to log in").
export function lockedIn(answer) {
    const headers = answer.headers();
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    const policy = headers['content-security-policy'].split('; ');
    for (const part of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
        assert.ok(policy.includes(part), part);
    assert.doesNotMatch(headers['content-security-policy'], /unsafe|\*|https?:/);
}
