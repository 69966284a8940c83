import { describe, expect, it } from 'vitest';
import { type DateOrder, dayIn, findPrintedDates, onlyOrderOf } from '../../../../lambdas/core/reading/printed-date.ts';

const read = (text: string, order: DateOrder = 'DMY') => findPrintedDates(text, 2026).map((date) => dayIn(date, order));

describe('findPrintedDates', () => {
  it('reads numbers by the order asked for, and two digits as a year up to the next', () => {
    expect(read('05/03/27', 'MDY')).toEqual(['2027-05-03']);
    expect(read('05/03/28', 'MDY')).toEqual(['1928-05-03']);
  });

  it('says where a date starts in the normalised text', () => {
    expect(findPrintedDates('№ ５ ２０２４/０３/０５', 2026)[0]).toMatchObject({ text: '2024/03/05', index: 5 });
  });
});

describe('onlyOrderOf', () => {
  const orderOf = (text: string) => findPrintedDates(text, 2026).map(onlyOrderOf);

  it('names the order of a date that allows one only', () => {
    expect(orderOf('31/12/2024')).toEqual(['DMY']);
    expect(orderOf('12/31/2024')).toEqual(['MDY']);
  });

  it('names none where a separator was lost: the digits may be others', () => {
    expect(orderOf('25/122017')).toEqual([undefined]);
  });

  it('names the order of a year of two digits too', () => {
    expect(orderOf('12/31/24')).toEqual(['MDY']);
  });

  it('names none where several are possible, or where the form says it anyway', () => {
    expect(orderOf('05/03/2024')).toEqual([undefined]);
    expect(orderOf('2024-03-05')).toEqual([undefined]);
    expect(orderOf('5 March 2024')).toEqual([undefined]);
  });
});
