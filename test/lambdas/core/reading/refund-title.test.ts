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

/** Titles of refunds, credit notes and cancelled sales, by language; of some, either way is possible. */
const BY_LANGUAGE =
  `  uk: Кредит-нота|Кредитна нота|Повернення товару|Чек повернення|Видатковий чек|Накладна на повернення|Повернення коштів|Кредит нота|Коригуюча накладна|Розрахунок коригування
  ru: Возврат|Возврат товара|Чек возврата|Кредит-нота|Кредитная нота|Кредитовое авизо|Возврат прихода|Возвратная накладная|Корректировочный счет-фактура|Возврат денежных средств
  bg: Кредитно известие|Сторно|Връщане на стока|Сторно бон|Кредитна нота|Рекламация
  be: Вяртанне
  sr: Рефундација|Povraćaj|Povrat robe|Knjižno odobrenje|Књижно одобрење|Odobrenje|Povraćaj novca|Storno račun|Storno računa
  mk: Кредит нота|Поврат|Враќање|Сторна сметка|Книжно одобрение
  hr: Povrat|Povrat robe|Povrat novca|Odobrenje|Storno računa|Knjižna obavijest|Financijsko odobrenje
  sl: Dobropis|Vračilo|Vračilo blaga|Storno računa|Vračilo kupnine
  cs: Dobropis|Vrácení zboží|Vratka|Opravný daňový doklad|Vrácení peněz|Storno|Reklamace - vrácení|Opravný daňový doklad - dobropis|Refundace
  sk: Dobropis|Vrátenie tovaru|Vrátenie peňazí|Refundácia|Storno|Opravná faktúra|Vratka
  pl: Zwrot|Zwrot towaru|Faktura korygująca|Korekta|Nota kredytowa|Zwrot środków|Potwierdzenie zwrotu|Zwrot na kartę|Protokół zwrotu
  hu: Visszáru|Visszavét|Sztornó számla|Jóváíró számla|Jóváírás|Visszatérítés|Helyesbítő számla|Visszavásárlás|Pénzvisszafizetés|Visszáru bizonylat
  ro: Retur|Retur marfă|Restituire|Factură storno|Notă de credit|Stornare|Rambursare|Bon retur|Bon de restituire
  el: Επιστροφή|Πιστωτικό τιμολόγιο|Πιστωτικό σημείωμα|Απόδειξη επιστροφής|Δελτίο επιστροφής|Επιστροφή χρημάτων|Ακυρωτικό|Πιστωτικό
  tr: İade|İade faturası|İade fişi|İade belgesi|Geri ödeme|Para iadesi|Satış iadesi|Ürün iadesi|İptal|Gider pusulası|Alacak dekontu
  sq: Kthim|Kthim malli|Rimbursim|Notë krediti|Kthim parash
  lv: Atgriešana|Kredītrēķins|Preču atgriešana|Naudas atmaksa|Atmaksa
  lt: Grąžinimas|Kreditinė sąskaita|Prekių grąžinimas|Pinigų grąžinimas|Kreditinė sąskaita faktūra
  et: Tagastus|Kreeditarve|Tagastamine|Kauba tagastus|Raha tagastus|Tagastusarve
  fi: Palautus|Hyvitys|Hyvityslasku|Palautuskuitti|Tuotepalautus|Maksupalautus|Hyvityskuitti|Rahojen palautus
  sv: Retur|Återköp|Kreditfaktura|Returkvitto|Kreditnota|Återbetalning|Varuretur|Kreditkvitto|Refundering
  no: Retur|Kreditnota|Refusjon|Returkvittering|Tilbakebetaling|Retur av vare|Returseddel|Vareretur|Refundering|Refusjonskvittering
  da: Retur|Kreditnota|Tilbagebetaling|Refusion|Returbon|Kreditering|Returnering|Bytte/retur|Returvare|Refundering|Refunderet|Refunderingskvittering|Refundering af køb
  is: Endurgreiðsla|Kreditreikningur|Vöruskil|Kreditnóta|Skilakvittun|Innleggsnóta
  nl: Retour|Retourbon|Creditnota|Creditfactuur|Terugbetaling|Retournering|Teruggave|Creditering|Retour artikelen|Kassabon retour
  fr: Avoir|Remboursement|Note de crédit|Facture d'avoir|Retour marchandise|Reprise|Annulation|Ticket de remboursement|Bon d'avoir|Retour article|Reçu de remboursement|Remboursement client|Ticket retour
  de: Gutschrift|Retoure|Rückgabe|Storno|Rückerstattung|Stornorechnung|Rechnungskorrektur|Retourbeleg|Umtausch/Rückgabe|Rückzahlung|Warenrückgabe|Rückvergütung|Gutschriftsbeleg|Korrekturrechnung|Retourenbeleg|Kassabon Retoure|Retourschein|Rücknahmebeleg
  it: Reso|Reso merce|Rimborso|Nota di credito|Storno|Documento di reso|Nota di accredito|Scontrino di reso|Documento commerciale per reso|Restituzione|Rimborso cliente|Annullo
  es: Devolución|Abono|Nota de crédito|Factura rectificativa|Reembolso|Nota de abono|Ticket de devolución|Vale de devolución|Comprobante de devolución|Nota de Crédito Electrónica|Factura de abono|Devolución de compra|Boleta de devolución
  ca: Devolució|Factura rectificativa|Reemborsament
  eu: Itzulketa|Diru-itzultzea
  gl: Devolución|Nota de aboamento
  pt: Devolução|Nota de crédito|Estorno|Reembolso|Talão de devolução|Comprovante de devolução|Nota de devolução|Comprovante de estorno|Cupom de devolução|Cancelamento|Nota Fiscal de Devolução
  id: Retur|Pengembalian|Nota kredit|Retur penjualan|Pengembalian dana|Retur barang|Bukti retur|Refund
  ms: Pemulangan|Bayaran balik|Nota kredit|Pulangan|Pulangan barang|Resit bayaran balik
  vi: Trả hàng|Hoàn tiền|Phiếu trả hàng|Hóa đơn điều chỉnh giảm|Hoàn trả|Phiếu hoàn tiền|Hoàn hàng|Hóa đơn trả hàng
  tl: Pagbabalik
  th: ใบลดหนี้|คืนสินค้า|คืนเงิน|ใบคืนสินค้า|ใบรับคืนสินค้า|ใบคืนเงิน
  ja: 返品|返金|払戻|赤伝|返品伝票|返金レシート|払い戻し|取消|赤字伝票|返品控え|返品処理|ご返金|返金明細書
  zh: 退款|退货|退貨|退费|退款单|退货单|销售退货|红字发票|红字增值税发票|折让单|退款小票|退款凭证|退貨單|折讓證明單
  ko: 환불|반품|취소전표|환불 영수증|반품 영수증|승인취소|카드취소|환불영수증
  ar: مرتجع|استرجاع|إشعار دائن|فاتورة مرتجع|مرتجع مبيعات|إرجاع|استرداد|فاتورة مرتجعات|إيصال استرداد|اشعار دائن|مردودات المبيعات|إرجاع بضاعة
  he: החזר|זיכוי|חשבונית זיכוי|החזר כספי|תעודת זיכוי|הודעת זיכוי|חשבונית מס זיכוי|ביטול עסקה
  fa: مرجوعی|برگشت از فروش|استرداد وجه|فاکتور برگشتی
  hi: वापसी|रिफंड|क्रेडिट नोट|माल वापसी|धनवापसी
  bn: ফেরত|রিফান্ড|ক্রেডিট নোট
  sw: Marejesho|Kurudisha bidhaa|Hati ya mkopo|Rejesho
  af: Terugbetaling|Kredietnota|Krediet nota
  ka: დაბრუნება|კრედიტ ნოტა
  hy: Վերադարձ
  kk: Қайтару
  uz: Qaytarish
  az: Qaytarma|Geri qaytarma
  mn: Буцаалт
  en: REFUND|RETURN|CREDIT NOTE|MERCHANDISE RETURN|CARD REFUND|REFUND - CUSTOMER COPY|Type: Refund|Tax Credit Note|CREDIT MEMO|REFUND RECEIPT|RETURN RECEIPT|SALES RETURN|REFUND VOUCHER|Credit Adjustment|ADJUSTMENT NOTE|CREDIT INVOICE|CHARGEBACK|Return Slip|Customer refund|GOODS RETURNED|REVERSAL|Refund Confirmation|Return Summary|CASH RETURN|Cash Back Refund|Refunded|Credit Note (Tax Invoice)|Return Authorization|Refund Issued|Credit Receipt|NEGATIVE SALE|PURCHASE RETURN`
    .split('\n')
    .map((line) => line.trim().split(/: (.*)/))
    .flatMap(([language = '', titles = '']) => list(titles).map((title) => [language, title] as const));

