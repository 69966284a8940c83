import { describe, expect, it } from 'vitest';
import { findRefundTitle } from '../../../../lambdas/core/reading/refund-title.ts';

const titleOf = (...lines: readonly string[]) => findRefundTitle([...lines, 'Total 95.00']);

describe('the day on which something hired comes back', () => {
  it.each([
    ['en', 'Tool Hire Direct', 'Date 30/10/2026', 'Return date 02/11/2026', 'Drill 55.00'],
    ['en', 'City Library', '30/10/2026 14:10', 'Return 26/11/2026', 'Books 55.00'],
    ['de', 'Skiverleih Alpin', '30.10.2026 09:10', 'Rückgabe 02.11.2026 17:00', 'Ski 70,00'],
    ['de', 'Radstation Nord', '30.10.2026', 'Abholung', '28.10.2026 09:00', 'Rückgabe', '30.10.2026', 'Leihrad 70,00'],
    ['de', 'Autovermietung Nord', 'Abholung 28.10.2026 09:00', 'Rückgabe', 'Kiel Hbf', 'Mietwagen 95,00'],
    ['es', 'Autos Sol SL', 'Fecha 30/10/2026', 'Devolución 30/10/2026 17:00', 'Alquiler 80,00'],
    ['it', 'Auto Sole', 'Data 30/10/2026', 'Reso: 30/10/2026 17:00', 'Noleggio auto 80,00'],
    ['pl', 'Wypożyczalnia nart', 'Data 30.10.2026', 'Zwrot 30.10.2026 17:00', 'Narty 80,00'],
    ['pt', 'Autos Norte', 'Data 30/10/2026', 'Devolução 30/10/2026', 'Aluguer 80,00'],
    ['da', 'Biludlejning Nord', 'Dato 30.10.2026', 'Returnering 30.10.2026', 'Bil 80,00'],
    ['cs', 'Půjčovna Sever', 'Datum 30.10.2026', 'Vrácení 30.10.2026 17:00', 'Lyže 80,00'],
    ['tr', 'Kuzey Oto Kiralama', 'Tarih 30.10.2026', 'İade 30.10.2026 17:00', 'Araç 80,00'],
    ['ru', 'ООО Прокат Север', 'Дата 30.10.2026', 'Возврат 30.10.2026 17:00', 'Лыжи 80,00'],
    ['nl', 'Fietsverhuur Noord', 'Datum 30-10-2026', 'Teruggave 26-11-2026 10:00', 'Fiets 80,00'],
  ])('is no title of a refund on a paper of hire: %s', (_, ...lines) => {
    expect(titleOf(...lines)).toBeUndefined();
  });

  it.each([
    ['Elm Corner', 'Date 30/10/2026', 'Return date 02/11/2026', 'Drill 55.00'],
    ['Laden Nord', '30.10.2026 09:10', 'Rückgabe', '02.11.2026 17:00', 'Ski 70,00'],
    ['Skiverleih Alpin', 'Kaufdatum 30.10.2026', 'RÜCKGABE', '02.11.2026 17:00', 'Brille 70,00'],
    ['Skiverleih Alpin', 'RÜCKGABE', 'Brille 70,00'],
  ])('is asked about where that is not certain: "%s", "%s", "%s"', (...lines) => {
    expect(titleOf(...lines)).toMatchObject({ isSure: false });
  });

  it.each([
    ['Laden Nord', 'Rückgabe 30.10.2026 12:10', 'Ski 70,00'],
    ['Laden Nord', 'Rückgabe', '30.10.2026 12:10', 'Ski 70,00'],
    ['Skiverleih Alpin', 'Rückgabe 30.10.2026', 'Ski 70,00'],
    ['Skiverleih Alpin', 'Gutschrift 30.10.2026', 'zur Rechnung vom 02.10.2026', 'Ski 70,00'],
    ['Tool Hire Direct', 'Date 30/10/2026', 'Refund 02/11/2026', 'Drill 55.00'],
    ['Tool Hire Direct', 'Date 30/10/2026', '*** RETURN ***', 'Drill 55.00'],
  ])('is the day of a refund where the paper has no other, or the word is of money: "%s", "%s", "%s"', (...lines) => {
    expect(titleOf(...lines)).toMatchObject({ isSure: true });
  });

  it('has no title in a heading of policies below the goods', () => {
    expect(findRefundTitle(['Laden', 'Roman 23,20', 'Summe 23,20', 'Retouren', 'nur mit Bon'])).toBeUndefined();
  });
});
