import { describe, expect, it } from 'vitest';
import { paidBackBy } from '../../../../lambdas/core/reading/paid-back.ts';
import { outcomeOf } from '../../../support/booked-page.ts';

const list = (titles: string): string[] => titles.split(/\||\n/).map((title) => title.trim());

describe('a label of money that went to the customer', () => {
  it.each(
    list(`Returned to Visa ****1234|Refunded to card|Amount credited to Visa|Credited to Mastercard xxxx-1234|Money returned to your card
    Paid out as gift card|Total refund due|Store credit issued|Refund amount|Refund to original payment method|Returned to customer
    Erstattungsbetrag|Auf Karte erstattet|Rückerstattung auf Ihre Kreditkarte|Auf EC-Karte zurückgebucht|Ihrer Kreditkarte gutgeschrieben|Barauszahlung
    Remboursé en espèces|Crédité sur CB|Remboursement sur votre carte|Montant remboursé|Reembolsado en tarjeta|Devuelto a su tarjeta|Importe devuelto
    Devolvido no cartão|Estornado no cartão de crédito|Valor estornado|Rimborsato su carta|Importo restituito al cliente|Riaccreditato su carta
    Terugbetaald op rekening|Teruggestort op uw pas|Reemborsat a la targeta|Rambursat pe card|Återbetalat kort|Återbetalt till kort|Krediterat till kort
    Refunderet til kort|Tilbagebetalt Dankort|Tilbakebetalt til kort|Palautettu kortille|Hyvitetty kortille|Endurgreitt á kort|Zwrócono na kartę
    Vráceno na kartu|Vrátené na kartu|Visszatérítve kártyára|Vraćeno na karticu|Vrnjeno na kartico|Grąžinta į kortelę|Atmaksāts uz karti|Tagastatud kaardile
    Karta iade edildi|İade tutarı|Επιστράφηκε στην κάρτα|Πιστώθηκε στην κάρτα|Возвращено на карту|Возвращено клиенту|Повернуто на картку
    Враћено на картицу|Възстановено по карта|Dikembalikan ke kartu|Đã hoàn tiền vào thẻ|הוחזר לכרטיס|المبلغ المسترد إلى البطاقة
    返金額|還付金額|ご返金額|カードへ返金|已退款|退款金额|退回原卡|환불금액|카드 환불|คืนเงินเข้าบัตร|कार्ड में वापसी`),
  )('is sure: %s', (label) => expect(paidBackBy(label)).toBe('sure'));

  it.each(
    list('Abonado a tarjeta|Versé sur carte|Store credit|Merchandise credit|Credited to account|Credited to gift card'),
  )('may be one of a payment: %s', (label) => expect(paidBackBy(label)).toBe('maybe'));

  it.each(
    list(`VISA CREDIT|Credit card|Paid by card|Paid in cash|Abonado con tarjeta|Abonado en efectivo|Versé en espèces|Réglé par carte|Cashback|Change
    Refund policy|Refundable deposit|Refund until 10/12/2026|Returned goods|Returned|Rückgeld|Bezahlt mit Karte|Überwiesen auf Konto|Pfanderstattung
    Loaded to gift card|Points credited|返品不可|환불 불가|Vraceno|Betalt med kort`),
  )('is none: %s', (label) => expect(paidBackBy(label)).toBeUndefined());
});

describe('a paper that only its payment tells from a purchase', () => {
  const booked = (...rows: readonly string[]) =>
    outcomeOf(`Uniqlo Leeds\n14/11/2026 12:00\n${rows.join('\n')}`, 'en-GB', 'GBP');
  const goods = [
    'Shirt                      12.00',
    'Socks                       9.00',
    'Total                     £21.00',
  ];

  it.each([
    'Returned to Visa ****1234',
    'Refunded to card',
    'Paid out as gift card',
    'Amount credited to Visa',
  ])('is a refund where as much as the total went back: %s', (label) =>
    expect(booked(...goods, `${label}         £21.00`)).toBe('-21.00 GBP'));

  it.each([
    'Credited to Visa ****1234',
    'Your refund has been issued and will reach your card',
    'We have refunded the money to your card',
  ])('is asked for where a line without an amount says so: %s', (line) => {
    expect(booked(...goods, line)).toBe('review');
    expect(booked(...goods, 'Visa                      £21.00', line)).toBe('21.00 GBP');
  });

  it.each(['Store credit', 'Credited to account'])('is asked for where the label leaves it open: %s', (label) =>
    expect(booked(...goods, `${label}               £21.00`)).toBe('review'));

  it.each([
    'Refunds are credited to the original card',
    'We will refund the difference if you find it cheaper',
    'Refund until 10/12/2026',
    'Return by 10/12/2026',
  ])('is a purchase with the policy "%s"', (line) => expect(booked(...goods, line)).toBe('21.00 GBP'));

  it('is a purchase where the money is the change of what was given', () => {
    expect(booked(...goods, 'Cash                      £30.00', 'Returned to customer       £9.00')).toBe('21.00 GBP');
    expect(booked(...goods, 'Cash                      £42.00', 'Returned to customer      £21.00')).toBe('21.00 GBP');
  });
});
