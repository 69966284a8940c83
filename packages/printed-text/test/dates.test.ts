import fc from 'fast-check';
import { type DateOrder, type Day, findDates } from 'printed-text/dates';
import { monthLanguages } from 'printed-text/month-names';
import { describe, expect, it } from 'vitest';
import { judge, print, type Verdict, withCalendars } from '../bench/printed-dates.ts';

const two = (value: number) => String(value).padStart(2, '0');
const written = ({ year, month, day }: Pick<Day, 'year' | 'month' | 'day'>) => `${year}-${two(month)}-${two(day)}`;

const read = (text: string, order: DateOrder = 'DMY') =>
  findDates(text, 2027).map(({ byOrder }) => {
    const day = byOrder[order] ?? byOrder.DMY ?? byOrder.MDY ?? byOrder.YMD;
    return day && written(day);
  });

describe('findDates', () => {
  it.each([
    ['12/07/2019', '2019-07-12'],
    ['١٢ نوفمبر ٢٠٢٦', '2026-11-12'],
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
    ["AUG03'26", '2026-08-03'],
    ['«03» серпня 2026 року', '2026-08-03'],
    ['"03" августа 2026 г.', '2026-08-03'],
    ['2026-ųjų rugpjūčio 3 d.', '2026-08-03'],
    ['3 de agosto do 2026', '2026-08-03'],
    ['2026-yil 3-avgust', '2026-08-03'],
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
    ['NOV 09, 26', '2026-11-09'],
    ['Nov 12 26 10:15', '2026-11-12'],
    ['Nov-12-26', '2026-11-12'],
    ["Nov 12 '26", '2026-11-12'],
    ['09-NOV-26', '2026-11-09'],
    ['12NOV26', '2026-11-12'],
    ['2026NOV12', '2026-11-12'],
    ['12th day of November 2026', '2026-11-12'],
    ['12.XI.2026', '2026-11-12'],
    ['12 VI 26', '2026-06-12'],
    ['12 11 2026', '2026-11-12'],
    ['2026. november 12.', '2026-11-12'],
    ['2026.11.12.', '2026-11-12'],
    ['2026. gada 12. novembris', '2026-11-12'],
    ['2026 m. lapkričio 12 d.', '2026-11-12'],
    ['2026(e)ko azaroaren 12(a)', '2026-11-12'],
    ['2026 ж. 12 қараша', '2026-11-12'],
    ['2026 оны 11-р сарын 12', '2026-11-12'],
    ['12. marraskuuta 2026', '2026-11-12'],
    ['12 Νοεμβρίου 2026', '2026-11-12'],
    ['12 ноември 2026 г.', '2026-11-12'],
    ['12 листопада 2026 р.', '2026-11-12'],
    ['12 нояб. 2026', '2026-11-12'],
    ['12 Kas 2026', '2026-11-12'],
    ['12 בנובמבר 2026', '2026-11-12'],
    ['12 نوفمبر 2026', '2026-11-12'],
    ['١٢ تشرين الثاني ٢٠٢٦', '2026-11-12'],
    ['12 نونبر 2026', '2026-11-12'],
    ['12\u200f/11\u200f/2026', '2026-11-12'],
    ['۱۴۰۵/۸/۲۱', '2026-11-12'],
    ['۲۱ آبان ۱۴۰۵', '2026-11-12'],
    ['1405/08/21', '2026-11-12'],
    ['٢ جمادى الآخرة ١٤٤٨ هـ', '2026-11-12'],
    ['12 नवंबर 2026', '2026-11-12'],
    ['১২ নভেম্বর, ২০২৬', '2026-11-12'],
    ['၁၂/၁၁/၂၀၂၆', '2026-11-12'],
    ['12 พฤศจิกายน พ.ศ. 2569', '2026-11-12'],
    ['12 พ.ย. 2569', '2026-11-12'],
    ['12 พ.ย. 69', '2026-11-12'],
    ['12 พ.ย. 26', '2026-11-12'],
    ['12/11/69 พ.ศ.', '2026-11-12'],
    ['12 tháng 11, 2026', '2026-11-12'],
    ['R8.11.12', '2026-11-12'],
    ['令和元年6月1日', '2019-06-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['民國115/11/12', '2026-11-12'],
    ['115年11月12日', '2026-11-12'],
    ['115/11/12', '2026-11-12'],
    ['2026년 11월 12일', '2026-11-12'],
    ['12.11.115 Minguo', '2026-11-12'],
    ['November 12, 8 Reiwa', '2026-11-12'],
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
    'Nov 12, 10:15',
    'May 20 2.50',
    '5 Mar 24,99',
    'VALID THRU 11/28',
    '12 VIIII 2026',
    '1405/13/21',
    '',
  ])('finds none in "%s"', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['12 listopada 2026', '2026-11-12', '2026-10-12', ['HR', 'BA', 'ME']],
    ['12/11/69', '1969-11-12', '2026-11-12', ['TH']],
    ['1448/06/02', '2026-11-12', '2026-11-13', []],
  ])('tells what %s means elsewhere', (text, day, other, countries) => {
    const [found] = findDates(text, 2027);
    const meant = found?.byOrder.DMY;

    expect(meant && written(meant)).toBe(day);
    expect(meant?.otherwise?.map(written)).toEqual([other]);
    expect(meant?.otherwise?.[0]?.countries).toEqual(countries);
  });

  it('takes no month and day out of a day and month of which a digit is misread', () => {
    expect(findDates('20. Oktober 2 2026', 2027)).toEqual([]);
    expect(findDates('Room 12 November 2, 2026', 2027)).toHaveLength(1);
  });

  it('reads back what Intl prints in any language, as that day or as a doubt, and hardly ever not at all', () => {
    const seed = Number(process.env.DATE_SEED ?? 11);
    const known = new Set(monthLanguages.map((tag) => new Intl.Locale(tag).language));
    const locales = withCalendars(monthLanguages.filter((tag) => known.has(tag)));
    const verdicts: Record<Verdict, string[]> = { read: [], doubt: [], unread: [], wrong: [] };
    fc.assert(
      fc.property(fc.constantFrom(...locales), fc.integer({ min: 0, max: 3_900 }), (locale, offset) => {
        const date = new Date(Date.UTC(2017, 0, 1 + offset));
        const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        for (const sample of print(locale, day)) {
          const verdict = judge(sample, 2028);
          verdicts[verdict].push(`${locale} ${sample.style}: ${sample.text} is ${written(day)}`);
          expect(verdict, `seed ${seed}: ${verdicts[verdict].at(-1)}`).not.toBe('wrong');
        }
      }),
      { seed, numRuns: 300 },
    );
    const all = Object.values(verdicts).flat().length;

    expect(verdicts.unread.length / all, `seed ${seed}: ${verdicts.unread.join('\n')}`).toBeLessThan(0.05);
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

  it.each([
    ['Trip 18 Nov 22:10 - 19 Nov 2026 01:10', ['19 Nov 2026']],
    ['Subscription 20 Oct - 19 Nov 2026', ['19 Nov 2026']],
    ['Fahrt 18. Okt. 22:10 - 19. Okt. 01:10', []],
    ['Stay Nov 18-19, 2026', []],
    ['03.11. 18:20', []],
    ['03.11.26 18:20', ['03.11.26']],
    ['12 Nov 26 18:20', ['12 Nov 26']],
    ['12 Nov 26 - 14 Nov 26', ['12 Nov 26', '14 Nov 26']],
  ])('takes no day of another date and no time for a year: %s', (text, dates) => {
    expect(findDates(text, 2027).map((date) => date.text)).toEqual(dates);
  });
});
