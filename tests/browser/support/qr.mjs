// SPDX-License-Identifier: GPL-3.0-or-later
import jsQr from 'jsqr';
import { PNG } from 'pngjs';

/// What a phone's camera would read where the element is on the screen; null for nothing.
export async function readQr(locator) {
    const { data, width, height } = PNG.sync.read(await locator.screenshot());
    return jsQr(new Uint8ClampedArray(data), width, height)?.data ?? null;
}
