import { type DueEnd, type HostileFile, rejected } from '../hostile-file.ts';
import type { Kit } from '../kit.ts';
import { CARELESS } from '../people.ts';

const invalid = rejected('CorrectionInvalidError');
const unknown = rejected('DocumentUnknownError');

/**
 * Corrections that must change nothing.
 *
 * @param documentId A document of another person, which is booked.
 * @param owner Whose it is.
 */
export function hostileCorrections({ chance }: Kit, documentId: string, owner: string): HostileFile[] {
  let count = 0;
  const correction = (
    what: string,
    content: string | Buffer,
    due: DueEnd = invalid,
    path = `corrections/${owner}/${spelled(documentId, count++)}.yaml`,
  ): HostileFile => ({
    kind: 'correction',
    what,
    path,
    content: Buffer.from(content),
    due,
    // Some file systems take all of these names for one.
    byRequest: true,
  });
  const mallory = chance.pick(CARELESS);
  const good = 'total: "0.01"\n';
  return [
    correction("another person's document", good, unknown, `corrections/${mallory}/${documentId}.yaml`),
    correction('no such document', good, unknown, `corrections/${owner}/${'a'.repeat(26)}.yaml`),
    correction('a name of an object of JavaScript', good, unknown, `corrections/${owner}/__proto__.yaml`),
    correction('a name with a separator of keys', good, unknown, `corrections/${owner}/${documentId}#STATUS.yaml`),
    ...[
      ['nothing', ''],
      ['a list', '- total: "1.00"\n'],
      ['a text', 'please\n'],
      ['a number', '12\n'],
      ['unknown keys', 'totl: "1.00"\n'],
      ['the key __proto__', '__proto__: { total: "1.00" }\n'],
      ['the key constructor', 'constructor: 1\n'],
      ['a total of 1e400', 'total: 1e400\n'],
      ['a total that is no number', 'total: .nan\n'],
      ['a total of a list', 'total: ["1.00"]\n'],
      ['a total of 400 digits', `total: "${'9'.repeat(400)}"\n`],
      ['a day that is none', 'date: "2026-02-30"\n'],
      ['a day far away', 'date: "9999-12-31"\n'],
      ['a currency of controls', 'currency: "US\\u0007D"\n'],
      ['a category of controls', 'category: "\\e[31mgroceries"\n'],
      ['nested 300 deep', `total: ${'['.repeat(300)}${']'.repeat(300)}\n`],
      ['an alias of itself', 'total: &a [*a]\n'],
      ['two documents', 'total: "1.00"\n---\ntotal: "2.00"\n'],
    ].map(([what = '', content = '']) => correction(what, content)),
    correction('bytes that are no text', chance.bytes(300)),
    correction('UTF-16 without a mark', Buffer.from(`date: "2026-05-15"\n`, 'utf16le')),
  ];
}

/** The same id in capitals and small letters: a key of its own for each number up to 64. */
function spelled(id: string, number: number): string {
  let bit = 0;
  return id.replace(/[a-z]/g, (letter) => ((number >> bit++) & 1 && bit <= 6 ? letter.toUpperCase() : letter));
}
