import { describe, expect, it } from 'vitest';
import { checksumAlgorithms, startChecksum } from '../../../src/s3/checksum/running-checksum.ts';

/** The check values that the catalogue of CRC algorithms gives for "123456789". https://reveng.sourceforge.io/crc-catalogue/all.htm */
const check = { crc32: 'cbf43926', crc32c: 'e3069283', crc64nvme: 'ae8b14860a799888' } as const;

describe('startChecksum', () => {
  it.each(Object.entries(check))('computes the published check value of %s', (algorithm, expected) => {
    const running = startChecksum(algorithm as keyof typeof check);

    running.update(Buffer.from('123456789'));

    expect(running.digest().toString('hex')).toBe(expected);
  });

  it.each(checksumAlgorithms)('gives the same %s for a body in pieces as in one', (algorithm) => {
    const whole = startChecksum(algorithm);
    const pieces = startChecksum(algorithm);
    const body = Buffer.from('the quick brown fox jumps over the lazy dog');

    whole.update(body);
    for (let at = 0; at < body.length; at += 7) pieces.update(body.subarray(at, at + 7));

    expect(pieces.digest()).toEqual(whole.digest());
  });
});
