/**
 * What titles of refunds are made of, folded: lower case without accents. Patterns, one language or family a line. A title
 * is one of these with nothing beside it but {@link BESIDE_REFUND}, numbers and ornaments.
 */
export const REFUND_WORDS: readonly string[] = [
  'refund(?:ed|s)?|return(?:ed|s)?|(?:tax )?credit (?:note|memo|slip|invoice)|(?:store|merchandise|shop|refund|return) credit(?: issued)?|money back|cash back refund|goods returned|reversal|reintegro|ad-daliad|aisioc|balik bayad|chargeback|adjustment note|credit adjustment|credit receipt|negative sale',
  '(?:waren|karten|kunden|bar|geld)?(?:retour(?:en?)?|r(?:u|ue)ckverg(?:u|ue)tung|r(?:u|ue)ckgabe|r(?:u|ue)cknahme|r(?:u|ue)ckerstattung|gutschrift|storno|stornierung|r(?:u|ue)ckzahlung|erstattung)s?[- ]?(?:bon|beleg|schein|rechnung|quittung)?',
  'rechnungskorrektur|korrekturrechnung|auszahlungsbeleg|(?:waren)?(?:retouren?|r(?:u|ue)ckgabe|r(?:u|ue)cksende|erstattungs|r(?:u|ue)ckerstattungs|r(?:u|ue)ckzahlungs|gutschrift(?:s)?|storno|stornierungs)(?:bestatigung|beleg|schein|quittung|bon|anzeige)',
  "retours?|remboursements?|(?:facture |bon |ticket )?(?:d')?avoirs?|note de credit",
  'devolucion(?:es)?|abonos?|reembolsos?|nota (?:de )?(?:credito|abono|aboamento|devolucion)|factura rectificativa|devolucio|reemborsament|itzulketa|diru-?itzultzea',
  'devolucao|estorno|nota de devolucao',
  'res[oi]|rimborso|restituzione|nota (?:di )?(?:credito|accredito)',
  'retour(?:bon|bewijs|nota)|kredietnota|krediet nota|creditnota|creditfactuur|terugbetaling|restitutie|retournering|teruggave|creditering',
  '(?:vare|varu)?retur(?:kvitto|kvittering|bon|nota|seddel|vare|nering)?|kreditkvitto|kreditering|kredit(?:nota|note|faktura)|aterkop|aterbetalning|til(?:bage|bake)betaling|refus(?:ion|jon)(?:skvittering)?|refunder(?:ing|et|t|at|ad)(?:en|s)?(?:kvittering|bilag|nota)?',
  '(?:maksu|maksun|tuote)?palautus(?:kuitti)?|hyvitys(?:lasku|kuitti)?',
  'en[dð]urgrei[dð]sla|skilanota|skilakvittun|skilabref|kreditreikningur|(?:voru)?skilakvittun|voruskil|innleggsnota',
  'zwrot[uy]?|zwrotny|nota kredytowa|korekta|korygujaca',
  'vraceni|vratka|vratenie|dobropis|opravny danovy doklad|povrat|povracaj|povratak|vracilo|vracanje|refundac(?:ija|ia|e)|opravna faktura|(?:knjizno|financijsko) odobrenje|knjizna obavijest',
  'рефундациja|рефундација|повраћај|поврат|враќање|књижно одобрење|книжно одобрение|вяртанне',
  'visszaru|visszavet(?:el)?|visszavasarlas|sztorno|jovairas|jovairo|(?:penz)?visszafizetes|visszaterites',
  'restituire|rambursare|stornare|nota de credit|grazinim(?:as|o)|kreditine saskaita|atgriesana|atmaksa|kreditrekins|tagastus(?:arve)?|tagastamine|kreeditarve',
  'kthimi?|rimbursim|note krediti',
  'iade(?:si)?|geri odeme|alacak dekontu|(?:geri )?qaytarma|qaytarish|возврат[аы]?|возвратн(?:ая|ый)|сторна?о?|кредит(?:н?а|ная)?[- ]?нота|кредитовое авизо|повернення|видатковий чек|връщане|[кқ]а[ийй]тару|буцаалт|кредитно известие|επιστροφης?|πιστωτικο|დაბრუნება|კრედიტ[- ]?ნოტა|վերադարձ',
  'pengembalian|nota kredit|bayaran balik|pemulangan|pulangan|tra hang|hoan tien|hoan tra|hoan hang|hoa don dieu chinh giam|pagbabalik|marejesho|rejesho|kurudisha bidhaa|hati ya mkopo',
  '(?:धन ?|माल ?|बिक्री )?वापसी|धनवापसी|रिफंड|क्रेडिट नोट|ফেরত|রিফান্ড|ক্রেডিট নোট',
  'مرجوعی|برگشتی?(?: از فروش)?|(?:ال)?مردودات?|(?:ال)?مرتجع(?:ات)?|(?:ال)?استرجاع|(?:ال)?استرداد|[إا]رجاع|[إا]شعار دائن|החזר(?: כספי)?|זיכוי|החזרת (?:מוצר|סחורה)',
  'திரும்பப் ?பெறுதல்|రీఫండ్|ರೀಫಂಡ್|റീഫണ്ട്|રિફંડ|ਵਾਪਸੀ|परतावा|फिर्ता|ආපසු ගෙවීම|واپسی|ریفنڈ|ተመላሽ|терүд?|қаитарым|ប្រាក់សង|ສົ່ງຄືນ|ပြန်အမ်း',
];

