/** How a source makes a key of the table: a property, a field it sets, or a name for the text. A type is none. */
const MADE = [
  /(?<![\w$])\[?['"`]?(?:GSI1)?[PS]K['"`]?\]?\s*:(?!\s*string\b)/,
  /\.(?:GSI1)?[PS]K\s*=(?!=)/,
  /\b(?:const|let)\s+(?:GSI1)?[PS]K\b/,
];

/** Whether a source makes a key or an index key itself, rather than to read one from an item. */
export const makesKey = (text: string): boolean => MADE.some((pattern) => pattern.test(text));

/** How a text is put together with the separator of keys, or ends with what sorts after all of them. */
const SEPARATED = /\}#|#~|\}~`|'#'/;

/** Whether a source spells a part of a key: a text with the separator, or the end of a range. */
export const spellsKey = (text: string): boolean => SEPARATED.test(text);
