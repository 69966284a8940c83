/** All but the end of a line and a tab: C0, DEL and C1, and what turns the direction of the text around it. */
const CONTROLS = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Whether a text moves a cursor, colours a terminal or hides what stands beside it. */
export const hasControls = (text: string): boolean => text.search(CONTROLS) >= 0;

/** Ends of lines of every kind, controls, and marks that nobody sees, but for those that join letters. */
const BEYOND_ONE_LINE = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/u;

/** Whether a text may stand within a line: a name that messages address, or that a line shows. */
export const isOneLine = (text: string): boolean => !BEYOND_ONE_LINE.test(text);

/** A text as it is read, without what would only steer who shows it. */
export const withoutControls = (text: string): string => text.replace(CONTROLS, '');
