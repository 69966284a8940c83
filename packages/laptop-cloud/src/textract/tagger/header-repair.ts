import { asDigits, ONE_LIKE, ZERO_LIKE } from 'printed-text/digits';
import { lookAlikeDistance } from 'printed-text/look-alikes';
import { plainText } from 'printed-text/plain-text';

/** Legal forms of two words, which the recogniser often damages by a letter: `SON BHD`. */
const TWO_WORD_FORMS: readonly (readonly [string, string])[] = [
  ['SDN', 'BHD'],
  ['PTE', 'LTD'],
  ['PTY', 'LTD'],
  ['PVT', 'LTD'],
];
const MOST_DAMAGE = 2;

/** Undoes reading errors of names and addresses that can be told without a dictionary. */
export const repairHeader = (text: string): string =>
  repairLegalForm(repairNumbers(repairWords(plainText(text).replace(/×/g, 'x').replace(/①/g, '@'))));

/** Digits inside words: `B00KS`, `R0AD`; a word with many digits is a code and stays. */
const repairWords = (text: string): string =>
  text
    // The blank behind a postcode was lost: `81750JOHOR`.
    .replace(/(?<![\w/.-])(\d{4,6})(?=\p{Lu}\p{L}{3})/gu, '$1 ')
    .replace(/(?<=\p{Ll}{2}(?:stra(?:ss|ß)e|straße|straat|weg|laan|gatan|vägen|plein|platz))(?=\d)/gu, ' ')
    .replace(/(?<=\d(?:st|nd|rd|th) ?)F[iI1]r\b/g, 'Flr')
    .replace(/\bN[0Q](?=[\s.:]*[A-Z]?\d)/g, 'NO')
    .replace(/\bL0T\b/g, 'LOT')
    .replace(/[A-Za-z0-9]+/g, (word) => {
      const letters = word.match(/[A-Za-z]/g)?.length ?? 0;
      const digits = word.length - letters;
      const isCode = letters < 3 || letters <= digits || digits > 3 || (digits > 2 && /[2-9]/.test(word));
      if (digits === 0 || isCode) return word;
      const isUpper = !/[a-z]/.test(word.replace(/[lo]/g, ''));
      const letterFor = (digit: string) => (digit === '0' ? (isUpper ? 'O' : 'o') : isUpper ? 'I' : 'l');
      // A one between few letters may be a code, such as the postcode SW1A.
      return word.replace(
        letters < 4 ? /(?<=[A-Za-z0])0(?=[A-Za-z0])/g : /(?<=[A-Za-z0])[01](?=[A-Za-z0])/g,
        letterFor,
      );
    });

/** Letters inside numbers: `2I`, `1O5`. */
const repairNumbers = (text: string): string =>
  text
    .replace(/\b([A-Z])\.1\.(?=[A-Z])/g, '$1.I.')
    .replace(BEHIND_DIGITS, asDigits)
    .replace(BEHIND_SEPARATOR, asDigits)
    .replace(BETWEEN_DIGITS, asDigits);

const BEHIND_DIGITS = new RegExp(`(?<=\\d{3}[\\d${ZERO_LIKE}]?)[${ZERO_LIKE}](?=[${ZERO_LIKE}]?\\b)`, 'g');
const BEHIND_SEPARATOR = new RegExp(`(?<=\\d[/-]\\s?)[${ONE_LIKE}]{1,2}(?=\\d)`, 'g');
const BETWEEN_DIGITS = new RegExp(`(?<=\\d)[${ZERO_LIKE}${ONE_LIKE}](?=\\d)`, 'g');

/** The last two words of a name are compared with the legal forms of two words. */
function repairLegalForm(text: string): string {
  const match = /^(.*?[A-Za-z].*?\s)([A-Za-z0-9]{2,4})(\.?\s{0,2})([A-Za-z0-9]{3})(\.?)(\s*[(,].*|\W*)$/.exec(text);
  if (!match) return text;
  const [, name = '', first = '', gap = '', second = '', dot = '', rest = ''] = match;
  if (TWO_WORD_FORMS.some(([one, other]) => first.toUpperCase() === one && second.toUpperCase() === other)) return text;
  for (const [wantedFirst, wantedSecond] of TWO_WORD_FORMS) {
    const firstDamage = lookAlikeDistance(first.toUpperCase(), wantedFirst);
    const secondDamage = lookAlikeDistance(second.toUpperCase(), wantedSecond);
    const oneIsWhole = firstDamage === 0 || secondDamage === 0;
    const bothNearlyWhole = firstDamage <= 1 && secondDamage <= 1 && first.toUpperCase()[0] === wantedFirst[0];
    if (firstDamage + secondDamage > MOST_DAMAGE || !(oneIsWhole || bothNearlyWhole)) continue;
    const isCapitals = !/[a-z]/.test(first + second);
    const cased = (word: string) => (isCapitals ? word : word.charAt(0) + word.slice(1).toLowerCase());
    return `${name}${cased(wantedFirst)}${gap}${cased(wantedSecond)}${dot}${rest}`;
  }
  return text;
}
