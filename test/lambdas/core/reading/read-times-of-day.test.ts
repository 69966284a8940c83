import { describe, expect, it } from 'vitest';
import { readTimesOfDay } from '../../../../lambdas/core/reading/read-times-of-day.ts';

describe('readTimesOfDay', () => {
  it.each([
    ['12/11/2026 10:15', '10:15'],
    ['2026-11-12 10:15:07', '10:15:07'],
    ['Time: 9:26 AM', '09:26'],
    ['Nov 12, 2026  2:05 PM', '14:05'],
    ['12:07 a.m. 12/11/2026', '00:07'],
    ['12:07 pm', '12:07'],
    ['Uhrzeit 10.15 Uhr', '10:15'],
    ['12.11.2026 10.15 Uhr', '10:15'],
    ['Le 12/11/2026 à 14h05', '14:05'],
    ['kl. 14.05', '14:05'],
    ['Hora: 18:30:12', '18:30:12'],
    ['2026年11月12日 12時34分', '12:34'],
    ['2026-11-12 오후 2:05', '14:05'],
    ['١٢:٣٤', '12:34'],
    ['１２：３４', '12:34'],
  ])('reads %j as %s', (row, time) => {
    expect(readTimesOfDay([row])).toEqual([time]);
  });

  it.each([
    'Total 12.50',
    'Coffee 10.15',
    'Open daily 08:00 - 20:00',
    'Mo-Fr 09:00 bis 18:30',
    'Öffnungszeiten: Mo-Sa ab 7:30',
    '12.11.2026',
    'Ratio 1:2500',
    'Check-out by 11:00',
    '25:10',
    'Tel 030:12:34:56:78',
  ])('reads no time in %j', (row) => {
    expect(readTimesOfDay([row])).toEqual([]);
  });

  it('takes those beside a date or a word for time where there are any, and else what stands alone', () => {
    expect(readTimesOfDay(['10:15', 'Duration 01:20', '12/11/2026 11:35'])).toEqual(['11:35']);
    expect(readTimesOfDay(['Table 4', '20:41'])).toEqual(['20:41']);
  });
});
