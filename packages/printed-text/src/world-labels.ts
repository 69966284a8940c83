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
    =yhteensa loppusumma სულ ჯამი ընդամենը գումար សរុប ລວມ စုစုပေါင်း нийт =дүн =jami`,
  due: `
    お支払 ご請求 应付 應付 实付 實付 应收 應收 결제금액 받을금액 청구금액 รวมทั้งสิ้น ยอดสุทธิ ยอดชำระ จำนวนเงินสุทธิ รวมสุทธิ
    المستحق المبلغالمطلوب المطلوبدفعه الصافي =صافي قابلپرداخت לתשלום
    коплате кдоплате досплати запоплащане задоплату дляоплаты заплащане заплаћање заплата =доплати
    πληρωτεο τελικοποσο देय =देयराशि भुगतानराशि odenecek odenecektutar canthanhtoan phaithanhtoan phaitra
    zaplatu zaplacilo kuhrade fizetendo tasumisele tasuda apmaksai samaksai moketi totaldeplata deplata maksettava`,
  subtotal: `
    小计 小計 소계 合計前 税抜 不含税 未税 未稅 공급가액 과세금액 ยอดก่อน ก่อนภาษี รวมย่อย ราคาสินค้า มูลค่าสินค้า
    المجموعالفرعي الفرعي جمعجزء غيرشامل قبلالضريبة סכוםביניים ביניים לפנימעמ ללאמעמ
    подытог промежуточн безндс підсумок проміжн безпдв междинна безддс међузбир меѓузбир безддв аралык
    μερικοσυνολο μερικο καθαρηαξια προφπα उपकुल उपयोग উপমোট துணைமொத்தம் ఉపమొత్తం
    aratoplam tamtinh congtienhang tienhang chuathue podsuma sumanetto wartoscnetto međuzbroj medjuzbir meduzbroj osnovica vmesnavsota
    mezisoucet medzisucet bezdph reszosszeg vahesumma starpsumma tarpinesuma bepvm bezpvn millisumma valisumma delsum nentotali
    ქვეჯამი ենթագումար សរុបរង ລວມຍ່ອຍ စုစုပေါင်းခွဲ subjumlah jumlandogo baseimposable`,
  tax: `
    消費税 税額 稅額 税额 消费税 增值税 營業稅 부가세 부가가치세 세액 ภาษี ضريبة الضريبة =ضريبه ماليات مالیات מעמ
    =ндс =пдв =ддс =ддв ққс =мва =φπα =कर जीएसटी =वैट ভ্যাট வரி
    kdv topkdv =vsk =pvn =pvm kaibemaks =km =alv =tvsh =ddv =pdv =dph =afa =ptu =gtgt thuegtgt =thue დღგ ააჰ աահ အခွန် ອາກອນ អាករ нөат`,
  cash: `
    現金 现金 お預 預り 支付 实收 實收 현금 받은금액 받은돈 เงินสด รับเงิน รับมา نقدا نقدي =نقد مدفوع المدفوع نقدى מזומן שולם אשראי
    наличн готівк вброй готовин карток безготівк безналичн =картой картой картою банковскакарта платено получено внесено
    μετρητα καρτα नकद নগদ பணம் రొక్కం nakit kredikarti tienmat khachdua khachtra gotowka gotovina gotovin hotovost keszpenz bankkart =numerar
    sularaha skaidranauda grynieji grynais kateinen kateis reiðufe taslimu =kesh efectiu ნაღდი կանխիկ សាច់ប្រាក់ ເງິນສົດ ငွေသား қолмақол бэлэн`,
  change: `
    お釣 釣銭 找零 找赎 找回 거스름 เงินทอน =ทอน الباقي المتبقي =باقي باقی עודף
    =сдача решта =ресто =кусур кусур повраћај =поврат қайтарым ρεστα वापसी =शेष ফেরত மீதி
    parausti parausu paraustu tienthua tienthoi thoilai =povrat vracilo vraceno vydavok =vydano visszajaro =rest tagasi atlikums =graza takaisin palaute
    byttepenge vekslepenger =vaxel tilbaka kusuri chenji =canvi ხურდა =մանր մանրը អាប់ ເງິນທອນ ပြန်အမ်း хариулт =reszta`,
  discount: `
    割引 値引 折扣 优惠 優惠 할인 ส่วนลด خصم الخصم تخفیف הנחה скидк знижк купон отстъпк попуст εκπτωση छूट ছাড় தள்ளுபடி
    indirim giamgia =popust =sleva zlava =zľava kedvezm allahindlus atlaide nuolaida alennus afslattur ფასდაკლება զեղչ បញ្ចុះ ສ່ວນຫຼຸດ`,
  'carried-forward': `
    carriedforward broughtforward carriedover broughtover balancecarried ubertrag areporter !report reportdelapage sumaysigue sumasiguiente sumaanterior
    vienende riporto ariportare transporte atransportar !transport transportieren overbrengen zpreneseni preneseno prenos przeniesieni zprzeniesienia
    atvitel overforsel overfores overfort siirto nakliyekun devreden перенос пренос μεταφορα 繰越 承前 承前页 过次页 이월`,
  inclusive: `شامل כולל 含税 含稅 税込 포함 รวมภาษี сндс втомчисле втч зпдв сддс соддв vcetne vratane sdph zddv dahil baogom ^incl inklusive`,
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
