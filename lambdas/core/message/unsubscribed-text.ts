/** Of a mailbox whose owner wants no more, for the subject and a text message. */
export const unsubscribedTitle = (address: string): string => `${address} is unsubscribed`;

/** What it means and how to change it. */
export const unsubscribedLines = (address: string): string[] => [
  `${unsubscribedTitle(address)}: its owner has followed the link to unsubscribe, and it gets nothing any more.`,
  'To have it back, drop your plan again: a new link to confirm comes by mail. Else take it out of your plan.',
];
