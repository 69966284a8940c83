import { describe, expect, it } from 'vitest';
import { bookedPages, outcomeOf } from '../../../support/booked-page.ts';

const bill = (...rows: readonly string[]) => ['Harbour Clinic', 'Bill date 14 November 2026', ...rows].join('\n');

describe('a bill of which another bears a part', () => {
  it.each<[string, string, readonly string[]]>([
    ['en-GB', 'GBP', ['Treatment  £100.00', 'Total  £100.00', 'Insurer pays  £70.00', 'Your share  £30.00']],
    ['en-GB', 'GBP', ['Charges  £120.00', 'Total charges  £120.00', 'Government support  -£66.00']],
    ['en-US', 'USD', ['Frames  $200.00', 'Lenses  $150.00', 'Total  $350.00', 'VSP benefit  $261.00']],
    ['de-AT', 'EUR', ['Energie  120,00', 'Gesamtbetrag  120,00 EUR', 'Stromkostenbremse  -66,00']],
    ['fr-FR', 'EUR', ['Soins  34,20', 'Total TTC  34,20 €', 'Part mutuelle  12,00 €', 'Reste à charge  22,20 €']],
    ['nl-NL', 'EUR', ['Behandeling  80,00', 'Totaal  80,00 EUR', 'Vergoed door verzekeraar  48,00']],
    ['sv-SE', 'SEK', ['Recept  620,00', 'Totalt  620,00 kr', 'Förmån  400,00']],
    ['pl-PL', 'PLN', ['Lek  80,00', 'Razem  80,00 zł', 'Refundacja NFZ  48,00']],
    ['ja-JP', 'JPY', ['薬剤料  5,130', '合計  ¥5,130', '保険負担  3,590', '患者負担額  1,540']],
    ['ko-KR', 'KRW', ['진찰료  51,300', '합계  51,300원', '공단부담금  35,900', '환자부담총액  15,400']],
  ])('is asked about, or is what is left: %s %s %j', (locale, currency, rows) => {
    const { status, total } = bookedPages([bill(...rows)], { locale, currency });
    const all = rows.at(-3)?.replace(/\D/g, '') ?? '';

    expect(status === 'completed' && total?.replace(/\D/g, '').startsWith(all)).toBe(false);
  });

  it('says which row it is', () => {
    const page = bill('Treatment  £100.00', 'Total  £100.00', 'Insurer pays  £70.00');

    expect(bookedPages([page], { locale: 'en-GB', currency: 'GBP' }).reasons).toMatchObject([
      {
        code: 'TotalsDisagreeError',
        message: expect.stringContaining('"Insurer pays £70.00" says that another bears'),
      },
    ]);
  });

  it('is right where the total is what is left, or was paid whole', () => {
    const [share, rest] = ['Insurer pays  £70.00', 'Total  £30.00'];

    expect(outcomeOf(bill('Treatment  £100.00', share, rest, 'Visa  £30.00'), 'en-GB', 'GBP')).toBe('30.00 GBP');
    expect(outcomeOf(bill('Treatment  £100.00', 'Total  £100.00', 'Visa  £100.00', share), 'en-GB', 'GBP')).toBe(
      '100.00 GBP',
    );
  });
});
