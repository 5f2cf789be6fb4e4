// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';

/// The phones people hold, narrowest to widest, in CSS pixels.
export const phones = [
    { width: 320, height: 640 },
    { width: 360, height: 740 },
    { width: 375, height: 812 },
    { width: 430, height: 932 },
];

/// Fails for a page that scrolls sideways, text that is cut, sticks out or is too pale to read, words and numbers
/// broken in two, what is too small for a thumb (44 px), and buttons that one has to scroll to.
export async function looksRight(visitor, page = visitor.page) {
    assert.deepEqual(await page.evaluate(faultsOf, visitor.width), []);
}

/// Runs in the page.
function faultsOf(width) {
    const faults = [];
    const root = document.documentElement;
    if (root.scrollWidth > width || window.innerWidth > width)
        faults.push(`scrolls sideways: ${Math.max(root.scrollWidth, window.innerWidth)} px of ${width}`);
    const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

    const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (rgb) => {
        const [r, g, b] = rgb.map((value) => {
            const part = value / 255;
            return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const groundOf = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const [r, g, b, alpha = 1] = channels(getComputedStyle(at).backgroundColor);
            if (alpha === 1)
                return [r, g, b];
        }
        return [255, 255, 255];
    };
    const judgeContrast = (element, text) => {
        const style = getComputedStyle(element);
        const [ink, ground] = [luminance(channels(style.color).slice(0, 3)), luminance(groundOf(element))];
        const ratio = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
        if (ratio < (parseFloat(style.fontSize) >= 24 ? 3 : 4.5))
            faults.push(`too pale (${ratio.toFixed(1)}): ${text}`);
    };
    const judgeText = (node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        const text = node.data.trim();
        if (box.left < -0.5 || box.right > width + 0.5)
            faults.push(`beyond the screen: ${text}`);
        for (let at = node.parentElement; at && at !== document.body; at = at.parentElement) {
            const frame = at.getBoundingClientRect();
            const clips = getComputedStyle(at).overflow !== 'visible';
            const tall = clips || at.matches('button, a');
            if (getComputedStyle(at).display !== 'inline'
                && (box.left < frame.left - 1 || box.right > frame.right + 1
                    || (tall && (box.top < frame.top - 1 || box.bottom > frame.bottom + 1)))) {
                faults.push(`sticks out of <${at.tagName.toLowerCase()}>: ${text}`);
                break;
            }
        }
        for (const { index, 0: word } of node.data.matchAll(/[\w.,]+/g)) {
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
                faults.push(`broken in two: ${word}`);
        }
        judgeContrast(node.parentElement, text);
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const node = texts.currentNode;
        if (node.data.trim() !== '' && !node.parentElement.closest('script, style, noscript')
            && shown(node.parentElement))
            judgeText(node);
    }
    for (const element of document.querySelectorAll('button, a[href], select, input:not([type=hidden])')) {
        if (!shown(element))
            continue;
        const { width: wide, height: high, bottom } = element.getBoundingClientRect();
        const what = (element.textContent || element.name).trim();
        if (wide < 44 || high < 44)
            faults.push(`too small for a thumb (${Math.round(wide)} x ${Math.round(high)}): ${what}`);
        if (bottom > window.innerHeight)
            faults.push(`below the screen's edge: ${what}`);
    }
    return faults;
}