/** The same in scripts that write without blanks. */
export const REFUND_WORDS_JOINED: readonly string[] = [
  '払い?戻し?|返金|返品|還付|赤伝票?|赤字伝票',
  '退款|退[货貨]|退[还還]|退[费費]|折[让讓]|[红紅]字(?:增[值値]税)?[发發]票',
  '환불|반품|환급|(?:결제|카드|승인|거래)취소',
  '(?:รับ)?คืนสินค้า|คืนเงิน|ใบลดหนี้',
];

/** Of the words above those so long that nothing else is a letter away from them, as a photo may be misread. */
export const LONG_REFUND_WORDS: readonly string[] = (
  'ruckgabe rucknahme ruckerstattung ruckzahlung gutschrift erstattung retourbon retourbeleg warenruckgabe stornorechnung remboursement devolucion ' +
  'reembolso devolucao rimborso accredito creditnota creditfactuur terugbetaling returkvitto returkvittering kreditnota kreditfaktura aterbetalning ' +
  'tilbagebetaling tilbakebetaling palautus hyvityslasku dobropis vraceni povracaj visszaru visszaterites jovairas restituire rambursare grazinimas ' +
  'atgriesana kreditrekins tagastus kreeditarve refunded pengembalian pemulangan'
).split(' ');

/** Roots of words that are about nothing but giving money back, whatever is added to them: a photo's title in a form not listed. */
export const REFUND_ROOTS: readonly string[] = (
  'refund rembours reembols rimbors erstatt gutschrift terugbetal tilbagebetal tilbakebetal aterbetal hyvity palautu dobropis povrac visszater ' +
  'visszafiz rambursa stornir возврат повернен повраћ επιστροφ'
).split(' ');

/** A cancelled sale, a correction or an empties slip: whether and which way money went, a person has to say. */
export const MAYBE_REFUND_WORDS: readonly string[] = [
  'void(?:ed)?|cancel(?:l?ed|lation)|post void|voided sale|annul(?:e|lo|lato|lamento|ation)|anulacion|anulado|ακυρωση|iptal|anulowan[oa]|annullering|makulering|cancelamento|ακυρωτικο|reprise|gider pusulasi|рекламация|odobrenje|коригуюча накладна|розрахунок коригування|корректировочный счет(?:-фактура)?|ביטול עסקה',
  'helyesbito szamla|(?:leergut|pfand)(?:ruckgabe)?[- ]?(?:bon|beleg|schein)?|statiegeldbon|consigne|pantkvitto|pantkvittering',
];
export const MAYBE_REFUND_WORDS_JOINED: readonly string[] = ['取消し?|취소|作废|作廢|ยกเลิก'];

