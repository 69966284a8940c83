import { greets, introducesName, isAboutVisit, isLabelled, isSlogan, namesOwner } from 'printed-text/aside-words';
import { describe, expect, it } from 'vitest';

describe('a line beside a name', () => {
  it.each([
    [isSlogan, 'Frische seit 1952'],
    [isSlogan, 'Your local car experts since 1984'],
    [isSlogan, 'More saving. More doing.'],
    [namesOwner, 'Inh. Frank Müller e.K.'],
    [namesOwner, 'Operated by: Bright Foods Corp'],
    [isAboutVisit, 'Guests 2'],
    [isAboutVisit, 'Стол 12'],
    [isLabelled, 'Shop: WoodAndWool'],
    [introducesName, 'BIENVENUE CHEZ'],
    [introducesName, 'Ihr Einkauf bei'],
    [greets, 'Hi Jo, thanks for your order!'],
  ])('is known by %o: %s', (isSo, text) => {
    expect(isSo(text)).toBe(true);
  });

  it.each([
    'Green Basket Ltd',
    'Table Mountain Coffee',
    'Inhale Spa',
    '24 Hour Fitness',
    'Home of Wool',
    'Check Into Cash',
  ])('is none: %s', (text) => {
    const all = [greets, introducesName, isAboutVisit, isLabelled, isSlogan, namesOwner];

    expect(all.filter((isSo) => isSo(text))).toEqual([]);
  });
});
