import { foldPrinted, squashLetters } from './letters.ts';

/** What words beside an amount say of it, in the languages that neither reader knows by patterns of its own. */
export type WorldLabel =
  | 'total'
  | 'due'
  | 'subtotal'
  | 'tax'
  | 'cash'
  | 'change'
  | 'discount'
  | 'inclusive'
  | 'tip'
  | 'service'
  | 'rounding'
  | 'prior-balance'
  | 'refunded'
  | 'carried-forward';

/**
 * Words and phrases without blanks, by language or script. One with `=` before it counts only as a word of its own, one with
 * `^` only where the label begins with it, one with `!` only where it is the label; the others anywhere, since many scripts put no blanks between words.
 */
const WORDS: Readonly<Record<WorldLabel, string>> = {
  total: `
    合計 总计 總計 合计 总额 總額 총액 합계 총합계 ยอดรวม ราคารวม รวมเงิน =รวม จำนวนเงินรวม
    المجموع الإجمالي =إجمالي اجمالي =مجموع جمعکل =جمع مبلغکل סהכ סךהכל סךהכול
    итого всего =сумма общасума =общо разом =сума всього усього жиыны =барлығы укупно вкупно =износ свега
    συνολο =ποσο =कुल =योग कुलराशि कुलरकम जम्मा সর্বমোট =মোট மொத்தம் మొత్తం ಒಟ್ಟು ആകെ =ਕੁੱਲ કુલ =کل සම්පූර්ණ එකතුව
    =toplam geneltoplam toplamtutar tongcong tongtien tongthanhtoan =cong thanhtien jumlah jumla
    ukupno =iznos skupaj =znesek celkem spolu osszesen vegosszeg =kokku =kopa kopsumma =viso isviso =mokėti samtals ^ialt =totalt =totali =shuma
    =yhteensa loppusumma სულ ჯამი ընդամենը գումար សរុប ລວມ စုစုပေါင်း нийт =дүн =jami
    !sum !sumkr !sumnok belobialt =sluttsum slutsumma totalsum heildarupphæð =osszeg eindtotaal kabuuan =guztira yekun =cəmi ጠቅላላ ድምር !thanhtoan
    итог крайнасума целковасума celkovasuma sumatotala お買上計 総計 税込合計 总金额 總金額 !ยอดเงิน المبلغالإجمالي מחירסופי =जुम्ला`,
  due: `
    お支払 ご請求 应付 應付 实付 實付 应收 應收 결제금액 받을금액 청구금액 รวมทั้งสิ้น ยอดสุทธิ ยอดชำระ จำนวนเงินสุทธิ รวมสุทธิ
    المستحق المبلغالمطلوب المطلوبدفعه الصافي =صافي قابلپرداخت לתשלום
    коплате кдоплате досплати запоплащане задоплату дляоплаты заплащане заплаћање заплата =доплати
    πληρωτεο τελικοποσο देय =देयराशि भुगतानराशि odenecek odenecektutar canthanhtoan phaithanhtoan phaitra
    zaplatu zaplacilo kuhrade fizetendo tasumisele tasuda apmaksai samaksai moketi totaldeplata !deplata maksettava
    atbetale tilbetaling tilgreiðslu kplatbe castkakuhrade nauhradu zaplatiti zauplatu !deplata =deplatit deachitat tevoldoen verschuldigd
    totalbayar harusdibayar jumlahbayar pertupaguar pertepaguar babayaran ordaintzeko maksettavaa naleznosc kwotadozaplaty
    завплату зауплату сумазаплащане 결제하실금액 결제할금액 청구액 받으실금액 御会計 ต้องชำระ ต้องจ่าย จำนวนทั้งสิ้น รวมเงินทั้งสิ้น จำนวนเงินทั้งสิ้น שלתשלום გადასახდელი վճարմանենթակա төлөх төлеуге`,
  subtotal: `
    小计 小計 소계 合計前 税抜 不含税 未税 未稅 공급가액 과세금액 ยอดก่อน ก่อนภาษี รวมย่อย ราคาสินค้า มูลค่าสินค้า
    المجموعالفرعي الفرعي جمعجزء غيرشامل قبلالضريبة סכוםביניים ביניים לפנימעמ ללאמעמ
    подытог промежуточн безндс підсумок проміжн безпдв междинна безддс међузбир меѓузбир безддв аралык
    μερικοσυνολο μερικο καθαρηαξια προφπα उपकुल उपयोग উপমোট துணைமொத்தம் ఉపమొత్తం
    aratoplam tamtinh congtienhang tienhang chuathue podsuma sumanetto wartoscnetto međuzbroj medjuzbir meduzbroj osnovica vmesnavsota
    mezisoucet medzisucet bezdph reszosszeg vahesumma starpsumma tarpinesuma bepvm bezpvn millisumma valisumma delsum nentotali
    ქვეჯამი ենթագումար សរុបរង ລວມຍ່ອຍ စုစုပေါင်းခွဲ subjumlah jumlandogo baseimposable
    millisamtala sumaczesciowa sumaposrednia проміжн faratva !ht !base =zaklad zakladdane zakladdph veroton !нето =matrah =dpp
    subtotaal tussentotaal mellansumma valitsumma medzisuma mellomsum
    ohnesteuer ohnemwst ohneust ohneumsatzsteuer ohnemehrwertsteuer ohneversicherungsteuer ohneversicherungssteuer exklsteuer exklmwst exklust exklversicherung
    sanstaxe sanstva senzaiva senzaimposte siniva sinimpuestos semiva semimpostos zonderbtw zonderbelasting exclassurantie utanmoms exklmoms udenmoms eksklmoms utenmva eksklmva
    ilmanalv bezpodatku bezpdv bezvat kaibemaksuta χωριςφπα kdvharic vergisiz безналога
    !nettobeitrag !beitragnetto !nettopramie !primehorstaxes !primanetta !primaneta !nettopremie !netpremium`,
  tax: `
    消費税 税額 稅額 税额 消费税 增值税 營業稅 부가세 부가가치세 세액 ภาษี ضريبة الضريبة =ضريبه ماليات مالیات מעמ
    =ндс =пдв =ддс =ддв ққс =мва =φπα =कर जीएसटी =वैट ভ্যাট வரி
    kdv topkdv =vsk =pvn =pvm kaibemaks =km =alv =tvsh =ddv =pdv =dph =afa =ptu =gtgt thuegtgt =thue დღგ ააჰ աահ အခွန် ອາກອນ អាករ нөат
    versicherungsteuer versicherungssteuer assurantiebelasting feuerschutzsteuer impuestosobreprimas impostasulleassicurazioni podatekubezpieczeniowy vakuutusmaksuvero =ipt`,
  cash: `
    現金 现金 お預 預り 支付 实收 實收 현금 받은금액 받은돈 เงินสด รับเงิน รับมา نقدا نقدي =نقد مدفوع المدفوع نقدى מזומן שולם אשראי
    наличн готівк вброй готовин карток безготівк безналичн =картой картой картою банковскакарта платено получено внесено
    μετρητα καρτα नकद নগদ பணம் రొక్కం nakit kredikarti tienmat khachdua khachtra gotowka gotovina gotovin hotovost keszpenz bankkart =numerar
    sularaha skaidranauda grynieji grynais kateinen kateis reiðufe taslimu =kesh efectiu ნაღდი կանխիկ សាច់ប្រាក់ ເງິນສົດ ငွေသား қолмақол бэлэн
    bezahlt zahlungerhalten =paye paiementrecu !pin pinbetaling ontvangenbetaling pagamentoelettronico pagamentoricevuto pagamentocontanti pagamentorecebido importopagato tarjeta pagorecibido =pagado !pago
    =pagato cartao multibanco =kort =betalt mottagenbetalning mottattbetaling modtagetbetaling bankkort dankort betalingskort betalkort pankkikortti =kortti =maksettu saatumaksu
    greiðslukort =greitt mottekingreiðsla =karta kartaplatnicza =zaplacono otrzymanawplata platebnikarta platbakartou =zaplaceno =zaplatene prijataplatba prijmenaplatba
    =fizetve beerkezettfizetes =achitat =platit plataprimita =карта =картка карткою сплачено =оплачено отриманаоплата отриманоплат =kartica =placeno primljenauplata =uplaceno
    πληρωθηκε εξοφληθηκε ληφθεισαπληρωμη =odendi alinanodeme =makstud =apmaksats =sumoketa クレジット !カード カード支払 カード払 ご入金 入金額 신용카드 체크카드 입금 !결제 银行卡 信用卡 刷卡 已付 已收 微信支付 支付宝 悠遊卡
    บัตรเครดิต บัตรเดบิต ชำระแล้ว รับชำระ !dibayar pembayaranditerima kartukredit kartudebit thetindung thenganhang !datra dathanhtoan بطاقة دفعةمستلمة تمالدفع תשלוםשהתקבל כרטיסאשראי
    !erhalten !ubergeben !bargeld !donne !comptant !entregado !recibido !pagacon !ricevuto !entregue !valorrecebido !ontvangen !otrzymano !wplata !prijato !prijate
    !incasat !primljeno !prejeto !mottaget !erhallet !modtaget !mottatt !saatu !saadud !sanemts !gauta !alinan !verilen !diterima !bayaran !收現 !móttekið !mottekið !εισπραξη !bayad !lliurat`,
  change: `
    お釣 釣銭 找零 找赎 找回 거스름 เงินทอน =ทอน الباقي المتبقي =باقي باقی עודף
    =сдача решта =ресто =кусур кусур повраћај =поврат қайтарым ρεστα वापसी =शेष ফেরত மீதி
    parausti parausu paraustu tienthua tienthoi thoilai =povrat =povracaj vracilo vraceno vydavok =vydano visszajaro =rest tagasi atlikums =graza takaisin palaute
    byttepenge vekslepenger =vaxel tilbaka kusuri chenji =canvi ხურდა =մանր մանրը អាប់ ເງິນທອນ ပြန်အမ်း хариулт =reszta
    vaihtoraha =vrateno 잔돈 !bal !ret !cng !chg !dueback !yourchange !ruckg !rueckg !zpet !tilbake !ostatak`,
  discount: `
    割引 値引 折扣 优惠 優惠 할인 ส่วนลด خصم الخصم تخفیف הנחה скидк знижк отстъпк попуст εκπτωση छूट ছাড় தள்ளுபடி
    indirim giamgia =popust =sleva zlava =zľava kedvezm allahindlus atlaide nuolaida alennus afslattur ფასდაკლება զեղչ បញ្ចុះ ສ່ວນຫຼຸດ
    bondereduction =cupom =kupong =kupon etukuponki afsláttarmiði =купон =κουπονι クーポン 쿠폰 折價券 折价券 คูปอง قسيمة קופון reducere =diskon !potongan potonganharga =descompte`,
  tip: `
    juomaraha þjórfé spropitne prepitne borravalo bacsis =бакшиш napojnica φιλοδωρημα =bahsis =чайові =чаевые напојница napitnina =小费 小費 =팁 !ทิป ค่าทิป tienboa إكرامية بقشيش =טיפ =תשר
    drikkepenge =driks napiwek =teatip =jootraha =dzeramnauda =arbatpinigiai =uangtip`,
  service: `
    servicekosten bedieningsgeld !servizio !servico taxadeservico serviceavgift servicegebyr betjeningsgebyr palvelumaksu þjónustugjald !serwis oplataserwisowa =obsluha szervizdij felszolgalasidij !serviciu
    taxadeserviciu !обслужване !обслуговування !обслуживание !σερβις servisucreti 服务费 服務費 サービス料 봉사료 !ค่าบริการ biayalayanan phiphucvu phidichvu رسومالخدمة رسومخدمة דמישירות`,
  rounding: `
    afrunding pyoristys namundun rotunjire закръгляне zaokruziv zaokruhl zaokrouhl στρογγυλοποιηση yuvarlama заокруглення округлени umardamine noapalosana apvalinimas
    =端数 端数調整 절사 抹零 尾數 尾数 ปัดเศษ lamtron =تقريب עיגול arredondamento pembulatan`,
  'prior-balance': `
    altersaldo vorigsaldo vorigesaldo saldoprecedente saldoanterior foregaendesaldo forrigesaldo tidligeresaldo edellinensaldo fyrristaða poprzedniesaldo predchozizustatek predoslyzostatok
    elozoegyenleg soldanterior soldeprecedent предишносалдо предыдущийбаланс prethodnostanje προηγουμενουπολοιπο oncekibakiye попереднійбаланс 前回請求 前回残高 이전잔액 전월잔액 전월청구 上期余额 前期餘額 上期餘額
    ยอดยกมา saldosebelumnya sodukytruoc الرصيدالسابق יתרהקודמת
    ausstehendeforderung offeneforderung offeneposten offenezahlungen altforderung !ruckstand !ruckstande unpaidbalance previouslyunpaid outstandingclaim !arrears soldeimpaye !impayes !arrieres
    deudaanterior !atrasos saldoinsoluto !insoluti !arretrati valoresematraso achterstalligbedrag openstaandevordering !achterstand restancer !restanse zaleglosc nedoplatekz`,
  refunded: `
    devolucionenefectivo devolucionefectivo devolucaoemdinheiro kontantater kontantutbetalning visszafizetve rambursat isplatagotovine vyplaceno vyplatene endurgreitt palautetaan
    върнатовброй επιστροφημετρητων виданоготівкою возвратналичными 退现金 退現金 คืนเงิน hoantien المبلغالمسترد החזרמזומן 返金 환불`,
  'carried-forward': `
    carriedforward broughtforward carriedover broughtover balancecarried ubertrag areporter !report reportdelapage sumaysigue sumasiguiente sumaanterior
    vienende riporto ariportare transporte atransportar !transport transportieren overbrengen zpreneseni preneseno prenos przeniesieni zprzeniesienia
    atvitel overforsel overfores overfort siirto nakliyekun devreden перенос пренос μεταφορα 繰越 承前 承前页 过次页 이월
    !flutt dereportat перенесено 次頁へ 次ページ 转下页 转次页 轉次頁 轉下頁 承上頁 承上页 ยกไป !pindahan mangsang chuyensang =مرحل להעברה`,
  inclusive: `شامل כולל 含税 含稅 税込 포함 รวมภาษี сндс втомчисле втч зпдв сддс соддв vcetne vratane sdph zddv dahil baogom ^incl inklusive
    cutva`,
};

