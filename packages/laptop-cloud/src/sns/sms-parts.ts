/** GSM 03.38's default alphabet: one septet each. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension table: two septets each. */
const EXTENDED = new Set('^{}\\[~]|€');

/**
 * How many messages a phone company delivers, and charges, for a text. A message carries 140 bytes: 160 septets of GSM
 * 03.38, or 70 UTF-16 units as soon as one character is not in that alphabet. Of a text in several parts each gives up six
 * bytes to say where it belongs, which leaves 153 and 67; no character is split between two.
 * https://docs.aws.amazon.com/sns/latest/dg/sms_publish-to-phone.html
 */
export function smsParts(text: string): number {
  const characters = [...text];
  const isGsm = characters.every((character) => BASIC.has(character) || EXTENDED.has(character));
  const sizes = characters.map((character) => (isGsm ? (EXTENDED.has(character) ? 2 : 1) : character.length));
  const [alone, together] = isGsm ? [160, 153] : [70, 67];
  if (sizes.reduce((sum, size) => sum + size, 0) <= alone) return 1;
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > together) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}
