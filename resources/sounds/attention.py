#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes attention.wav: the two notes of paid.wav (G5 and D6), the other way round and twice. Paid rises, this one falls.

Run it in this folder; the same bytes come out each time.
"""
import array
import math
import wave

RATE = 22050
G5, D6 = 784.0, 1174.7
NOTES = [(0.00, D6), (0.13, G5), (0.34, D6), (0.47, G5)]  # seconds, hertz
LENGTH = 0.85

samples = [0.0] * int(RATE * LENGTH)
for start, hertz in NOTES:
    first = int(RATE * start)
    for i in range(first, len(samples)):
        t = (i - first) / RATE
        rise = min(1.0, t / 0.004)
        fall = math.exp(-t * 9.5)
        tone = math.sin(2 * math.pi * hertz * t) + 0.4 * math.sin(4 * math.pi * hertz * t)
        samples[i] += rise * fall * tone
end = int(RATE * 0.03)  # no click where the file ends
for i in range(end):
    samples[-1 - i] *= i / end
loudest = max(abs(s) for s in samples)
pcm = array.array("h", (round(s / loudest * 19000) for s in samples))
with wave.open("attention.wav", "wb") as wav:
    wav.setnchannels(1)
    wav.setsampwidth(2)
    wav.setframerate(RATE)
    wav.writeframes(pcm.tobytes())
