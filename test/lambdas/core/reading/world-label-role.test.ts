import { describe, expect, it } from 'vitest';
import { roleOfLabel } from '../../../../lambdas/core/reading/label-role.ts';

const LABELS: Readonly<Record<string, string>> = {
  due: `At betale|Beløb at betale|Til betaling|Å betale|Til greiðslu|K platbě|K platbe|K úhradě|Částka k úhradě|Na úhradu|Celkem k platbě
    |Za platiti|Ukupno za platiti|Za uplatu|Za plačilo|Do zapłaty|Należność|Total de plată|De plată|De achitat|За плащане|К оплате|До сплати|За уплату
    |Te voldoen|Importo da pagare|Ödenecek|Tasuda|Apmaksai|Mokėtina suma|Harus dibayar|Total bayar|Për t’u paguar|المبلغ المستحق|المطلوب دفعه|לתשלום
    |ยอดที่ต้องชำระ|รวมทั้งสิ้น|จำนวนเงินที่ต้องชำระ|결제금액|결제하실 금액|御会計|应付金额`,
  total: `I alt|Beløb i alt|Sum|Sluttsum|Slutsumma|Heildarupphæð|Samtals|Celková suma|Összeg|Végösszeg|Thanh toán|Tổng tiền|Kabuuan|Guztira|Итог|Крайна сума
    |الإجمالي|المجموع الكلي|ยอดรวม|总金额|お買上計|합계금액|ΣΥΝΟΛΟ`,
  subtotal: `Suma częściowa|Проміжна сума|Millisamtala|Tussentotaal|Mellansumma|Fără TVA|Base|HT|Matrah|DPP|Základ daně`,
  cash: `Bankkort|Dankort|Kort|Pankkikortti|Greiðslukort|Karta|Zapłacono|Zaplaceno|Karta płatnicza|Kartica|Карта|Картка|Πληρώθηκε|Ödendi|Bezahlt|Payé|Pagado
    |クレジット|신용카드|银行卡|信用卡|บัตรเครดิต|ชำระแล้ว|بطاقة|תשלום שהתקבל|Đã thanh toán|Importo pagato
    |Erhalten|Übergeben|Donné|Comptant|Entregado|Recibido|Paga con|Ricevuto|Entregue|Valor recebido|Ontvangen|Otrzymano|Wpłata|Přijato|Încasat|Primljeno
    |Prejeto|Mottaget|Erhållet|Modtaget|Mottatt|Saatu|Saadud|Saņemts|Gauta|Alınan|Verilen|Diterima|Bayaran|Móttekið|Είσπραξη|Bayad|Lliurat`,
  change: 'BAL|Bal.|Ret|CNG|Chg|Due back|Your change|Rückg.|Zpět|Ostatak|Vaihtoraha|Vráceno|잔돈|เงินทอน|Byttepenge',
  tip: 'Drikkepenge|Juomaraha|Þjórfé|Spropitné|Borravaló|Bacșiș|Чайові|Чаевые|Бакшиш|Napojnica|Φιλοδώρημα|Bahşiş|小費|ทิป|إكرامية|טיפ|Tiền boa',
  service:
    'Servicegebyr|Palvelumaksu|Þjónustugjald|Szervizdíj|Обслуговування|服務費|ค่าบริการ|Biaya layanan|Phí phục vụ|رسوم الخدمة|דמי שירות',
  discount: 'Kupong|Kupon|Reducere|Diskon|クーポン|쿠폰|折價券|คูปอง|قسيمة|קופון|Bon de réduction',
  rounding:
    'Øreafrunding|Rotunjire|Закръгляне|Заокруглення|Στρογγυλοποίηση|Yuvarlama|端数|抹零|ปัดเศษ|Làm tròn|تقريب|עיגול',
  'prior-balance':
    'Alter Saldo|Solde précédent|Saldo anterior|Tidligere saldo|Předchozí zůstatek|Önceki bakiye|前回請求額|上期余额|ยอดยกมา|الرصيد السابق|יתרה קודמת',
  refunded:
    'Devolución en efectivo|Kontant åter|Visszafizetve készpénz|Rambursat numerar|Върнато в брой|退现金|คืนเงินสด|المبلغ المسترد نقدا|החזר מזומן',
};

const cases = Object.entries(LABELS).flatMap(([role, labels]) =>
  labels.split('|').map((label) => [label.trim(), role] as const),
);

describe('roleOfLabel in many languages', () => {
  it.each(cases)('takes %s for %s', (label, role) => {
    expect(roleOfLabel(label)).toBe(role);
    // Recognisers drop the accents of Latin letters.
    expect(roleOfLabel(label.normalize('NFD').replace(/(?<=[a-zA-Z])\p{M}+/gu, ''))).toBe(role);
  });

  it.each([
    'Dim Sum',
    'Thé',
    'Anillo de plata',
    'Importación de libros',
    'Fredriksson & Co',
    'Potongan ayam',
    'バースデーカード',
    'Vykort',
    'ยอดเงินคงเหลือ',
    'טיפול פנים',
    'Servizio da tè',
    'Portobello',
  ])('takes %s for goods', (name) => {
    expect(roleOfLabel(name)).toBe(undefined);
  });
});
