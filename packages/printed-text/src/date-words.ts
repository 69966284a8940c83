import { foldPrinted } from './letters.ts';

/**
 * What the words before a date say that it is: the last day to pay; the end, the beginning or the version of something,
 * or a birth; a day of something else, such as a delivery; the day of the document; or merely a date.
 */
export type DateRole = 'due' | 'void' | 'other' | 'document' | 'plain';

/**
 * Words of each role by language, folded, lower case and without accents, the role that wins first. `_` is a blank, `*`
 * leaves an end of a word open; words of scripts without blanks count anywhere.
 */
const WORDS: readonly (readonly [DateRole, string])[] = [
  [
    'due',
    `due payable_by pay_by pay_before payment_by deadline fallig* zahlbar zahlungsziel zahlungsfrist zahlungstermin zu_zahlen_bis
    echeance a_payer_avant a_regler_avant date_limite_de_paiement limite_de_pago limite_de_pagamento data_limite limite_pagamento
    fecha_limite vencim* vence vencto scadenza scade da_pagare_entro entro_il pagare_entro vervaldatum vervaldag te_betalen_voor
    betalen_voor uiterste uiterlijk forfall* forfald* betalingsfrist betales_senest sista_betalningsdag betalas_senast oss_tillhanda
    erapaiva* elapaiva* termin_platnosci platne_do zaplaty_do termin_zaplaty splatnost* splatne uhradte_do fizetesi_hatarido esedekes*
    hatarid* scadent* termen_de_plata dospijec* dospec* rok_placanja rok_za_placilo rok_plac* zapadlost* datum_valute valuta_placanja
    maksetahtaeg maksetahtpaev apmaksas_termin* apmaksat_lidz apmoketi_iki vade vade_tarihi son_odeme ληξη_πληρωμης προθεσμια* πληρωτεο_εως
    срок_оплаты оплатить_до срок_на_плащане падеж* сплатити_до термін_оплати строк_оплати jatuh_tempo tarikh_akhir tempo_bayar
    tarikh_tamat_tempoh paling_lambat bayar_sebelum han_thanh_toan den_han ครบกำหนด กำหนดชำระ 支払期限 支払期日 お支払期限 振込期限 付款期限 繳費期限
    缴费期限 到期日 付款截止 납기 지급기한 결제기한 납부기한 استحقاق الاستحقاق לתשלום_עד פירעון פרעון देय सररसد سررسید`,
  ],
  [
    'void',
    `expir* exp valid validity use_by best_before best_by bbe bb sell_by good_thru good_through good_until valid_thru thru until till
    warranty guarantee birth born dob d.o.b date_of_birth return_by return_until returns_by returns_until returnable_until
    exchange_by exchange_until refund_by rev revised revision form_no edition licence_date license_date licensed since established
    effective renew* next_visit next_service next_appointment offer* promo* promotion* limite copyright gultig* ablauf* verfall*
    mhd mindestens_haltbar haltbar* verbrauchen* zu_verbrauchen geburts* geb geboren umtausch* ruckgabe_bis garantie gewahrleistung
    fassung mitglied_seit seit_dem naissance nee_le ne_le a_consommer dlc dluo ddm valable jusqu* avant_le expire* validite
    caduc* valid* hasta consumir nacimiento nasc nascimento validade garantia garanzia ate_ao ate_o nascita da_consumarsi fino_al
    revisione revisao geldig* tht houdbaar* ten_minste geboorte* giltig* bast_fore fodelse* senast best_for bedst_for mindst_holdbar
    gyldig* fodsels* udlob* utlop* parasta_ennen voimassa* syntym* takuu* wazn* nalezy_spozyc najlepiej_spozyc urodz* gwaranc* termin_zwrotu
    platnost* spotrebujte trvanlivost* narozen* narodenia zaruk* lejarat* ervenyes* minoseget_megorzi szulet* jotallas valabil* nastere*
    nasterii vrijedi* vazi_do velja_do upotrijebiti rok_trajanja rodenja rojstva kehtiv* sunniaeg deriga_lidz galioja_iki dzimsanas gimimo
    son_kullanma skt tett gecerli* dogum garanti λεξη λήξη ληξη* ληξεως αναλωση* γεννησης срок_годности годен_до годен_по действ* рожден* гарант* придатн*
    вжити_до народження валид* срок_на_годност дійсн* luput kadaluarsa kedaluwarsa berlaku_hingga berlaku_sampai sah_sehingga sah_hingga
    lahir hsd het_han han_su_dung ngay_sinh หมดอายุ บริโภคก่อน วันเกิด ใช้ได้ถึง 期限 有効 賞味 消費期限 生年月日 到期 截止 有效 保质期
    保質期 生日 出生 유효 유통기한 생년월일 만기 소비기한 انتهاء صلاحية الصلاحية ميلاد الميلاد انقضا تولد اعتبار תוקף לידה समाप्ति वैधता जन्म`,
  ],
  [
    'other',
    `deliver* shipped ship ship_date shipping ordered order orderd* booking booked period from start starts end ends wef return returns exchange
    before service services approved print printed printing arrival departure check_in check_out checkin checkout reading
    last_visit previous liefer* leistung* bestell* besteld* buchung* zeitraum gedruckt druckdatum anreise abreise ablesung* ablesedatum
    livraison commande periode imprime* arrivee depart entrega pedido periodo impreso llegada salida consegna ordine stampa*
    stampato arrivo partenza levering* lever* leverans* bestilling* toimitus* tilaus* dostaw* dostarcz* zamowi* wydruk* okres* sprzedazy
    dodan* dodani objednav* tisk obdobi obdobie szallit* teljesit* rendeles* nyomt* idoszak* livrare livrarii comanda comenzii
    isporuk* narudzb* narocil* dobav* siparis* teslim* donem* παραδοση* παραγγελια* περιοδο* доставк* поставк* отгруз* заказ* период*
    замовлен* період* друк* печат* pengiriman pesanan cetak dicetak tempoh giao dat_hang don_hang ky_hoa_don in_luc จัดส่ง สั่งซื้อ 納品 配送 注文 期間 期间
    送货 订单 訂單 打印 印刷 列印 입금 배송 주문 기간 출력 تسليم التسليم طلب הזמנה משלוח הדפסה`,
  ],
  [
    'document',
    `invoice inv bill receipt statement credit_note credit_memo gutschrift* avoir nota_di_credito nota_de_credito creditnota
    kreditnota* kreditfaktura* tax transaction trans txn sale sold issue issued purchase purchased rechnung* beleg* kauf*
    ausstell* ausgestellt facture* emis emise emission emision emissao emissione emitido emitida expedicion factura* fattura* fatura* achat
    compra acquisto vendita venda faktura* faktur* factuur* aankoop aankoop* kvitter* kjop kob kop ostopaiva lasku* laskun paivays
    wystaw* sporzadz* zakupu vystav* kiallit* kelte kelt keltezes szamla* emiterii izdavanj* izdaj* izdan* racun* arve* rekin* saskait*
    duzenle* fis εκδοση* τιμολογι* αποδειξ* выдан* выстав* счет* счёт* чек* покупк* рахунк* виписк* накладн* invois resit pembelian
    transaksi ngay_lap lap_ngay hoa_don xuat วันที่ออก ใบเสร็จ ใบกำกับ 発行 取引 ご利用 利用日 開票 开票 發票 发票 交易 消费 发行 발행 거래 판매 결제일
    승인 إصدار الإصدار اصدار فاتورة الفاتورة הפקה חשבונית קבלה`,
  ],
  [
    'plain',
    `date dated dte datetime tarikh tkh *datum *datums fecha data *dato dat paiva paivays paivamaara tanggal tgl tarih tarihi kuupaev* kuupaeva ημερομηνια
    ημ/νια дата дато ngay วันที่ 日期 日付 日時 날짜 일자 일시 تاريخ التاريخ תאריך दिनांक तारीख তারিখ`,
  ],
];

