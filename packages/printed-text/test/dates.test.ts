import fc from 'fast-check';
import { type DateOrder, type Day, findDates } from 'printed-text/dates';
import { describe, expect, it } from 'vitest';

const two = (value: number) => String(value).padStart(2, '0');
const written = ({ year, month, day }: Day) => `${year}-${two(month)}-${two(day)}`;

const read = (text: string, order: DateOrder = 'DMY') =>
  findDates(text, 2027).map(({ byOrder }) => {
    const day = byOrder[order] ?? byOrder.DMY ?? byOrder.MDY ?? byOrder.YMD;
    return day && written(day);
  });

describe('findDates', () => {
  it.each([
    ['12/07/2019', '2019-07-12'],
    ['12-07-2019 12:22', '2019-07-12'],
    ['12.07.2019', '2019-07-12'],
    ['12.7.19', '2019-07-12'],
    ["12'07'19", '2019-07-12'],
    ['2019-07-12', '2019-07-12'],
    ['2019/7/12T10:00', '2019-07-12'],
    ['2019. 7. 12.', '2019-07-12'],
    ['12 March 2020', '2020-03-12'],
    ['Thursday, 26 March 2020', '2020-03-26'],
    ['March 12, 2020', '2020-03-12'],
    ['Mar 12 2020', '2020-03-12'],
    ["Mar 12 '20", '2020-03-12'],
    ['Thu Mar 12 10:15:22 CET 2020', '2020-03-12'],
    ['Ngày 12 tháng 3 năm 2020', '2020-03-12'],
    ['20年3月12日', '2020-03-12'],
    ['2年3月12日', '2020-03-12'],
    ['12/O3/2O20', '2020-03-12'],
    ['12:03:2020', '2020-03-12'],
    ['12-MAR-20', '2020-03-12'],
    ['12MAR2020', '2020-03-12'],
    ['1st of May 2021', '2021-05-01'],
    ['5. März 2024', '2024-03-05'],
    ['05 févr. 2024', '2024-02-05'],
    ['1er août 2023', '2023-08-01'],
    ['5 de marzo de 2024', '2024-03-05'],
    ['5 gennaio 2024', '2024-01-05'],
    ['5 de março de 2024', '2024-03-05'],
    ['5 mei 2024', '2024-05-05'],
    ['5 stycznia 2024', '2024-01-05'],
    ['5. ledna 2024', '2024-01-05'],
    ['5 Ogos 2024', '2024-08-05'],
    ['5 января 2024 г.', '2024-01-05'],
    ['5 Ağustos 2024', '2024-08-05'],
    ['2024年3月5日', '2024-03-05'],
    ['2024년 3월 5일', '2024-03-05'],
    ['令和6年3月5日', '2024-03-05'],
    ['民國113年3月5日', '2024-03-05'],
    ['05/03/2567', '2024-03-05'],
    ['２０２４/０３/０５', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['O5/O3/2024', '2024-03-05'],
    ['25/122017', '2017-12-25'],
    ['25122017', '2017-12-25'],
    ['250412017', '2017-04-25'],
    ['25 04/2017', '2017-04-25'],
    ['31/12/99', '1999-12-31'],
    ['29/02/2024', '2024-02-29'],
    ['14/0ct/2017', '2017-10-14'],
    ['14-Scp-17', '2017-09-14'],
    ['Date: 25/12/2018 8:13:39 PM', '2018-12-25'],
    ['25/12/201808:13', '2018-12-25'],
    ['25/12/201899', '2018-12-25'],
    ['2/ 1 2018', '2018-01-02'],
    ['3/Decembcr/2018', '2018-12-03'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    '12:22:30',
    '1,234.56',
    '31/02/2024',
    'Tel 03-7955 1234',
    '192.168.10.12',
    '12 monkeys 2020',
    '12/xyz/2020',
    '',
  ])('finds none in "%s"', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('finds several in one text, in the order they are printed', () => {
    expect(read('Statement Date 09/30/10 Date(s) of Service) 07/31/10 - 08/02/10', 'MDY')).toEqual([
      '2010-09-30',
      '2010-07-31',
      '2010-08-02',
    ]);
  });

  it('reads numbers by the order asked for, and a year in front always as that', () => {
    expect(read('05/03/2024', 'DMY')).toEqual(['2024-03-05']);
    expect(read('05/03/2024', 'MDY')).toEqual(['2024-05-03']);
    expect(read('24/03/05', 'YMD')).toEqual(['2024-03-05']);
    expect(read('2024/03/05', 'MDY')).toEqual(['2024-03-05']);
  });

  it('reads every day back from every form', () => {
    const forms: [DateOrder, (year: number, month: number, day: number) => string][] = [
      ['DMY', (y, m, d) => `${two(d)}/${two(m)}/${y}`],
      ['DMY', (y, m, d) => `${d}.${m}.${y}`],
      ['MDY', (y, m, d) => `${m}/${d}/${y}`],
      ['MDY', (y, m, d) => `${two(m)}-${two(d)}-${y}`],
      ['MDY', (y, m, d) => `${y}-${two(m)}-${two(d)}`],
      ['DMY', (y, m, d) => `${y}年${m}月${d}日`],
      ['DMY', (y, m, d) => `${d} ${new Date(Date.UTC(y, m - 1, d)).toLocaleString('en', { month: 'short' })} ${y}`],
      ['MDY', (y, m, d) => `${new Date(Date.UTC(y, m - 1, d)).toLocaleString('en', { month: 'long' })} ${d}, ${y}`],
      ['DMY', (y, m, d) => `${d}. ${new Date(Date.UTC(y, m - 1, 15)).toLocaleString('de', { month: 'long' })} ${y}`],
    ];

    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2035 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom(...forms),
        (year, month, day, [order, write]) => {
          expect(read(write(year, month, day), order)).toEqual([written({ year, month, day })]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('says where a date stands, and how sure it is', () => {
    const [whole, damaged] = findDates('Date １２/０３/２０２０, due 25/122020', 2027);

    expect(whole).toMatchObject({ text: '12/03/2020', start: 5, end: 15, quality: 1, isDamaged: false });
    expect(damaged).toMatchObject({ text: '25/122020', start: 21, end: 30, quality: 0.75, isDamaged: true });
  });

  it('gives a stretch of any text to one date at most, in order', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789/-. Mar年月日'), maxLength: 40 });
    fc.assert(
      fc.property(text, (any) => {
        const dates = findDates(any, 2027);
        for (const [index, { start, end, text: printed }] of dates.entries()) {
          expect(any.slice(start, end).trim()).toBe(printed);
          expect(dates[index + 1]?.start ?? end).toBeGreaterThanOrEqual(end);
        }
      }),
    );
  });
});
