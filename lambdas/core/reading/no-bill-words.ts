/** Words of papers that come before a bill or go with the goods; patterns, `|` between them. */

/** What a treatment would cost, what a thing is worth, what is wished for. */
export const OTHER_OFFERS =
  '(?:heil- und )?kostenplan|heil- u\\.? ?kostenplan|behandlungsplan|wertgutachten|gutachten|wertermittlung|angebotsubersicht|treatment plan|treatment estimate|' +
  '(?:insurance )?appraisal(?: report| certificate)?|(?:insurance )?valuation(?: report| certificate)?|wish ?list|gift list|shopping list|wunschliste|merkzettel|plan de traitement|' +
  'expertise|estimation|liste de (?:souhaits|courses)|presupuesto de tratamiento|plan de tratamiento|oferta economica|tasacion|lista de (?:deseos|la compra)|avaliacao|lista de desejos|' +
  'proposta|perizia|stima|piano di (?:cura|trattamento)|lista dei desideri|begroting|taxatie(?:rapport)?|verlanglijst|behandelplan|onskelista|kostnadsoverslag|varderingsintyg|prisforslag|' +
  'kustannusarvio|arvio|oferta cenowa|wycena|kalkulacja|plan leczenia|cenovy odhad|odhad ceny|cenova kalkulac(?:e|ia)|rozpocet|dijbekero|ertekbecsles|koltsegvetes|oferta de pret|deviz(?: estimativ)?|' +
  'ponudba|profaktura|procjena|komercinis pasiulymas|samata|piedavajums|tame|pakkumine|eelarve|προτιμολογιο|εκτιμηση|προυπολογισμος|смета|оценка стоимости|кошторис|комерціина пропозиція|' +
  'комерційна пропозиція|ценова оферта|понуда|профактура|предрачун|penawaran(?: harga)?|surat penawaran|estimasi biaya|sebut ?harga|du toan|عرض (?:ا)?سعر|عرض أسعار|عرض اسعار|פרופורמה|' +
  'הצעת מחיר|پیش ?فاکتور|कोटेशन|দরপত্র|概算見積書?|鑑定書|御見積|估[价價]单|估價單|預算書|预算书|견적|감정서|ใบประเมินราคา';

