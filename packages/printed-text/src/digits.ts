/** What may stand for a digit among digits, inside a character class of a pattern: the digits, O for 0, l, I and | for 1. */
export const DIGIT_LIKE = '\\dOolI|';

/** Letters that stand among digits as the digits they resemble; what resembles none stays. */
export const asDigits = (text: string): string =>
  text
    .replace(/[OoQD]/g, '0')
    .replace(/[lI|!]/g, '1')
    .replace(/[Ss]/g, '5')
    .replace(/B/g, '8');
