/** What an amount on a receipt is, by the words beside it. */
export type LabelRole =
  | 'total'
  | 'due'
  | 'rounded-total'
  | 'subtotal'
  | 'tax'
  | 'service'
  | 'tip'
  | 'shipping'
  | 'deposit'
  | 'discount'
  | 'rounding'
  | 'cash'
  | 'change'
  | 'refunded'
  | 'prior-balance'
  | 'carried-forward'
  | 'quantity'
  | 'points';

/** What a document may ask for as a whole. */
export const TOTALS = ['total', 'due', 'rounded-total'] as const satisfies readonly LabelRole[];

export const isTotal = (role: string | undefined): boolean => TOTALS.some((total) => total === role);

/** Whether the amounts before it may add up to it. */
export const isSum = (role: string | undefined): boolean => role === 'subtotal' || isTotal(role);

/**
 * Words of each role in the languages that receipts are common in, folded and joined ("amountdue"). A term of up to
 * four Latin letters, or with `=` before it, counts only as a whole word; a longer one also inside a label.
 */
export const LABEL_WORDS: Readonly<Record<LabelRole, string>> = {
  total: `total totaal totale amount amt betrag summe gesamt montant =importe =importo suma razem summa jumlah amaun iallt
    yhteensa celkem osszesen toplam ukupno skupaj spolu kokku ttl итого всего сума συνολο 合计 合計 総計 总计 總計 共计 총액 합계 รวม
    tongcong المجموع الاجمالي סהכ`,
  due: `amountdue amtdue totaldue balancedue dueamount amountpayable totalpayable payable tobepaid topay amountowing
    yourbalance outstandingbalance zuzahlen zubezahlen endsumme offenerbetrag zahlbetrag rechnungsbetrag rechnungsbeitrag zahlbeitrag endbetrag
    gesamtbetrag gesamtsumme bruttobetrag
    netapayer apayer totalttc montantdu totalapagar apagar totalgeneral dapagare totalecomplessivo tebetalen
    totaalbedrag attbetala abetale dozaplaty kuhrade maksettava perludibayar odenecek fizetendo grandtotal granttotal
    nettotal nettamount invoicetotal billtotal ordertotal finaltotal jumlahbesar jumlahkeseluruhan jumlahperlu копачу
    коплате 应付 應付 实付 實付 お会計 請求 税込 総額 결제금액 合计金额 价税合计 價稅合計`,
  'rounded-total': 'totalrounded roundedtotal roundedamount roundedup afterround netrounded nettotalround',
  subtotal: `zwischentotal subtotal subttl subtot sutotal subtotaal zwischensumme soustotal delsumma delsum mezisoucet aratoplam
    valisumma valsumma parcial 小计 小計 소계 excludingtax exclgst exclvat excltax exclbtw excl beforetax beforegst
    withouttax exgst exvat extax taxable horstax totalht sinimpuesto imponibile baseimp =netto nettobetrag netsales 税抜`,
  tax: `tax taxes gst cgst sgst igst sst vat mwst ust umsatzsteuer tva iva igv hst pst qst cukai ppn moms mva btw podatek pdv dph kdv ндс alv
    afa fpa salestax taxe impuesto impoconsumo ipoconsumo imposta steuer 消費税 税額 消费税 增值税 부가세 ภาษี`,
  service:
    'fee fees surcharge donation servicecharge svccharge svc srvchg service servis servicio bedienung coperto palvelumaksu servico obsluga szervizdij usluga обслуживание обслужване обслуговування услуга σερβις þjonustugjald ค่าบริการ layanan phiphucvu رسومالخدمة דמישירות 服务费 服務費 サービス料 봉사료',
  tip: 'tip tips gratuity propina trinkgeld pourboire gorjeta mancia fooi drikkepenge dricks napiwek spropitne borravalo bacsis napojnica juomaraha þjorfe bahsis бакшиш чаевые чаиові φιλοδωρημα 小费 小費 ทิป tienboa اكرامية =טיפ',
  shipping: `shipping delivery freight postage versand livraison fraisdeport envio verzend =porto spedizione handling
    lieferung doprava wysylka 運費 送料`,
  deposit: 'deposit crv pfand statiegeld consigne pant panttia',
  discount: `discount disc lesscreditnote lesscredit creditnoteapplied diskaun rebate rabatt remise descuento desconto sconto korting voucher coupon promo promotion
    insurancepaid insurancepayment paidbyinsurance insurancecoverage planpaid plandiscount nachlass rabat sleva zlava indirim alennus rabais 割引 値引 优惠 優惠 折扣 할인 скидка`,
  rounding: `rounding rounded round bundar pembulatan pelarasan rundung arrondi redondeo arrotond avrund afronding
    avrunding zaokr kerekites pyoristys adjustment`,
  cash: `ebt snap =wic giftcard giftcertificate presentkort gavekort lahjakort boncadeau chequecadeau cadeaubon podarunkow darkov ajandekutalvany =kort kortti =karta applepay googlepay cash tender tend tunai paid payment received given gegeben barzahlung bar especes efectivo contanti contant visa
    mastercard amex debit credit card karte kreditkarte carte tarjeta carta cartao maestro girocard bancontact eftpos
    paywave nets paypal bezahlt betaald regle pagado pago pagato kontant kontanter hotovost gotowka nakit keszpenz kateinen numerar gotovina dinheiro =recu наличные готивка μετρητα
    お預 預り 現金 现金 支付 받은금액 카드`,
  change: `change changedue chng cashback barauszahlung bargeldauszahlung baki ruckgeld rueckgeld wechselgeld monnaierendue rendu cambio vuelto resto wisselgeld
    reszta troco vaxel byttepenge vraceno お釣 釣銭 釣り 找零 找赎 kembali kembalian 거스름 сдача paraustu =ruckgabe =rueckgabe =zuruck
    =retour =retur =tilbage =tillbaka =ater =takaisin =terug restgeld =vracet =vratit =vraceni =povrat =povracaj visszajaro =arendre tienthoi monnaie =ρεστα =решта おつり`,
  refunded: `=refund =refunded cashrefund refundto cardrefund auszahlung =ausgezahlt =erstattet =erstattung zuruckgezahlt remboursement
    =rembourse =rimborso rimborsato =devuelto =reembolso terugbetaling terugbetaald aterbetalning aterbetalt udbetaling
    =udbetalt utbetaling =utbetalt =zwrocono dozwrotu zwrotgotowki kvraceni =iade =возврат =повернення 返金 払戻 退款 환불`,
  'prior-balance': 'previousbalance priorbalance balanceforward openingbalance lastbalance altsaldo vorsaldo',
  'carried-forward': 'carriedforward broughtforward ubertrag areporter sumaysigue',
  quantity: `totalqty totalquantity quantity qty itemcount noofitem numberofitem itemssold totalitem totalpcs pieces
    anzahl artikel articles nombredarticles 点数 数量 수량`,
  points: `points point punkte loyalty reward rewards bonus saved savings saving yousaved ersparnis giftcardbalance cardbalance balanceoncard
    kartenguthaben restguthaben saldokartu soldecarte ポイント 积分 포인트`,
};

/** Words that make "total … tax" a total with tax in it, not a sum of taxes. */
export const INCLUSIVE_WORDS = 'incl inci inclusive including inkl inclus ttc compris incluido inclusa inc tvac 税込';

/** Words of cash that is handed over. */
export const CASH_IN_HAND_WORDS = `cash cashtendered tend tender tendered tunai received given gegeben barzahlung bar especes efectivo contanti
  contant kontant kontanter hotovost gotowka nakit keszpenz kateinen numerar gotovina dinheiro recu наличные готивка μετρητα お預 預り 現金 现金 받은금액 현금`;

/** Words that stand beside those of labels and say no goods. */
export const WORDS_BESIDE_LABELS = `due pay to of by in on the rm eur usd gbp chf myr pln czk huf sek dkk nok inr euro kr ft zl kc net grand
  sub und der zu a de la le en te att do k money amount given sum rendre rendue recu`;