/** A paper that goes with goods or asks for them: a bill comes besides. */
export const ORDERS =
  '(?:delivery|dispatch|despatch|consignment|goods (?:received|dispatch|delivery)|advice) (?:note|slip|docket|advice)|delivery (?:ticket|order|docket|challan)|packing (?:slip|list|note)|pick(?:ing)? (?:list|ticket|slip)|' +
  'way ?bill|bill of lading|(?:purchase|sales|work|job|customer) order|order (?:confirmation|acknowledge?ment|form|slip|ticket)|confirmation of order|kitchen (?:order|ticket|copy)|job (?:card|sheet)|' +
  'lieferschein|lieferbeleg|warenbegleitschein|packzettel|packliste|packschein|versandanzeige|versandbestatigung|auftragsbestatigung|bestell(?:bestatigung|schein|formular|beleg|ubersicht)|kaufauftrag|kommissionierschein|' +
  "(?:bon|bordereau) (?:de|d') ?(?:livraison|commande|preparation|expedition|reception)|confirmation de (?:la |votre )?commande|accuse de reception de commande|lettre de voiture|note de livraison|" +
  'albaran(?: de entrega)?|nota de entrega|hoja de (?:pedido|entrega)|orden de (?:compra|trabajo)|confirmacion (?:de|del) (?:tu |su )?pedido|nota de pedido|guia de (?:remision|remessa|transporte)|remito|albara|' +
  'nota de encomenda|ordem de compra|confirmacao d[eao] (?:encomenda|pedido)|pedido de compra|romaneio|' +
  "documento di trasporto|d\\.?d\\.?t\\.?|bolla (?:di )?(?:consegna|accompagnamento)|conferma (?:d' ?|di |dell' ?)?ordine|ordine (?:d' ?acquisto|di acquisto)|buono d' ?ordine|proposta d' ?ordine|" +
  'pakbon|leverbon|afleverbon|vrachtbrief|bestelbon|orderbevestiging|bestelbevestiging|inkooporder|verkooporder|paklijst|afleveringsbon|' +
  'foljesedel|plocksedel|packsedel|leveranssedel|fraktsedel|orderbekraftelse|orderbekreftelse|inkopsorder|ordererkannande|pakkseddel|folgeseddel|folgebrev|ordrebekreftelse|bestillingsbekreftelse|' +
  'ordrebekraeftelse|pakkeseddel|leveringsseddel|fragtbrev|lahete|lahetyslista|pakkauslista|tilausvahvistus|ostotilaus|rahtikirja|fylgisedill|fylgiskjal|pontunarstadfesting|afhendingarsedill|' +
  'dokument wz|wydanie zewnetrzne|list przewozowy|potwierdzenie zamowienia|dowod dostawy|specyfikacja wysylki|dodaci list|potvrzeni objednavky|potvrdenie objednavky|szallitolevel|' +
  'rendeles ?visszaigazolas|megrendelolap|megrendeles|aviz de (?:insotire|expeditie)(?: a marfii)?|confirmare (?:de )?comanda|otpremnica|dobavnica|potvrda (?:o )?narudzbe|potrditev narocila|' +
  'narudzbenica|narocilnica|vaztarastis|uzsakymo patvirtinimas|pasutijuma apstiprinajums|saateleht|tellimuse kinnitus|flete dergese|konfirmim porosie|' +
  'δελτιο (?:αποστολης|παραγγελιας|παραδοσης)|επιβεβαιωση παραγγελιας|(?:sevk )?irsaliye(?:si)?|teslim fisi|siparis (?:formu|onayi)|' +
  'подтверждение заказа|бланк заказа|заказ покупателя|лист подбора|(?:товарно-)?транспортная накладная|підтвердження замовлення|замовлення покупця|товарно-транспортна накладна|потвърждение на поръчка|' +
  'отпремница|наруџбеница|испратница|потврда поруџбине|surat jalan|konfirmasi pesanan|pesanan (?:pembelian|belian)|nota (?:serahan|hantaran|pesanan)|phieu giao hang|phieu xuat kho|don dat hang|xac nhan don hang|' +
  '(?:سند|اذن|إذن|مذكرة) تسليم|(?:امر|أمر|طلب) شراء|تاكيد الطلب|تأكيد الطلب|سفارش خرید|بارنامه|تایید سفارش|תעודת משלוח|הזמנת רכש|אישור הזמנה|डिलीवरी चालान|क्रय आदेश|ऑर्डर पुष्टि|' +
  'ზედნადები|შეკვეთის დადასტურება|(?:御)?納品書|(?:御)?注文(?:確認)?書|ご?注文(?:内容)?確認書?|発注書|注文請書|出荷明細書?|送り状|配送伝票|出庫伝票|送[货貨][单單]|出[库庫][单單]|[发發出][货貨][单單]|[采採][购購][订訂]?[单單]|[订訂][货貨购購][单單]|[销銷]售[订訂][单單]|' +
  '[订訂][单單][确確][认認]书?|提[货貨][单單]|[装裝]箱[单單]|납품서|발주서|주문서|주문확인서|출고증|ใบส่งของ|ใบส่งสินค้า|ใบสั่งซื้อ|ใบจัดสินค้า|ใบยืนยันคำสั่งซื้อ';

/** The same in one word, which heads the list of what was eaten as well: only alone in capitals. */
export const BARE_ORDERS =
  'BESTELLUNG|AUFTRAG|COMMANDE|PEDIDO|ORDINE|ENCOMENDA|ZAMÓWIENIE|OBJEDNÁVKA|ORDRE|TILAUS|BESTÄLLNING|BESTILLING|BESTELLING|COMANDĂ|NARUDŽBA|NAROČILO|ЗАКАЗ|ЗАМОВЛЕННЯ|ПОРЪЧКА|ΠΑΡΑΓΓΕΛΙΑ|SİPARİŞ';

/** A line that says that the paper is none by which one pays; "not a VAT invoice" is said of bills of small firms. */
export const NO_BILLS =
  '(?:this (?:document )?is )?not (?:an? )?(?:invoice|bill|proof of (?:payment|purchase))|(?:dies ist )?keine rechnung|ceci n.est pas une facture|(?:esto )?no es (?:una )?factura|(?:nao e|isto nao e) (?:uma )?fatura|' +
  '(?:questa |questo )?non e (?:una )?fattura|(?:dit is )?geen factuur|to nie jest faktura|(?:detta ar |det ar )?ingen faktura|(?:dette er )?ikke en faktura|ei ole lasku|nejedna se o fakturu|nem szamla|nu este factura|nije racun|' +
  'не е фактура|не является счетом|bu bir fatura degildir|fatura degildir|請求書ではありません|不是发票|非发票';

