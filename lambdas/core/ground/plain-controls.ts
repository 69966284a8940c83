/** All but the end of a line and a tab: C0, DEL and C1, and what turns the direction of the text around it. */
const CONTROLS = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Whether a text moves a cursor, colours a terminal or hides what stands beside it. */
export const hasControls = (text: string): boolean => text.search(CONTROLS) >= 0;

/** A text as it is read, without what would only steer who shows it. */
export const withoutControls = (text: string): string => text.replace(CONTROLS, '');
