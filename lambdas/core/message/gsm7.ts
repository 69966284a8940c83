import { withoutControls } from '../ground/plain-controls.ts';

/** GSM 03.38's default alphabet, without control characters; one septet each. */
const BASIC = new Set(
  '@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà\n',
);
/** The extension table; two septets each. */
const EXTENDED = new Set('^{}\\[~]|€');

const TYPOGRAPHIC: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
  '×': 'x',
};

/** Rewrites a text with the characters every phone takes at 160 to a message; what has no likeness becomes `?`, controls go. */
export const toGsm7 = (text: string): string => [...withoutControls(text).normalize('NFC')].map(toCharacters).join('');

function toCharacters(character: string): string {
  if (BASIC.has(character) || EXTENDED.has(character)) return character;
  const plain = TYPOGRAPHIC[character] ?? character.normalize('NFKD').replace(/\p{Mark}/gu, '');
  return [...plain].map((part) => (BASIC.has(part) || EXTENDED.has(part) ? part : '?')).join('');
}

/** Septets that each character of a GSM-7 text takes up. */
const septets = (text: string): number[] => [...text].map((part) => (EXTENDED.has(part) ? 2 : 1));

/**
 * How many messages a phone company counts: one up to 160 septets, then 153 each, no character split between two.
 * https://docs.aws.amazon.com/sns/latest/dg/sms_publish-to-phone.html
 */
export function smsParts(text: string): number {
  const sizes = septets(text);
  if (sizes.reduce((sum, size) => sum + size, 0) <= 160) return 1;
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > 153) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}

/** SNS takes fewer than 100 characters. https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const LONGEST_SUBJECT = 99;

/** Letters and signs that a decomposition leaves as they are, as one writes them without. */
const IN_ASCII: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', Æ: 'AE', æ: 'ae', Ø: 'O', ø: 'o' },
  ...{ '€': 'EUR', '£': 'GBP', '¥': 'JPY', '§': 'S', '¡': '', '¿': '' },
};

/** Printable ASCII on one line of 1 to 99 characters, as SNS takes a subject; `Spendwire` where nothing is left. */
export function toSubject(text: string): string {
  const line = toGsm7(text)
    .replace(/[\r\n]+/g, ' ')
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, (sign) => IN_ASCII[sign] ?? '')
    .trim();
  return line.slice(0, LONGEST_SUBJECT).trimEnd() || 'Spendwire';
}