/** An amount that is held on a card and not taken. */
export const HELD =
  'pre ?-?auth(?:ori[sz](?:ation|ed))?|auth(?:ori[sz]ation)? only|authori[sz]ation hold|(?:security )?deposit hold|card hold|incremental auth(?:ori[sz]ation)?|hold on card|funds held|' +
  'vor-?autorisierung|voraut(?:orisation)?|kartenreservierung|reservierung karte|kautionsreservierung|betragsreservierung|kaution reserviert|pre-?autorisation|empreinte (?:de )?(?:carte|bancaire)|empreinte cb|' +
  'pre-?autorizacion|preautoritzacio|retencion de tarjeta|pre-?autorizacao|pre-?autorizzazione|pre-?autorisatie|reservering kaart|kaartreservering|for-?auktorisering|forhandsauktorisering|forhandsgodkannande|kortreservation|' +
  'forhandsautorisasjon|forhandsautorisation|forhandsgodkjenning|forhandsgodkendelse|reservation kort|reservasjon kort|kortreservasjon|ennakkovaraus|katevaraus|esivarmennus|fyrirframheimild|preautoryzacja|blokada srodkow|' +
  'predautorizac(?:e|ia|ija)|blokace (?:castky|karty)|eloengedelyezes|elozetes engedelyezes|zarolas|pre-?autorizare|on ?provizyon|on otorizasyon|isankstine autorizacija|ieprieksejs autorizacija|eelautoriseerimine|' +
  'προεγκριση|προεξουσιοδοτηση|προδεσμευση|предавторизация|преавторизация|блокировка средств|холдирование|попередня авторизація|преавторизація|предварителна авторизация|преауторизација|' +
  'pra-?otorisasi|otorisasi awal|pra-?kebenaran|pre-?otorisasi|uy quyen truoc|تفويض مسبق|ترخيص مسبق|حجز مبلغ|אישור מוקדם|הרשאה מראש|תפיסת מסגרת|पूर्व[- ]?प्राधिकरण|' +
  '仮売上|仮売り上げ|オーソリ|オーソリ(?:ゼーション)?のみ|事前承認|信用照会|预授权|預授權|预先授权|사전승인|가승인|사전인증|วงเงินล่วงหน้า|อนุมัติล่วงหน้า';

/** What is never held on a card. */
export const IN_CASH =
  'cash|tunai|bargeld|barzahlung|especes|efectivo|contanti|contant|kontanter?|kateinen|kateisella|gotowka|hotovost|hotove|keszpenz|numerar|gotovina|nakit|dinheiro|μετρητα|наличны(?:е|ми)|готівка|tien mat|نقدا?|מזומן|現金|现金|현금|เงินสด';

/** What stands beside a title of such an amount; a word for a code or a number says that the bill refers to it. */
export const BESIDE_HELD =
  'card|credit|debit|visa|mastercard|maestro|amex|emv|chip|contactless|transaction|trans|txn|type|sale|slip|receipt|request|hold|amount|only|customer|merchant|copy|for|on|the|of|deposit|approved|karte|karten|beleg|' +
  'betrag|zahlung|transaktion|carte|cb|montant|ticket|tarjeta|operacion|importe|cartao|operacao|carta|operazione|kaart|transactie|kort|kortti|karta|karty|transakcja|kart|karte|islem|карта|карты|операция|операція|' +
  'transaksi|kartu|カード|売上票|クレジット|交易|类型|交易类型';

/** Roots of words of papers by which one pays or has paid, in any form: "Rechnungs-Nr. 12" says that the paper has one. */
export const BILL_ROOTS =
  'invoice|receipt|(?<!pro)bill(?! of lading)|cash sale|rechnung|quittung|kassen ?(?:bon|beleg|zettel)|factur|recu(?!p)|fattur|ricevuta|scontrino|recibo|fatura|faktur|kvitt|lasku|kuitti|szamla|nyugta|uctenk|paragon|' +
  'racun(?!al)|saskait|rekin|reikning|(?<![a-z])arve|bon fiscal|chitant|kwitans|kassabon|invois|resit|hoa don|nota fiscal|cupom|ticket|boleta|τιμολογ|αποδειξ|счет|чек|рахунок|рачун|сметка|請求|領収|发票|發票|收据|收據|' +
  '청구|영수|세금계산|ใบกำกับ|ใบเสร็จ|ใบแจ้งหนี้|فاتور|فاکتور|חשבונית|קבלה|बिल|इनवॉइस|रसीद|বিল|রসিদ|ქვითარი|ինվոյս';

