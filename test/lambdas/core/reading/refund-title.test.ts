import { describe, expect, it } from 'vitest';
import { findRefundTitle, isRefundLabel } from '../../../../lambdas/core/reading/refund-title.ts';

const list = (titles: string): string[] => titles.split('|').map((title) => title.trim());

const TITLES = list(`MERCHANDISE RETURN|CARD REFUND|REFUND - CUSTOMER COPY|*** REFUND ***|Type: Refund|
  Transaction type: RETURN|SALE RETURN|RETURN SLIP|Refund #4711|REFUNDED|VISA REFUND|RETURN #220688 2026-11-08 15:07|
  Retoure|Retourbon|Rückgabe|Storno-Bon|Gutschrift|Warenrückgabe|Gutschriftsbeleg|Belegart: Gutschrift|Rücknahme|
  Reso merce|RESO MERCE N. 0012-0034|Nota di credito|Nota di accredito|Scontrino di reso|
  Zwrot|Zwrot towaru|Paragon zwrotny|
  Remboursement|Avoir|AVOIR N° 123|Ticket de retour|Bon d'avoir|Note de crédit|
  Devolución|Abono|Nota de crédito|Ticket de devolución|Devolução|Estorno|Talão de devolução|
  Returkvitto|Returkvittering|Kreditnota|Återköp|Tilbagebetaling|Refusjon|
  Palautus|Hyvitys|Hyvityslasku|Retourbewijs|Creditfactuur|
  İade|İADE FİŞİ|Satış iadesi|Возврат|Кассовый чек / Возврат прихода|Повернення|Видатковий чек|
  Επιστροφή|ΠΙΣΤΩΤΙΚΟ ΤΙΜΟΛΟΓΙΟ|ΔΕΛΤΙΟ ΕΠΙΣΤΡΟΦΗΣ|Visszáru|Sztornó bizonylat|Jóváírás|
  Vrácení zboží|Dobropis|Vrátka|Bon de retur|Factură storno|Сторно|Povrat robe|Retur Penjualan|Pengembalian Dana|
  คืนสินค้า|ใบลดหนี้|Trả hàng|Hoàn tiền|払戻|払い戻し|返金|返品|返品伝票|【返品】|退款|退货单|销售退货|红字发票|折讓單|
  환불|반품|환불 영수증|결제취소|مرتجع|فاتورة مرتجع|استرجاع|إشعار دائن|החזר|חשבונית זיכוי`);

const POLICIES =
  list(`No refund without receipt|NO REFUND|Returns within 14 days|REFUND POLICY|Return Policy|Refundable deposit|
  tax refund form|Tax Refund|RETURN BY 12/24/2026|Please return|Many happy returns|RETURN TICKET|Day Return|
  All returns must be accompanied by receipt|Refund/Exchange policy|Rückgabe innerhalb 14 Tagen|Rückgaberecht|
  Kein Umtausch ohne Bon|Rückgeld|Gutschein|Remboursement sous 30 jours|Retour sous 14 jours|Merci d'avoir choisi|
  Devoluciones en 30 días|Abono transporte|Reso entro 30 giorni|Zwrot w ciągu 14 dni|返品不可|退换货请凭小票|환불불가|
  Retour binnen 14 dagen|Returret 14 dage|Kembali|Возврат товара в течение 14 дней|RETURN Drill|Lamp`);

describe('findRefundTitle', () => {
  it.each(TITLES)('sees the title "%s"', (title) => {
    expect(findRefundTitle(['Elm Corner', title, 'Lamp 12.00'])).toEqual({ text: title, isSure: true });
  });

  it.each(POLICIES)('sees none in "%s", above the goods or below them', (line) => {
    expect(findRefundTitle(['Elm Corner', line, 'Lamp 12.00', line])).toBeUndefined();
  });

  it.each([
    'VOID',
    'Annullo',
    '取消',
    'Leergutbon',
    'REFUND / EXCHANGE',
    'Returns',
    'RETURN',
    'RETURNS',
    'Retour',
    'Retour 12.05.2026',
    'Retours',
    'Retur',
    'Faktura korygująca',
    'Rechnungskorrektur',
    'Factura rectificativa',
  ])('is not sure of "%s", which may be something else', (title) => {
    expect(findRefundTitle([title, 'Lamp 12.00'])?.isSure).toBe(false);
  });

  it.each([
    '*** RETURN ***',
    'RETURN #4711',
    'RETURN SLIP',
    'Retour n° 12',
    'Retourbon',
  ])('is sure of "%s"', (title) => {
    expect(findRefundTitle([title, 'Lamp 12.00'])?.isSure).toBe(true);
  });

  it.each([
    ['Passenger 1', 'Departure 12:10', 'RETURN'],
    ['Départ Lyon', 'Voiture 12', 'Retour'],
    ['Abfahrt Wien', 'Gleis 4', 'Retour'],
  ])('sees none on a ticket: "%s", "%s", "%s"', (...lines) => {
    expect(findRefundTitle([...lines, 'Fare 12.00'])).toBeUndefined();
    expect(findRefundTitle([lines[0] ?? '', lines[2] ?? '', 'Fare 12.00'])?.isSure).toBe(false);
  });

  it.each([
    ['Total 12.00', '*** REFUND ***', true],
    ['Total 12.00', 'REFUND RECEIPT', true],
    ['Total 12.00', 'REFUND', false],
  ])('below the goods is sure only of a paper\'s name or an ornament: "%s", "%s"', (before, line, isSure) => {
    expect(findRefundTitle(['Elm Corner', before, line])?.isSure).toBe(isSure);
  });

  it.each([
    ['Total 12.00', 'Returns'],
    ['Total 12.00', 'Rückgabe'],
    ['Unopened goods may be brought back for a full', 'refund'],
    ['NO EXCHANGE OR', 'REFUND'],
  ])('takes the end of a policy and its heading for no title: "%s", "%s"', (before, line) => {
    expect(findRefundTitle(['Elm Corner', 'Total 12.00', before, line])).toBeUndefined();
  });

  it('takes a line with an amount for no title: "Rückgabe 1,72" may be the change', () => {
    expect(findRefundTitle(['Elm Corner', 'Rückgabe 1,72'])).toBeUndefined();
  });
});

describe('isRefundLabel', () => {
  it.each(
    list('CASH REFUND|REFUND VISA|REFUND TO CARD|Amount refunded|Auszahlung|REMBOURSEMENT CB|Do zwrotu|返金額'),
  )('sees that "%s" goes to the customer', (label) => {
    expect(isRefundLabel(label)).toBe(true);
  });

  it.each(list('CASH|Rückgeld|VISA|Refundable deposit|Tax refund|Refund Lamp'))('does not of "%s"', (label) => {
    expect(isRefundLabel(label)).toBe(false);
  });
});
