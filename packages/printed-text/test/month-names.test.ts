import { monthOfDamagedName, monthOfEnglishName, monthOfName } from 'printed-text/month-names';
import { describe, expect, it } from 'vitest';

describe('monthOfName', () => {
  it.each([
    ['March', 3],
    ['MÄRZ', 3],
    ['août', 8],
    ['stycznia', 1],
    ['ledna', 1],
    ['Pebruari', 2],
    ['Mac', 3],
    ['0ct', 10],
    ['декабря', 12],
  ])('reads %s as month %s', (word, month) => {
    expect(monthOfName(word)).toBe(month);
  });

  it.each(['listopad', 'Main', 'total', ''])('reads %j as none', (word) => {
    expect(monthOfName(word)).toBeUndefined();
  });
});

describe('monthOfDamagedName', () => {
  it.each([
    ['Scp', 9],
    ['N0v', 11],
    ['Jui', 7],
    ['Septernber', undefined],
    ['Decembcr', 12],
    ['0ctober', 10],
    ['ct', 10],
    ['ABC', undefined],
    ['12', undefined],
  ])('reads %s as %s', (word, month) => {
    expect(monthOfDamagedName(word)).toBe(month);
  });
});

describe('monthOfEnglishName', () => {
  it.each([
    ['November', 11],
    ['nov', 11],
    ['MAY', 5],
    ['Sept', undefined],
    ['Novembre', undefined],
    ['N0v', undefined],
  ])('reads %s as it stands, as %s', (word, month) => {
    expect(monthOfEnglishName(word)).toBe(month);
  });
});
