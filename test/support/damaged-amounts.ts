/** Amounts as no shop prints them and as reading may leave them: what of them is right is for a person to say. */
export const DAMAGED_AMOUNTS = [
  '|2.00',
  'S2.00',
  'B2.00',
  '1B2.00',
  'O2.00',
  '12.3456',
  '1,2345.50',
  '12,34.50',
  '1 234 50',
] as const;
