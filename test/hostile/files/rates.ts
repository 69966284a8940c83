import { type DueEnd, type HostileFile, rejected } from '../hostile-file.ts';
import type { Kit } from '../kit.ts';

const invalid = rejected('RatesInvalidError');
const DAY = '2026-05-15';

/** Exchange rates that are none: not one day of them may be taken. */
export function hostileRates({ chance }: Kit): HostileFile[] {
  let count = 0;
  const rates = (what: string, content: string | Buffer, due: DueEnd = invalid): HostileFile => ({
    kind: 'exchange rates',
    what,
    path: `rates/hostile-${++count}.csv`,
    content: Buffer.from(content),
    due,
  });
  const day = (cell: string) => `Date,USD,JPY\n${DAY},${cell},162.10\n`;
  return [
    rates('nothing but a line end', '\n'),
    rates('a header alone', 'Date,USD\n'),
    rates('no header', `${DAY},1.05\n`),
    rates('markup', '<html><body>Date,USD</body></html>\n'),
    rates('a zip', Buffer.concat([Buffer.from('PK\x03\x04'), chance.bytes(200)])),
    rates('bytes that are no text', Buffer.concat([Buffer.from('Date,USD\n'), Buffer.from([0xff, 0xc0, 0x80])])),
    rates('UTF-16', Buffer.from(`\ufeff${day('1.05')}`, 'utf16le')),
    rates('UTF-8 with a mark', `\ufeff${day('1.05')}`, { ends: ['completed'] }),
    rates('nulls', Buffer.alloc(300)),
    rates('a column of controls', `Date,US\u001b[31mD\n${DAY},1.05\n`),
    rates('a column of an object of JavaScript', `Date,__proto__,constructor\n${DAY},1.05,1.05\n`),
    rates('a column twice', `Date,USD,USD\n${DAY},1.05,1.06\n`),
    rates('20,000 columns', `Date${',USD'.repeat(20_000)}\n${DAY}${',1'.repeat(20_000)}\n`),
    rates('a line of a million signs', `Date,USD\n${DAY},${'1'.repeat(1_000_000)}\n`),
    rates('a day that is none', 'Date,USD\n2026-02-30,1.05\n'),
    rates('a day before the euro', 'Date,USD\n1066-10-14,1.05\n'),
    rates('a day to come', 'Date,USD\n9999-12-31,1.05\n'),
    rates('a day twice', `Date,USD\n${DAY},1.05\n${DAY},1.06\n`),
    ...['1e400', '-1', '0', 'NaN', 'Infinity', '0x10', '=1+1', '1,05', '""', '1.05\u0007'].map((cell) =>
      rates(`a rate of ${JSON.stringify(cell)}`, day(cell)),
    ),
  ];
}