/** Where the bill goes or that it comes later, in the same line. */
export const NO_BILL_YET =
  'not|no (?:es|invoice|bill|receipt)|kein|keine|pas|non|geen|nie|ej|ikke|ingen|ei|nem|nu|nao|не|to|an|auf|adress[ea]?|address|anschrift|facturation|facturacion|faturacao|faturamento|fatturazione|fakturace|fakturacji|facturare|follows|follow|will|folgt|separat[ea]?|' +
  'suivra|seguira|segue|volgt|foljer|folger|nasleduje|separately|later|factuuradres|rechnungs(?:adresse|anschrift|empfanger)|faktura(?:adress[ea]?|mottagare)|fakturerings(?:adress[ea]?)';

/** Who was paid by what: a paper that says so is one of a purchase. */
export const PAID =
  'paid|charged|amount charged|payment (?:received|successful|complete[d]?|confirmed|method|type|by|via)|bezahlt|abgebucht|belastet|zahlungs(?:art|weise|methode|mittel)|gezahlt|paye[es]?|regle[es]?|debite[es]?|' +
  '(?:moyen|mode) de (?:paiement|reglement)|pagad[oa]|cobrad[oa]|(?:forma|metodo|medio) de pago|pago|(?:forma|metodo|meio) de pagamento|pagamento|pagato|addebitat[oa]|metodo di pagamento|betaald|afgeschreven|betaal(?:wijze|methode)|' +
  'betald|betalt|betalings(?:mate|metode|middel)|betalsatt|betalningssatt|maksettu|maksutapa|greitt|zaplacono|oplacono|(?:sposob|forma|metoda) platnosci|zaplaceno|uhrazeno|zaplatene|uhradene|(?:zpusob|sposob|forma) (?:platby|uhrady)|' +
  'fizetve|fizetesi mod|platit|achitat|(?:modalitate|metoda) de plata|placeno|nacin placanja|placano|apmoketa|apmaksats|makstud|odendi|odeme (?:yontemi|sekli|tipi)|πληρωθηκε|τροπος πληρωμης|εξοφληθη|оплачено|способ оплаты|' +
  'спосіб оплати|платено|начин на плащане|начин плаћања|плаћено|dibayar|lunas|metode pembayaran|kaedah bayaran|da thanh toan|hinh thuc thanh toan|مدفوع|تم الدفع|طريقة الدفع|پرداخت شد|שולם|אמצעי תשלום|भुगतान';

/** The same in scripts that write without blanks. */
export const PAID_JOINED =
  '支払い?済|決済(?:完了|方法)|支払い?方法|お支払|入金済|已付款?|已支付|支付方式|付款方式|결제완료|결제수단|결제방법|결제일|ชำระแล้ว|ชำระเงินแล้ว|วิธีชำระ';

/** Said of money that is owed yet. */
export const UNPAID =
  'not|un-?paid|to be|will be|be|on delivery|vorkasse|rechnung|invoice|uberweisung|bank transfer|nachnahme|noch|nicht|non|pas|no|niet|ej|ikke|nie|ei|virement|transferencia|bonifico|terms|due|within|please|bitte|accept(?:ed)?|offen|pendiente|attente|da pagare|a payer|por pagar|cash on delivery|cod|livraison|entrega|consegna|contrassegno|contra ?reembolso|levering|rembours|ramburs|dobirk[au]|dobierk[au]|utanvet|pobranie|prepayment|vorauskasse|kauf auf rechnung|faktura|factuur|fattura|factura|facture|postanvisning';

/** What people pay with, by the names that are the same everywhere. */
export const BRANDS =
  'visa|master ?card|maestro|amex|american express|paypal|apple ?pay|google ?pay|klarna|bancontact|ideal|girocard|twint|swish|blik|vipps|mobilepay|alipay|wechat ?pay|dankort|bizum|mb ?way|multibanco|przelewy24|satispay|afterpay|shop pay|amazon pay|upi|pix|paytm|gcash|m-?pesa';