/** What stands in a title beside the word itself: the kind of paper, whom it is for, how the money goes back. */
export const BESIDE_REFUND: readonly string[] = [
  'amex|paypal|cb|ec|efectivo|contanti|especes|gotowk[ai]|nakit|receipts?|slip|copy|customer|merchant|cash|card|visa|mastercard|debit|credit|type|transaction|trans|txn|sales?|merchandise|goods|items?|product|products|articles?|order|store|shop|voucher|ticket|note|invoice|bill|document|payment|purchase|authori[sz]ation|total|amount|duplicate|reprint|original|exchange|confirmation|summary|issued|back|tax invoice|your|vat|returned',
  'beleg(?:art)?|kopie|kunden?(?:beleg)?|handler(?:beleg)?|vorgang|art|typ|rechnung|waren?|karten?|bar|bon|umtausch|betrag|kassabon',
  "client|commercant|copie|carte|operation|marchandises?|articles?|facture|recu|montant|de|d'|du",
  'tarjeta|tipo|operacion|copia|cliente|mercancia|vale|compra|importe|cartao|talao|mercadoria|venda|merce|documento|scontrino|operazione|carta|fattura|importo|di|commerciale|per|emesso|comprobante|comprovante|boleta|recibo|electronica|eletronica|nota|cupom|fiscal',
  'pin|klant|transactie|kaart|artikel(?:en)?|kvittering|kvitto|kund|kunde|kopi|kort|transaktion|kuitti|tuote|rahojen|tuotteen|av|varer?|kundens|af|kob|kjop|kop|kundeeksemplar|ek?s[ek]mplar|bytte',
  'kvitas|fature|towar(?:u|ow)|paragon|potwierdzenie|faktura|vat|zbozi|tovaru|doklad|robe|racun|promet|промет|bizonylat|szamla|nyugta|factura|fisi|satis|fatura(?:si)?|urun|belgesi|para|marfa|produse|srodkow|pieniedzy|na|karte|protokol|penez|penazi|reklamac[ei]a?|novca|racuna|blaga|kupnine|precu|naudas|prekiu|pinigu|kauba|raha|malli|parash',
  'кассовый|чек|накладная?|денежных|средств|на|стоки|сметка|товарды|σημειωμα|прихода|товар[ау]?|коштів|коштiв|бон|стока|χρηματων|δελτιο|ειδων|τιμολογιο|αποδειξη|penjualan|barang|nota|dana|phieu|hoa don|bukti|resit',
  'रसीद|बिल|चालान|पर्ची|রসিদ|বিল|চালান|রশিদ|ரசீது|రసీదు|ರಸೀದಿ|રસીદ|ਰਸੀਦ|رسید|رسيد|مشتری|فروش|ქვითარი|ჩეკი|կտրոն',
  'cambi[oi]|echange|ruil(?:en)?|omruil(?:en)?|ombyte|bytte|vaihto|zamiana|vymena|csere|schimb|anzeige|bestatigung|confirmacion|conferma|confirmacao|bevestiging|bekraftelse|bekreftelse|bekraeftelse|vahvistus|visszaigazolas|confirmare|potrvda|onayi',
  'فاتورة|إيصال|فاکتور|وجه|سند|بضاعة|הודעת|מס|(?:ال)?مبيعات|(?:ال)?مبلغ|חשבונית|תעודת|כספי',
];
export const BESIDE_REFUND_JOINED: readonly string[] = [
  'ご|御|様|[證证]明|伝票|レシート|領収[書証]|控え?|額|処理|お客様|明細|金額|書|票据|小票|[凭憑][证證]|收[据據]|[销銷]售|[发發]票|[顾顧]客[联聯]|[单單]|票|영수증|전표|고객용|금액|ใบ',
];

/** Papers that a refund refers to, with the endings of their languages. */
export const OTHER_PAPERS =
  '(?:tax )?invoices?|orders?|bill|receipt|sale|transaction|purchase|rechnung(?:en)?|bestellung|auftrag|beleg|facture|commande|factuur|bestelling|' +
  'bon|faktu[a-zа-яα-ω]*|ordrer?|ordine|fattura|scontrino|documento|factura|pedido|compra|boleta|fatura[a-zа-яα-ω]*|encomenda|lasku[a-zа-яα-ω]*|tilau[a-zа-яα-ω]*|' +
  'kuitti[a-zа-яα-ω]*|szamla[a-zа-яα-ω]*|nyugta[a-zа-яα-ω]*|racun[a-zа-яα-ω]*|narudzb[a-zа-яα-ω]*|narocil[a-zа-яα-ω]*|doklad[a-zа-яα-ω]*|objednav[a-zа-яα-ω]*|paragon[a-zа-яα-ω]*|zamowien[a-zа-яα-ω]*|' +
  'saskait[a-zа-яα-ω]*|kvit[a-zа-яα-ω]*|rekin[a-zа-яα-ω]*|arve[a-zа-яα-ω]*|siparis[a-zа-яα-ω]*|рахун[a-zа-яα-ω]*|счет[a-zа-яα-ω]*|чек[a-zа-яα-ω]*|заказ[a-zа-яα-ω]*|фактур[a-zа-яα-ω]*|τιμολογι[a-zа-яα-ω]*|hoa don';
/** Little words that lead to such a paper. */
export const REFERRING =
  'for|to|on|against|re|of|your|the|original|zur?|zum|auf|uber|der|die|sur|pour|de|la|le|votre|bij|op|voor|uw|till|til|pa|paa|k|ke|do|na|a|alla|al|su|' +
  'da|di|per|para|por|su|pentru|pri|za|к|ко|на|по|до|към|для|για|icin|cho';
/** What stands before the number or the day of a paper. */
export const NUMBERING =
  'number|numero|nummer|numer|num|nr|no|n|c|cislo|broj|st|szam|sayi|ref|reference|dated?|del|vom|du|of|dd|van|od|от|від|z|ze|dne|den|from|av|af|fra';
