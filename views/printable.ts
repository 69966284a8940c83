/** Bold, dim and the colours that our own views set, and their ends: none of them hides what stands beside it. */
const COLOUR = '\u001b\\[(?:1|2|22|31|32|33|36|39)m';
const STEERING = new RegExp(`(${COLOUR})|(?!\\r\\n|[\\n\\t])[\\p{Cc}\u202a-\u202e\u2066-\u2069]`, 'gu');

/**
 * A line as a terminal may show it: colours stay, and every other control character becomes a dot, so that the name of a file
 * or a merchant can neither move the cursor, nor rename the window, nor hide what stands beside it.
 */
export const printable = (text: string): string =>
  text.replace(STEERING, (_, colour: string | undefined) => colour ?? '·');
