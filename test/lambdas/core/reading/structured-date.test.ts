import { describe, expect, it } from 'vitest';
import { structureExpense } from '../../../../lambdas/core/reading/structure-expense.ts';
import { aDocument, type FieldOf } from './analysis.ts';
import { codes } from './read-document.ts';

describe('date', () => {
  const total: FieldOf = { type: 'TOTAL', label: 'Total', text: '12.00' };
  const on = (text: string, over: { locale?: string; lines?: string[]; more?: FieldOf[]; today?: string } = {}) =>
    structureExpense(
      [
        aDocument({
          fields: [{ type: 'INVOICE_RECEIPT_DATE', text }, total, ...(over.more ?? [])],
          lines: over.lines ?? [],
        }),
      ],
      { locale: over.locale ?? 'en-GB', today: over.today ?? '2024-06-15' },
    );

  it('is day first or month first by the locale when nothing else says so', () => {
    expect(on('05/03/2024', { locale: 'en-GB' }).purchasedOn).toBe('2024-03-05');
    expect(on('05/03/2024', { locale: 'en-US' }).purchasedOn).toBe('2024-05-03');
  });

  it('is read as the document writes another date', () => {
    const more = [{ type: 'DUE_DATE', label: 'Due', text: '05/31/2024' }];

    expect(on('05/03/2024', { locale: 'en-GB', more }).purchasedOn).toBe('2024-05-03');
  });

  it('is read as the country of the document writes it', () => {
    expect(on('05/03/2024', { locale: 'en-US', lines: ['ABC SDN BHD'] }).purchasedOn).toBe('2024-03-05');
    expect(on('05/03/2024', { locale: 'en-GB', lines: ['Austin, TX 78701'] }).purchasedOn).toBe('2024-05-03');
    expect(on('24/03/05', { locale: 'en-GB', lines: ['領収書 ありがとう'] }).purchasedOn).toBe('2024-03-05');
  });

  it('is read as papers in the language of the document write it, unless the person shares that language', () => {
    const italian = ['SCONTRINO', 'TOTALE COMPLESSIVO', 'CONTANTI', 'RESTO'];
    const french = ['MONTANT A PAYER', 'ESPECES', 'RENDU', 'MERCI DE VOTRE VISITE'];
    const [today, text] = ['2026-11-29', '25/10/26'];

    expect(on(text, { locale: 'ja-JP', today, lines: italian }).purchasedOn).toBe('2026-10-25');
    expect(on(text, { locale: 'ja-JP', today, lines: french }).purchasedOn).toBe('2026-10-25');
    expect(on(text, { locale: 'fr-CA', today, lines: french }).purchasedOn).toBe('2025-10-26');
    expect(on('03/05/24', { locale: 'en-US', lines: italian }).purchasedOn).toBe('2024-05-03');
  });

  it('needs review where the locale alone puts a year of two digits in front and another day is nearer', () => {
    const expense = on('25/10/26', { locale: 'ja-JP', today: '2026-11-29' });

    expect(codes(expense)).toEqual(['DateUnreadableError']);
    expect(expense.candidates.purchasedOn.map(({ value }) => value).sort()).toEqual(['2025-10-26', '2026-10-25']);
    expect(on('26/10/25', { locale: 'ja-JP', today: '2026-11-29' }).purchasedOn).toBe('2026-10-25');
  });

  it('is of late rather than long ago where the order of a year of two digits is not sure', () => {
    const today = '2026-11-29';
    const canadian = on('05/11/26', { locale: 'fr-CA', today, lines: ['Montréal QC'] });

    expect(canadian.purchasedOn).toBe('2026-11-05');
    expect(canadian.reasons[0]?.message).toContain('may be 2026-11-05 or 2026-05-11 or 2005-11-26');
    expect(on('26/11/03', { locale: 'en-US', today })).toMatchObject({
      status: 'completed',
      purchasedOn: '2026-11-03',
    });
  });

  it('is not told by a currency that a line states for a customer abroad', () => {
    const lines = ['Cloudmeadow Inc.', 'All amounts in GBP', 'Total 45.00'];

    expect(on('10/02/2026', { locale: 'en-US', today: '2026-11-30', lines }).purchasedOn).toBe('2026-10-02');
  });

  it('is asked for where the country or the language puts the day in front of a year of long ago', () => {
    const today = '2026-11-29';
    for (const lines of [
      ['3511 AB Utrecht', 'inclusief BTW 21%'],
      ['SCONTRINO', 'TOTALE COMPLESSIVO', 'CONTANTI', 'RESTO'],
    ]) {
      const expense = on('26-10-12', { locale: 'nl-NL', today, lines });

      expect(codes(expense)).toEqual(['DateUnreadableError']);
      expect(expense.reasons[0]?.message).toContain('may be 2026-10-12 or 2012-10-26');
      expect(expense.candidates.purchasedOn.map(({ value }) => value).sort()).toEqual(['2012-10-26', '2026-10-12']);
    }
  });

  it('is as the emperor counts in Japan, and asked for elsewhere', () => {
    const today = '2026-11-29';

    expect(on('08年11月06日', { locale: 'ja-JP', today })).toMatchObject({
      status: 'completed',
      purchasedOn: '2026-11-06',
    });
    expect(codes(on('08年11月06日', { locale: 'zh-TW', today }))).toContain('DateImplausibleError');
  });

  it('is read as the countries of the printed currency write it, where nothing else speaks for a country', () => {
    const inCurrency = (text: string) =>
      structureExpense(
        [
          aDocument({
            fields: [
              { type: 'INVOICE_RECEIPT_DATE', text: '05/03/2024' },
              { type: 'TOTAL', text },
            ],
          }),
        ],
        { locale: 'en-US', today: '2024-06-15' },
      ).purchasedOn;

    expect(inCurrency('12.00 €')).toBe('2024-03-05');
    expect(inCurrency('RM 12.00')).toBe('2024-03-05');
    expect(inCurrency('$12.00')).toBe('2024-05-03');
    expect(inCurrency('USD 12.00')).toBe('2024-05-03');
  });

  it('is read in the other order when the one of the locale leads into the future', () => {
    expect(on('12/06/2024', { locale: 'en-US' }).purchasedOn).toBe('2024-06-12');
  });

  it('is not the date that it is due, nor the one of a delivery', () => {
    const expense = structureExpense(
      [
        aDocument({
          fields: [
            { type: 'DUE_DATE', label: 'Due date', text: '30.06.2024' },
            { type: 'OTHER', label: 'Lieferdatum', text: '01.06.2024' },
            { type: 'OTHER', label: 'Rechnungsdatum', text: '05.06.2024' },
            total,
          ],
        }),
      ],
      { locale: 'de-DE', today: '2024-06-15' },
    );

    expect(expense.purchasedOn).toBe('2024-06-05');
  });

  it('is found in a line that the analysis did not tag', () => {
    const expense = structureExpense([aDocument({ fields: [total], lines: ['14/06/2024 12:31'] })], {
      locale: 'en-GB',
      today: '2024-06-15',
    });

    expect(expense.status).toBe('completed');
    expect(expense.purchasedOn).toBe('2024-06-14');
  });

  it('needs review where it is hardly legible, unless it is printed twice', () => {
    const faint = { type: 'INVOICE_RECEIPT_DATE', text: '16/05/2024', confidence: 71 };
    const again = { type: 'OTHER', label: 'Time', text: '16/05/2024 10:31', confidence: 80 };
    const read = (...fields: FieldOf[]) =>
      structureExpense([aDocument({ fields: [total, ...fields] })], { locale: 'en-GB', today: '2024-06-15' });

    expect(read(faint).reasons[0]?.message).toBe(
      'the date was read as 2024-05-16 with 71 % confidence and nothing else confirms it; drop a sharper picture',
    );
    expect(read(faint, again).status).toBe('completed');
  });

  it('may be tomorrow for a person who is behind in time', () => {
    expect(on('16/06/2024').status).toBe('completed');
  });

  it.each([
    ['17/06/2024', 'lies in the future'],
    ['14/06/2014', 'is more than 10 years back'],
  ])('needs review when it is %s', (text, problem) => {
    const expense = on(text);

    expect(codes(expense)).toEqual(['DateImplausibleError']);
    expect(expense.reasons[0]?.message).toContain(problem);
  });

  it('needs review when both separators had to be restored, unless it is printed again', () => {
    const twice = [{ type: 'INVOICE_RECEIPT_DATE', text: '25.04.2017' }];

    expect(codes(on('250412017', { today: '2017-06-01' }))).toEqual(['DateUnreadableError']);
    expect(on('250412017', { today: '2017-06-01', more: twice })).toMatchObject({
      status: 'completed',
      purchasedOn: '2017-04-25',
    });
  });

  it('needs review when there is none', () => {
    const expense = structureExpense([aDocument({ fields: [total] })], { locale: 'en-GB', today: '2024-06-15' });

    expect(codes(expense)).toEqual(['DateUnreadableError']);
  });

  it('needs review when it is printed twice and one digit was read as another', () => {
    const twice = on('19/02/2024', { lines: ['Thank you', 'Printed 12/02/2024 10:33', '12.00'] });
    const misread = on('17/02/2024', { lines: ['Thank you', '11/02/2024 10:33', '12.00'] });

    expect(codes(twice)).toEqual([]);
    expect(codes(misread)).toEqual(['DateUnreadableError']);
  });

  it('is not doubted over the day of the order, the delivery or the payment', () => {
    const more = [{ type: 'DUE_DATE', label: 'Due', text: '11/02/2024' }];

    expect(codes(on('17/02/2024', { more, lines: ['Order date: 11/02/2024'] }))).toEqual([]);
  });

  it('needs review when it can only be in an order that its country does not write', () => {
    const lines = ['ABC SDN BHD', 'Jalan Satu, Selangor'];

    expect(codes(on('04/17/2024', { lines }))).toEqual(['DateUnreadableError']);
    expect(codes(on('17/04/2024', { lines }))).toEqual([]);
  });

  it('needs review when the only date is the one to pay until', () => {
    const expense = structureExpense(
      [aDocument({ fields: [{ type: 'DUE_DATE', label: 'Due Date', text: '30/05/2024' }, total] })],
      { locale: 'en-GB', today: '2024-06-15' },
    );

    expect(expense.purchasedOn).toBe('2024-05-30');
    expect(codes(expense)).toEqual(['DateUnreadableError']);
  });

  it('is day first when its separators are dots', () => {
    expect(on('05.03.2024', { locale: 'en-US' }).purchasedOn).toBe('2024-03-05');
    expect(on('03.15.2024', { locale: 'en-US' }).purchasedOn).toBe('2024-03-15');
  });

  it('needs review when a letter of the month was lost, and is guessed', () => {
    const expense = on('14/um/2023 08:34');

    expect(expense.purchasedOn).toBe('2023-06-14');
    expect(codes(expense)).toEqual(['DateUnreadableError']);
  });

  it.each([
    'Rif. fattura n. 4402 del 20/05/2024',
    'Réf. facture 4402 du 20/05/2024',
    'zu Rechnung 4402 vom 20/05/2024',
    'Original invoice of 20/05/2024',
    'Fattura di riferimento n. 4402 del 20/05/2024',
    'Factura rectificada: 4402 de 20/05/2024',
  ])('is not that of another paper: %s', (line) => {
    const lines = ['Credit 4471 12/06/2024', line];
    const fields: FieldOf[] = [{ type: 'INVOICE_RECEIPT_DATE', text: '12/06/2024' }, total];
    const expense = structureExpense([aDocument({ fields, lines })], { locale: 'en-GB', today: '2024-06-15' });

    expect(expense.purchasedOn).toBe('2024-06-12');
    expect(codes(expense)).toEqual([]);
  });

  it('needs review where it is the only one and another paper has it', () => {
    const label = 'Rif. fattura n. 4402 del';
    const fields: FieldOf[] = [{ type: 'INVOICE_RECEIPT_DATE', label, text: '20/05/2024' }, total];
    const expense = structureExpense([aDocument({ fields })], { locale: 'it-IT', today: '2024-06-15' });

    expect(codes(expense)).toEqual(['DateUnreadableError']);
  });

  it('is that of the slip below the title of a refund', () => {
    const fields: FieldOf[] = [{ type: 'INVOICE_RECEIPT_DATE', label: '返品', text: '2024年6月12日' }, total];
    const expense = structureExpense([aDocument({ fields })], { locale: 'ja-JP', today: '2024-06-15' });

    expect(expense.purchasedOn).toBe('2024-06-12');
    expect(codes(expense)).not.toContain('DateUnreadableError');
  });

  it('is settled where two calendars print it, and lists no day twice where one does', () => {
    const hijri = '1445/12/06 هـ';
    const alone = on(hijri, { locale: 'ar-SA' });
    const [message = ''] = alone.reasons.map((reason) => reason.message);
    const days = message.split(';')[0]?.match(/\d{4}-\d\d-\d\d/g) ?? [];

    expect(new Set(days).size).toBe(days.length);
    const both = on(hijri, { locale: 'ar-SA', lines: [hijri, '12/06/2024 م'] });
    expect(both.purchasedOn).toBe('2024-06-12');
    expect(codes(both)).not.toContain('DateUnreadableError');
  });
});
