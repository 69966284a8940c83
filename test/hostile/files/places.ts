import { type DueEnd, type HostileFile, rejected } from '../hostile-file.ts';
import type { Kit } from '../kit.ts';
import { asPdf } from '../papers.ts';

const prefix = rejected('UnknownPrefixError');
const user = rejected('BadUserNameError');

/** Good receipts at places where nobody reads, or of people who cannot be. */
export async function wrongPlaces({ purchase }: Kit): Promise<HostileFile[]> {
  const content = await asPdf(purchase());
  const place = (path: string, due: DueEnd, byRequest = false): HostileFile => ({
    kind: 'wrong place or person',
    what: path.length > 60 ? `${path.length} signs` : path,
    path,
    content,
    due,
    byRequest,
  });
  return [
    place('at-the-root.pdf', prefix),
    place('reciepts/alice/misspelt.pdf', prefix),
    place('Receipts/alice/capital.pdf', prefix),
    place('somewhere/else/entirely/deep.pdf', prefix),
    place('statements/alice/bank.pdf', rejected('NotSupportedYetError')),
    place('uploads/alice/card.pdf', rejected('NotSupportedYetError')),
    place('budgets/alice/plan.yaml', prefix),
    place('budgets/plan.pdf', prefix),
    place('budgets/.yaml', user),
    place('corrections/loose.yaml', prefix),
    place('corrections/alice/deeper/one.yaml', prefix),
    place('rates/rates.xml', prefix),
    place('rates/folder/rates.csv', prefix),
    place('receipts/nobody.pdf', rejected('UserUnknownError')),
    place('__proto__/x/y.pdf', prefix),
    place('constructor/x.pdf', prefix),
    ...[
      '-dash',
      '.dot',
      'a b',
      'ä',
      'a'.repeat(41),
      '__proto__',
      'alice#STATUS',
      'USER%23alice',
      '😀',
      'a\u202eb',
      '<b>',
      '$(id)',
      '*',
      '"quoted"',
    ].map((name) => place(`receipts/${name}/receipt.pdf`, user)),
    place('../outside.pdf', prefix, true),
    place('receipts/../../outside.pdf', user, true),
    place('receipts/./dot.pdf', user, true),
    place('receipts//empty.pdf', user, true),
    place('/receipts/alice/absolute.pdf', prefix, true),
    place('receipts\\alice\\windows.pdf', prefix, true),
    place('C:\\receipts\\alice.pdf', prefix, true),
    place('receipts/a\u0007b/bell.pdf', user, true),
    place('%2e%2e/encoded-twice.pdf', prefix, true),
  ];
}