const POLICIES =
  list(`No refund without receipt|NO REFUND|Returns within 14 days|REFUND POLICY|Return Policy|Refundable deposit|
  tax refund form|Tax Refund|RETURN BY 12/24/2026|Please return|Many happy returns|RETURN TICKET|Day Return|
  All returns must be accompanied by receipt|Refund/Exchange policy|Rückgabe innerhalb 14 Tagen|Rückgaberecht|
  Kein Umtausch ohne Bon|Rückgeld|Gutschein|Remboursement sous 30 jours|Retour sous 14 jours|Merci d'avoir choisi|
  Devoluciones en 30 días|Abono transporte|Reso entro 30 giorni|Zwrot w ciągu 14 dni|返品不可|退换货请凭小票|환불불가|
  Retour binnen 14 dagen|Billet non remboursable|Billet remboursable|Nicht erstattungsfähig|Ikke refunderbar|Ej återbetalning|Não reembolsável|Non rimborsabile|Returret 14 dage|Kembali|Возврат товара в течение 14 дней|RETURN Drill|Lamp`);

describe('findRefundTitle', () => {
  it.each(TITLES)('sees the title "%s"', (title) => {
    expect(findRefundTitle(['Elm Corner', title, 'Lamp 12.00'])).toEqual({ text: title, isSure: true });
  });

  it.each(POLICIES)('sees none in "%s", above the goods or below them', (line) => {
    expect(findRefundTitle(['Elm Corner', line, 'Lamp 12.00', line])).toBeUndefined();
    expect(findRefundTitle(['Elm Corner', line, 'Cashier 4', 'Lamp 12.00'])).toBeUndefined();
  });

  it.each(BY_LANGUAGE)('never takes a paper of this title for spending without a word: %s, %s', (_, title) => {
    for (const printed of [title, title.toUpperCase(), `*** ${title} ***`, `${title} Nr. 10234`]) {
      expect(findRefundTitle(['Elm Corner', 'Mill Road 1', printed, 'Lamp 12.00']), printed).toBeDefined();
    }
  });

  it.each(
    list(`Credit note for invoice 4471|Nota di credito n. 4471 del 12/11/2026|Nota de Crédito NC 2026/4471|Avoir sur facture F-881|
    Storno zu Rechnung 2026-114|Dobropis č. 2026-114|CREDIT MEMO CM-4471 to invoice 4402|Creditnota bij factuur 4402|
    CREDIT NOTE CN 4471|Credit note number CN-4471|Credit note against invoice 4402|Gutschrift zur Rechnung 4402 vom 12.11.2026|
    Refund for order 112-4402|Your refund|DOCUMENTO COMMERCIALE emesso per RESO MERCE|STORNO RAČUNA 55/1/1|
    Kreditnota til faktura 4402|Hyvityslasku 4402 laskuun 881|Zwrot do paragonu 4402|Korekta do faktury FV 12/2026`),
  )('sees "%s", with the paper that it refers to', (title) => {
    expect(findRefundTitle(['Elm Corner', 'Mill Road 1', title, 'Lamp 12.00'])).toMatchObject({ text: title });
  });

  it.each([
    'Rickgabe',
    'Gutschrlft',
    'DEVQLUCION',
    'Rembaursement client',
    'Kredltnota 4402',
  ])('asks where a letter of it may be misread: %s', (title) => {
    expect(findRefundTitle(['Elm Corner', title, 'Kasse 2', 'Lamp 12.00'])).toEqual({ text: title, isSure: false });
  });

  it.each([
    'Refunderingsbevis',
    'Erstattungsnachweis',
    'Remboursementbewijs',
    'Zwróconych dobropisem',
    'Возвратов касса',
  ])('asks where a word has the root of one: %s', (title) => {
    expect(findRefundTitle(['Elm Corner', title, 'Kasse 2', 'Lamp 12.00'])).toEqual({ text: title, isSure: false });
  });

  it.each([
    'Devoluci6n',
    'DEV0LUCION',
    'Gutschr1ft',
    'Zwr0t',
    '5torno',
    'Kred1tnota 4711',
    'Remb0ursement',
    'Nota di cred1to',
  ])('reads a title with digits for letters: %s', (title) => {
    expect(findRefundTitle(['Shop', title, 'Lamp 34,39'])).toMatchObject({ text: title, isSure: true });
  });

  it('takes a number behind a word for no letter of it', () => {
    expect(findRefundTitle(['Shop', 'Table12', 'Lamp 34,39'])).toBeUndefined();
    expect(findRefundTitle(['Shop', 'Retai1 Park', 'Lamp 34,39'])).toBeUndefined();
  });

  it('asks where a word of refunds stands among others that are not known', () => {
    expect(findRefundTitle(['Elm Corner', 'Quittung über Rückerstattung', 'Kasse 2', 'Lamp 12.00'])).toEqual({
      text: 'Quittung über Rückerstattung',
      isSure: false,
    });
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

  it.each(
    list(
      'SKILANÓTA|MONEY BACK|MERCHANDISE CREDIT|GOODS RETURNED|Retourenbestätigung|Erstattungsbestätigung|वापसी रसीद|ফেরত রসিদ|還付|환급|रिफंड बिल',
    ),
  )('is sure of the title "%s"', (title) => {
    expect(findRefundTitle(['Elm Corner', title, 'Lamp 12.00'])).toEqual({ text: title, isSure: true });
  });

  it.each(list('Cambio/Reso|Échange / Retour|Ruil - Retour'))('asks which way money went by "%s"', (title) => {
    expect(findRefundTitle(['Elm Corner', title, 'Lamp 12.00'])).toEqual({ text: title, isSure: false });
  });

  it.each(
    list(`Refund until 10/12/2026|Refund by 10/12/2026|Return by 12/24/2026|Rückgabe bis 10.12.2026|Rückerstattung bis zum 10.12.2026|Remboursement jusqu'au 10/12/2026
    Devolución hasta el 10/12/2026|Reembolso até 10/12/2026|Rimborso entro il 10/12/2026|Terugbetaling tot 10-12-2026|Återbetalning senast 2026-12-10|Palautus 10.12.2026 mennessä
    Zwrot do 10.12.2026|Vrácení do 10.12.2026|Возврат до 10.12.2026|Επιστροφή μέχρι 10/12/2026|İade 10.12.2026 tarihine kadar|返品 2026/12/10まで`),
  )('sees none in the last day of a policy: %s', (line) => {
    expect(findRefundTitle(['Elm Corner', line, 'Cashier 4', 'Lamp 12.00'])).toBeUndefined();
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
    list(
      'CASH REFUND|REFUND VISA|REFUND TO CARD|Amount refunded|Returned to Visa ****1234|Store credit issued|Auszahlung|REMBOURSEMENT CB|Do zwrotu|返金額',
    ),
  )('sees that "%s" goes to the customer', (label) => {
    expect(isRefundLabel(label)).toBe(true);
  });

  it.each(
    list('CASH|Rückgeld|VISA|Store credit|Credited to account|Refundable deposit|Tax refund|Refund Lamp'),
  )('does not of "%s"', (label) => {
    expect(isRefundLabel(label)).toBe(false);
  });
});
