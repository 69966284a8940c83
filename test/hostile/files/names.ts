import { booked, type HostileFile } from '../hostile-file.ts';
import type { Kit } from '../kit.ts';
import { asPdf } from '../papers.ts';
import { CARELESS } from '../people.ts';

/** Whether a folder holds two names that differ in nothing but case or normalisation. */
const HAS_BOTH = process.platform === 'linux';

/** Good receipts under names that steer, mislead, or do not fit: each is booked, whatever it is called. */
export async function oddNames({ chance, purchase, receiptCalled }: Kit): Promise<HostileFile[]> {
  const through: readonly string[] = [
    'tab\there.pdf',
    'line\nend.pdf',
    'carriage\rreturn.pdf',
    'escape\u001b[31mred.pdf',
    'title\u001b]0;owned\u0007.pdf',
    'bell\u0007\u0007.pdf',
    'eight\u009bbits.pdf',
    'delete\u007f.pdf',
    `${'l'.repeat(251)}.pdf`,
    `${'ü'.repeat(125)}.pdf`,
    '.hidden.pdf',
    '..two-dots.pdf',
    '...',
    ' leading space.pdf',
    'trailing space.pdf ',
    'trailing dot.pdf.',
    '100%.pdf',
    '%2e%2e%2fup.pdf',
    '..%2fup.pdf',
    '%00null.pdf',
    'plus+and&amp;.pdf',
    'quote".pdf',
    "apostrophe'.pdf",
    '`command`.pdf',
    '$(command).pdf',
    '; command.pdf',
    '| pipe > file.pdf',
    '-rf.pdf',
    '--data=elsewhere.pdf',
    '*?[].pdf',
    'back\\slash.pdf',
    'right\u202eto left.pdf',
    'isolate\u2066d\u2069.pdf',
    'zero\u200bwidth.pdf',
    '\ufeffmark.pdf',
    'CON.pdf',
    '😀😀😀.pdf',
    '<script>alert(1)</script>.pdf',
    '{{7*7}}.pdf',
    '{% $states.input %}.pdf',
    '__proto__',
    'constructor.pdf',
    '#STATUS.pdf',
    'https:.pdf',
  ].filter((name) => !name.includes('/'));
  const byRequest: readonly string[] = [
    '../climbs.pdf',
    '../../../climbs-far.pdf',
    'a/../b.pdf',
    './dot.pdf',
    'double//slash.pdf',
    '/absolute.pdf',
    'back\\..\\slash.pdf',
    'null\u0000byte.pdf',
    'line\nend-of-a-key.pdf',
    'escape\u001b[2J.pdf',
    `${'k'.repeat(900)}.pdf`,
    `deep/${'d/'.repeat(200)}down.pdf`,
    '.~staged-0123456789abcdef',
    'half.part',
    '\u202ebackwards.pdf',
    '\uffffnot-a-character.pdf',
  ];
  /** Two names of one folder that some file systems take for one. */
  const pairs = ['Cafe\u0301.pdf', 'Caf\u00e9.pdf', 'Case.pdf', 'case.pdf'];
  const file = async (name: string, isRequest: boolean, path = receiptCalled(name)): Promise<HostileFile> => {
    const bought = purchase();
    return {
      kind: isRequest ? 'odd key, by PutObject' : 'odd name',
      what: JSON.stringify(name.length > 40 ? `${name.slice(0, 20)}… of ${name.length}` : name),
      path,
      content: await asPdf(bought),
      due: booked(bought.total),
      byRequest: isRequest,
    };
  };
  return Promise.all([
    ...chance.shuffled(through).map((name) => file(name, false)),
    ...pairs.map((name) => file(name, !HAS_BOTH, `receipts/${CARELESS[0]}/${name}`)),
    ...byRequest.map((name) => file(name, true)),
  ]);
}
