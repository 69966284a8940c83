/** What a row's label may say about its amount. One row may say several things; `classifyLabel` settles them. */
export type LabelKind =
  | 'rounding'
  | 'roundedTotal'
  | 'quantity'
  | 'beforeTax'
  | 'subtotal'
  | 'tax'
  | 'service'
  | 'gratuity'
  | 'discount'
  | 'shipping'
  | 'priorBalance'
  | 'change'
  | 'paid'
  | 'refunded'
  | 'due'
  | 'grand'
  | 'total'
  | 'summary'
  | 'tableHead'
  | 'points'
  | 'deposit';

// 'total' as the recogniser may spell it.
const TOTAL = '(?:t[oau]t[aeo][li1jt]|tota|otal|t0tal)';

// How money goes from one to the other.
const MEANS =
  '(?:cash|card|visa|mastercard|amex|debit|credit|eftpos|paypal|cb|carte|karte|kreditkarte|girokarte|ec|bar|bargeld|contanti|efectivo|tarjeta|especes|kontant|kort|gotowk[ai]|karta|nakit|to|on|by|via|your|the|total|amount|net|customer|account|store|gift)*';

// Who gets a tip, or how; "Filter tips" are goods.
const WHOSE_TIP =
  '(?:dasher|driver|courier|rider|shopper|server|waiter|staff|crew|team|delivery|your|cash|card|added|additional|customer|guest|optional)*';

const anyOf = (...alternatives: readonly string[]): RegExp => new RegExp(alternatives.join('|'));

/** Short names of taxes; matched as whole words in lower case, because other words contain them. */
export const taxName =
  /(?<![a-z])(?:[csi]?gst|sst|vat|hst|pst|qst|ppn|mwst|ust|tva|iva|igv|icms|moms|mva|btw|pdv|dph|[aá]fa|ptu|kdv)(?!\s*(?:id|no|reg|nr))(?![a-z])/;

/**
 * Patterns over squashed labels (letters only, lower case, no accents) in the languages that receipts are most often
 * printed in. A line each: English first, then Malay and Indonesian, German, French, Spanish, Portuguese and Italian,
 * Dutch and the Nordic languages, Polish, Czech and Hungarian, Chinese, Japanese and Korean.
 */
