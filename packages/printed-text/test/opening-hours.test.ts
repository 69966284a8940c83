import { describe, expect, it } from 'vitest';
import { tellsHours } from '../src/opening-hours.ts';

describe('tellsHours', () => {
  it.each([
    'Mo-Fr 8.00 - 20.00',
    '9.00-20.00',
    'Mon-Sat 09:00–21:00',
    'Öffnungszeiten 7,00 bis 22,00 Uhr',
    'Lun-Ven 9.00 - 13.00 15.30 - 19.30',
    'Horaires : 9h00 à 19h30',
    'пн-пт 9.00-18.00',
  ])('knows hours: %s', (text) => {
    expect(tellsHours(text)).toBe(true);
  });

  it.each([
    'Soup 9.00',
    'Soup 9.00 - 2.00',
    '20.00 - 9.00',
    '9.99-20.00',
    '€9.00-20.00',
    'Mo 9.00',
    'Bread 9.00-20.00',
    '12.00 30.00',
  ])('takes no amounts for hours: %s', (text) => {
    expect(tellsHours(text)).toBe(false);
  });
});