const NO_BLANKS = /^[\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]/;

/** A word as a pattern. */
function patternOf(word: string): string {
  const written = word.replace(/[.]/g, '\\.').replace(/_/g, '[\\s.\\-_]{1,3}');
  if (NO_BLANKS.test(word)) return written;
  const stem = written.replace(/^\*|\*$/g, '');
  const begins = word.startsWith('*') ? '' : '(?<![\\p{L}\\p{M}])';
  return `${begins}${stem}${word.endsWith('*') ? '' : '(?![\\p{L}\\p{M}])'}`;
}

const readers = WORDS.map(([role, words]) => {
  const patterns = foldPrinted(words).trim().split(/\s+/).map(patternOf);
  return [role, new RegExp(patterns.join('|'), 'u')] as const;
});

/** "Form 12-B", "Form revised", and "Stand:" right before the date. */
const REVISION =
  /(?<!\p{L})form[\s.:#]*(?:no\.?\s*)?[a-z]{0,4}-?\d[\w-]*|(?<!\p{L})stand:?\s*$|(?<!\p{L})ver(?:sion)?\.?\s*$/u;
/** Names of papers that another one refers to. */
const PAPER =
  '(?:invoice|inv|bill|receipt|purchase|fattura|ft|facture|ticket|factura|fatura|rechnung|beleg|kassenbon|bon|faktur[aey]?|factuur|laskuun|szamla|paragon\\p{L}*|счет\\p{L}*|чек\\p{L}*)';
const LITTLE_WORDS =
  '(?:[\\s.:,/-]|(?<!\\p{L})(?:a|al|alla|la|le|de|du|della|di|to|the|an|auf|our|your|unsere|ihre|ns|vs|nostra|vostra|no|nr|n)(?!\\p{L}))*';
const toPaper = (words: string): string =>
  `(?<!\\p{L})(?:${words})(?!\\p{L})${LITTLE_WORDS}(?<!\\p{L})${PAPER}(?!\\p{L})`;
const paperOf = (words: string): string => `(?<!\\p{L})${PAPER}\\s+(?:(?:di|de|d['’])\\s*)?(?:${words})(?!\\p{L})`;
/** "Rif. fattura n. 4402 del", "zu Rechnung 12 vom", "fattura di riferimento": the day is surely another paper's. */
const REFERENCE = new RegExp(
  [
    toPaper(
      'ref|refer\\p{L}*|rif|rifer\\p{L}*|bezug\\p{L}*|betr|betrifft|betreft|betreffend|vedr\\p{L}*|avser|dotyczy|zu|zur|gemass|relativ[aeo]\\p{L}*|concern\\p{L}*',
    ),
    paperOf('riferimento|reference|rectificada|rettificata|corrigee|concernee|korygowan\\p{L}*'),
    '(?:bezugs|ursprungs)(?:rechnung|beleg)|原(?:伝票|取引|レシート|領収書|订单|發票|发票)',
  ].join('|'),
  'u',
);
/** "Original invoice", which may be a mark of the paper itself, and "to invoice 12". */
const LIKELY_REFERENCE = new RegExp(
  [
    toPaper('original\\p{L}*|ursprung\\p{L}*|oorspronkelijke|eredeti|against|do|k|ke|til|bij|к|по'),
    paperOf('original[ei]?|initiale?|orig(?:ine|em|en)'),
    'originalrechnung|originalbeleg',
  ].join('|'),
  'u',
);
/** What stands behind the last day of something. */
const UNTIL_BEHIND = /^\s*(?:まで|迄|까지|前|以前|до(?!\p{L})|تک|तक)/u;

/**
 * What the words around a date say that it is; undefined when they say nothing about it. Of several roles the surest
 * objection wins: "invoice due date" is a day to pay.
 *
 * @param behind What follows the date, where some languages say "until".
 */
export function dateRoleOf(label: string, behind = ''): DateRole | undefined {
  if (UNTIL_BEHIND.test(behind)) return 'void';
  const folded = foldPrinted(label);
  if (!/[\p{L}]/u.test(folded)) return undefined;
  if (REFERENCE.test(folded)) return 'void';
  const said = readers.find(([, reader]) => reader.test(folded))?.[0];
  const isOwn = said === undefined || said === 'document' || said === 'plain';
  const role = isOwn && LIKELY_REFERENCE.test(folded) ? 'other' : said;
  return role !== 'due' && REVISION.test(folded) ? 'void' : role;
}

/** Whether a role is surely not the day of a purchase. */
export const isNoPurchase = (role: DateRole | undefined): boolean => role === 'due' || role === 'void';