const LABELS = Object.keys(WORDS) as WorldLabel[];

interface Terms {
  readonly label: WorldLabel;
  readonly anywhere: readonly string[];
  readonly first: readonly string[];
  readonly whole: readonly string[];
  readonly exact: readonly string[];
}

const TERMS: readonly Terms[] = LABELS.map((label) => {
  const terms = WORDS[label].trim().split(/\s+/);
  const marked = (mark: string) => terms.filter((term) => term.startsWith(mark)).map((term) => term.slice(1));
  return {
    label,
    anywhere: terms.filter((term) => !/^[=^!]/.test(term)).map(squashLetters),
    first: marked('^').map(squashLetters),
    whole: marked('=').map(foldPrinted),
    exact: marked('!').map(squashLetters),
  };
});

/** What the words of a label say, all of it: the one that is most specific is for the reader to choose. */
export function worldLabelsOf(label: string): ReadonlySet<WorldLabel> {
  const squashed = squashLetters(label);
  const words = new Set(foldPrinted(label).match(/[\p{L}\p{M}]+/gu) ?? []);
  return new Set(
    TERMS.filter(
      ({ anywhere, first, whole, exact }) =>
        anywhere.some((term) => squashed.includes(term)) ||
        first.some((term) => squashed.startsWith(term)) ||
        whole.some((term) => words.has(term)) ||
        exact.includes(squashed),
    ).map(({ label: found }) => found),
  );
}