export const labelPatterns: Readonly<Record<LabelKind, RegExp>> = {
  rounding: anyOf(
    'round(?:ing|ed)?(?:adj|adjustment|adjustmen|diff|amount|amt|off|ing|$)|rounding|rourding|roundin|rouding|rndg|adjustment|adjusment',
    'bundar|pembulatan|kadaradj',
    'rundung|arrondi|redondeo|arredondamento|arrotond|afronding|avrund|zaokragl|zaokrouhl|kerekit',
  ),
  roundedTotal: anyOf(
    `${TOTAL}(?:amount|amt|sales?|bill)?(?:after)?(?:rounded|rounding|afterrounding|roundedamt)|rounded${TOTAL}`,
    `afterround|roundedamount|net${TOTAL}round|${TOTAL}incl?(?:usive)?(?:of)?gst(?:rounded|round)|${TOTAL}round`,
  ),
  quantity: anyOf(
    'totalqty|totalquantity|totqty|qtytotal|totalitem|totalpcs|totalpieces|totalunit|itemcount|noofitem|numberofitem|totalno|itemstotal',
    'totalsaved|totalsaving|totalpoint|totalkg|totalweight|itemssold|totalitems|totalsold|totalcopies|totalpax',
    'bilanganitem|anzahl|artikel|articles$|articulos|articoli|点数|件数|数量',
  ),
  beforeTax: anyOf(
    'excl|before|without(?=.*(?:tax|gst|vat|sst|hst|duty|mwst|tva|iva|btw|moms))|exgst|extax|exvat|exsst|taxable|befortax|netsale',
    'netto(?!tal)|horstax|totalht|sinimpuesto|imponibile|baseimp|brutto(?=zwisch)|税抜',
  ),
  subtotal: anyOf(
    'subt?ot|subtotal|subtt|sub$|sutotal|subttl|subrotal',
    'jumlahkecil|zwischensumme|zwischentotal|soustotal|subtotaal|delsumma|delsum|mezisoucet|reszosszeg|小计|小計|소계',
  ),
  tax: anyOf(
    // Short names are looked for as whole words, in `taxName`; here only where the words ran together.
    'tax(?!invoice|able|i)|(?:total|incl?|inclusive(?:of)?|includes|excl?|before|after|with|add|plus|amount)(?:gst|sst|vat|tva|iva|mwst)',
    '(?:^|total)(?:gst|sst|vat|mwst)(?:amt|amount|payable|total|rm|incl)|cukai|impoconsumo|ipoconsumo|umsatzsteuer|mehrwertsteuer|podatek|消費税|税额|税額|부가세',
  ),
  service: anyOf(
    'servicech|servicefee|servicetax|^service(?:rm)?$|svc|servis|svrchg|serchg|srvchg|servchg|servchr|cover$|coperto',
    'bedienung|servicio$|servizio(?:$|incl)|サービス料|服务费',
  ),
  gratuity: anyOf(
    `^${WHOSE_TIP}tips?(?:amount|amt|total|added|given|paid)?$|gratuity`,
    'trinkgeld|pourboire|propina|mancia|fooi|dricks|gorjeta|小费',
  ),
  discount: anyOf(
    'disc|rebate|voucher|coupon|promo|saving|saved',
    'diskaun|rabatt|nachlass|remise|descuento|desconto|sconto|korting|rabat|sleva|kedvezm|割引|値引|折扣|优惠',
  ),
  shipping: anyOf(
    'shipping|delivery(?:fee|charge)|postage|freight|handling|versand|livraison|envio|spedizione|verzend|送料|运费',
  ),
  priorBalance: anyOf(
    'previousbalance|priorbalance|openingbalance|balanceforward|lastbalance|carriedforward|broughtforward|areporter|sumaysigue|vortrag|soldeprecedent',
  ),
  change: anyOf(
    '(?<!ex)chang(?:e|$)|chg$|chge|balance(?!due|forward)|cashback',
    'baki|kembali|rueckgeld|ruckgeld|wechselgeld|monnaie|rendu|cambio|vuelto|troco|resto|wisselgeld|reszta|vaxel|お釣|釣|找零|找赎|거스름',
    '^(?:r(?:u|ue)ckgabe|zuruck|retour|retur|tilbage|tillbaka|ater|takaisin|terug|vrace(?:no|t)|vratit|povrat|visszajaro|paraustu|ρεστα|сдача|решта|おつり)$',
  ),
  paid: anyOf(
    'cash(?!ier|back|sale|bill|carry|chier|ew|mere)|tender|paid|payment|paymen|amountreceived|received',
    'visa|master(?!card.*total)|mastercard|credit|debit|amex|bankcard|card(?!no|num|amom|igan|board)|(?<!co)pay$|eftpos|nets$|maestro|girocard|carte|paywave|grabpay|boost|tngo?$',
    'tunai|bayaran$|dibayar(?!$)|gegeben|^bar$|kartenzahlung|especes|efectivo|dinheiro|contanti|contant|betaald|kontant|gotowka|karta|hotove|お預|現金|现金|支付|현금',
    '^(?:recu|keszpenz|kateinen|numerar|gotovina|nakit|наличные|готивка|μετρητα)$',
  ),
  // The whole label: "Refund policy" and "Refundable deposit" are no payments.
  refunded: new RegExp(
    `^${MEANS}(?:${[
      'refund(?:ed)?|(?:ruck)?erstattung|erstattet|(?:bar)?auszahlung|ausgezahlt|gutgeschrieben',
      'remboursements?|rembourse|reembolso|devolucion|devuelto|reembolsado|rimborso|rimborsato|estorno|devolvido',
      'terugbetaling|terugbetaald|aterbetalning|aterbetalt|utbetal(?:t|ing)|udbetal(?:t|ing)|tilbagebetal(?:t|ing)|tilbakebetal(?:t|ing)',
      'dozwrotu|zwrocono|zwrot|kvraceni|iade(?:si)?|возврат|повернення|επιστροφη|返金額?|払い?戻し?|退款(?:金额)?|환불(?:금액)?',
    ].join('|')})${MEANS}$`,
  ),
  due: anyOf(
    'amountdue|amtdue|totaldue|balancedue|dueamount|amountpayable|totalpayable|netpayable|payable|payableamount|tobepaid|topay|amountdu',
    'nettamt|nettamount|netamount|netamt|nettotal|netttotal|nett$|totaltopay|perludibayar|bayaranperlu',
    'zuzahlen|zubezahlen|endsumme|offenerbetrag|zahlbetrag|rechnungsbetrag|rechnungsbeitrag|zahlbeitrag|endbetrag|netapayer|apayer|totalapagar|apagar|dapagare|saldodue|tebetalen|attbetala|abetale|dozaplaty|kuhrade|fizetendo',
    '应付|應付|实付|實付|お会計|請求|결제금액',
  ),
  grand: anyOf(
    `grand${TOTAL}|g${TOTAL}$|granttotal|(?:invoice|bill|order|receipt|final|overall)${TOTAL}`,
    `${TOTAL}(?:sales?|salos|amount|amt|bill|price)?(?:inc|incl|inclu|including|inclusive|inclusiv)|inclusiveofgst|inclgst|totalinc`,
    `${TOTAL}(?:due|payable|amount|amt|sales?|ttc|bill|price|rm|myr|usd|eur|gbp|ringgit)`,
    'jumlahbesar|jumlahkeseluruhan|jumlahperlu|jumlahbayar|gesamtbetrag|gesamtsumme|bruttobetrag|totalttc|montanttotal',
    'importetotal|totalgeneral|totalgeral|totalcomplessivo|totaalbedrag|totaltpagar|価格合計|税込|合计金额|价税合计|價稅合計|总计|總計|总额|총액',
  ),
  total: anyOf(
    // "TTL", but neither a bottle nor a kettle.
    `${TOTAL}|ttl(?!e(?!x))|(?:^|:)amount|^amt`,
    'jumlah|amaun|summe|gesamt|montant|importe(?!d)|importo|totaal|^att$|iallt|yhteensa|suma|razem|summa|celkem|osszesen',
    '合计|合計|総計|总计|共计|합계',
  ),
  summary: anyOf(
    'gstsummary|taxsummary|summaryofgst|gstanalysis|taxanalysis|gstsum|taxsum|gstcode|taxcode|gstsumary|gstsummry|summary',
    'ringkasan|steuersatz|mwstsatz|tauxtva|desglose|(?:netto|brutto).*(?:steuer|mwst|ust|moms)|(?:steuer|mwst|ust|moms).*netto|ht(?:montant)?tvattc',
  ),
  tableHead: anyOf(
    'unitprice|uprice|price.*amount|qty.*(?:price|amount|total|amt)|desc.*(?:qty|amount|price)|item.*(?:qty|price|amount|total)|particular|^amount$|qtyitem|qtyrm|rsp',
    'harga|menge.*preis|designation.*prix|cantidad.*importe|omschrijving.*bedrag',
  ),
  points: anyOf('point|reward|member|loyalty|bonus|mata|ganjaran|punkte|ポイント'),
  deposit: anyOf('deposit|outstanding|utang|bakiakaun|creditlimit'),
};
