import fc from 'fast-check';

const character = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0x24ff }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0x10ffff }).filter((point) => point < 0xd800 || point > 0xdfff) },
);

/** Any Unicode text without lone surrogates, as a key or a name may hold it; half of it plain ASCII. */
export const anyText = (constraints: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<string> =>
  fc.array(character, constraints).map((points) => String.fromCodePoint(...points));
