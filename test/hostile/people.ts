/** Who only drops good receipts, beside all that is hostile. */
export const CAREFUL = 'carol';

/** Whose folders hold the hostile files; so many that most of their files need not wait in the bulk lane. */
export const CARELESS = Array.from({ length: 12 }, (_, index) => `mallory-${index + 1}`);

/** A plan with a mailbox, so that everything that needs attention is mailed. */
export const planOf = (person: string): Buffer =>
  Buffer.from(`name: ${person}
locale: en-US
timeZone: UTC
currency: USD
contacts:
  - email: ${person}@example.com
budgets:
  - { category: total, limit: "5000.00", period: month }
`);
