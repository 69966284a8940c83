import { describe, expect, it } from 'vitest';
import { currencyExponent, parseCurrencyCode } from '../../lambdas/core/ground/currency.ts';
import { outcomeOf } from '../support/booked-page.ts';

/** Locale, currency and its sign; then subtotal, tax, total, cash and change, as tills of the country print them. */
const TILLS: readonly (readonly [string, string, string, string, string, string, string, string])[] = [
  ['ja-JP', 'JPY', '¥', '小計', '消費税', '合計', 'お預り', 'お釣り'],
  ['zh-CN', 'CNY', '¥', '小计', '税额', '合计', '现金', '找零'],
  ['zh-CN', 'CNY', '¥', '小计', '税额', '总计', '支付', '找零'],
  ['zh-TW', 'TWD', 'NT$', '小計', '稅額', '總計', '現金', '找零'],
  ['ko-KR', 'KRW', '₩', '소계', '부가세', '합계', '현금', '거스름돈'],
  ['ko-KR', 'KRW', '₩', '소계', '부가세', '총액', '받은금액', '거스름돈'],
  ['th-TH', 'THB', '฿', 'รวม', 'ภาษีมูลค่าเพิ่ม', 'รวมทั้งสิ้น', 'เงินสด', 'เงินทอน'],
  ['th-TH', 'THB', '฿', 'รวมก่อนภาษี', 'ภาษี', 'ยอดรวม', 'เงินสด', 'เงินทอน'],
  ['ar-AE', 'AED', 'AED', 'المجموع الفرعي', 'ضريبة القيمة المضافة', 'المجموع', 'نقدا', 'الباقي'],
  ['ar-SA', 'SAR', 'SAR', 'المجموع الفرعي', 'الضريبة', 'الإجمالي', 'نقدي', 'المتبقي'],
  ['he-IL', 'ILS', '₪', 'סכום ביניים', 'מע"מ', 'סה"כ', 'מזומן', 'עודף'],
  ['he-IL', 'ILS', '₪', 'סה״כ לפני מע״מ', 'מע״מ', 'סה״כ לתשלום', 'מזומן', 'עודף'],
  ['ru-RU', 'RUB', '₽', 'Подытог', 'НДС', 'ИТОГО', 'Наличными', 'Сдача'],
  ['ru-RU', 'RUB', '₽', 'ПОДЫТОГ', 'НДС', 'ВСЕГО', 'НАЛИЧНЫЕ', 'СДАЧА'],
  ['uk-UA', 'UAH', '₴', 'Проміжний підсумок', 'ПДВ', 'РАЗОМ', 'Готівка', 'Решта'],
  ['uk-UA', 'UAH', 'грн', 'Підсумок', 'ПДВ', 'СУМА', 'ГОТІВКА', 'РЕШТА'],
  ['bg-BG', 'BGN', 'лв', 'Междинна сума', 'ДДС', 'ОБЩА СУМА', 'В брой', 'Ресто'],
  ['el-GR', 'EUR', '€', 'ΜΕΡΙΚΟ ΣΥΝΟΛΟ', 'ΦΠΑ', 'ΣΥΝΟΛΟ', 'ΜΕΤΡΗΤΑ', 'ΡΕΣΤΑ'],
  ['hi-IN', 'INR', '₹', 'उप कुल', 'कर', 'कुल', 'नकद', 'वापसी'],
  ['hi-IN', 'INR', '₹', 'उप-योग', 'जीएसटी', 'कुल राशि', 'नकद', 'शेष'],
  ['tr-TR', 'TRY', '₺', 'ARA TOPLAM', 'KDV', 'TOPLAM', 'NAKİT', 'PARA ÜSTÜ'],
  ['tr-TR', 'TRY', 'TL', 'ARA TOPLAM', 'TOPKDV', 'GENEL TOPLAM', 'NAKİT', 'PARA ÜSTÜ'],
  ['vi-VN', 'VND', '₫', 'Tạm tính', 'Thuế GTGT', 'Tổng cộng', 'Tiền mặt', 'Tiền thừa'],
  ['vi-VN', 'VND', 'đ', 'Cộng tiền hàng', 'VAT', 'TỔNG TIỀN', 'Tiền khách đưa', 'Tiền thối lại'],
  ['id-ID', 'IDR', 'Rp', 'Subtotal', 'PPN', 'Jumlah', 'Tunai', 'Kembali'],
  ['pl-PL', 'PLN', 'zł', 'Podsuma', 'PTU', 'RAZEM', 'Gotówka', 'Reszta'],
  ['hr-HR', 'EUR', '€', 'Međuzbroj', 'PDV', 'UKUPNO', 'Gotovina', 'Povrat'],
  ['sr-RS', 'RSD', 'дин', 'Међузбир', 'ПДВ', 'УКУПНО', 'Готовина', 'Повраћај'],
  ['sl-SI', 'EUR', '€', 'Vmesna vsota', 'DDV', 'SKUPAJ', 'Gotovina', 'Vračilo'],
  ['cs-CZ', 'CZK', 'Kč', 'Mezisoučet', 'DPH', 'CELKEM', 'Hotovost', 'Vráceno'],
  ['sk-SK', 'EUR', '€', 'Medzisúčet', 'DPH', 'SPOLU', 'Hotovosť', 'Výdavok'],
  ['hu-HU', 'HUF', 'Ft', 'Részösszeg', 'ÁFA', 'ÖSSZESEN', 'Készpénz', 'Visszajáró'],
  ['ro-RO', 'RON', 'lei', 'Subtotal', 'TVA', 'TOTAL', 'Numerar', 'Rest'],
  ['et-EE', 'EUR', '€', 'Vahesumma', 'Käibemaks', 'KOKKU', 'Sularaha', 'Tagasi'],
  ['lv-LV', 'EUR', '€', 'Starpsumma', 'PVN', 'KOPĀ', 'Skaidrā naudā', 'Atlikums'],
  ['lt-LT', 'EUR', '€', 'Tarpinė suma', 'PVM', 'IŠ VISO', 'Grynieji', 'Grąža'],
  ['lt-LT', 'EUR', '€', 'Suma be PVM', 'PVM', 'MOKĖTI', 'Grynaisiais', 'Grąža'],
  ['fi-FI', 'EUR', '€', 'Välisumma', 'ALV', 'YHTEENSÄ', 'Käteinen', 'Takaisin'],
  ['sv-SE', 'SEK', 'kr', 'Delsumma', 'Moms', 'SUMMA', 'Kontant', 'Växel'],
  ['da-DK', 'DKK', 'kr', 'Subtotal', 'Moms', 'I ALT', 'Kontant', 'Byttepenge'],
  ['nb-NO', 'NOK', 'kr', 'Delsum', 'MVA', 'TOTALT', 'Kontant', 'Vekslepenger'],
  ['nl-NL', 'EUR', '€', 'Subtotaal', 'BTW', 'TOTAAL', 'Contant', 'Wisselgeld'],
  ['fa-IR', 'IRR', 'IRR', 'جمع جزء', 'مالیات', 'جمع کل', 'نقد', 'باقی'],
  ['ka-GE', 'GEL', '₾', 'ქვეჯამი', 'დღგ', 'სულ', 'ნაღდი', 'ხურდა'],
  ['hy-AM', 'AMD', 'AMD', 'Ենթագումար', 'ԱԱՀ', 'ԸՆԴԱՄԵՆԸ', 'Կանխիկ', 'Մանր'],
  ['bn-BD', 'BDT', '৳', 'উপমোট', 'ভ্যাট', 'মোট', 'নগদ', 'ফেরত'],
  ['kk-KZ', 'KZT', '₸', 'Аралық', 'ҚҚС', 'ЖИЫНЫ', 'Қолма-қол', 'Қайтарым'],
  ['mk-MK', 'MKD', 'ден', 'Меѓузбир', 'ДДВ', 'ВКУПНО', 'Готовина', 'Кусур'],
  ['sq-AL', 'ALL', 'Lek', 'Nëntotali', 'TVSH', 'TOTALI', 'Kesh', 'Kusuri'],
  ['sw-TZ', 'TZS', 'TSh', 'Jumla ndogo', 'VAT', 'JUMLA', 'Taslimu', 'Chenji'],
  ['ms-MY', 'MYR', 'RM', 'Subjumlah', 'Cukai', 'JUMLAH', 'Tunai', 'Baki'],
  ['ca-ES', 'EUR', '€', 'Base imposable', 'IVA', 'TOTAL', 'Efectiu', 'Canvi'],
  ['km-KH', 'KHR', '៛', 'សរុបរង', 'អាករ', 'សរុប', 'សាច់ប្រាក់', 'អាប់'],
  ['lo-LA', 'LAK', '₭', 'ລວມຍ່ອຍ', 'ອາກອນ', 'ລວມ', 'ເງິນສົດ', 'ເງິນທອນ'],
  ['my-MM', 'MMK', 'Ks', 'စုစုပေါင်းခွဲ', 'အခွန်', 'စုစုပေါင်း', 'ငွေသား', 'ပြန်အမ်း'],
  ['ta-IN', 'INR', '₹', 'துணை மொத்தம்', 'வரி', 'மொத்தம்', 'பணம்', 'மீதி'],
];

describe('a receipt in the words of its country', () => {
  it.each(TILLS)('is read without a question (%s, %s, %s): %s, %s, %s', (locale, currency, sign, ...words) => {
    const [subtotal, tax, total, cash, change] = words;
    const isWhole = currencyExponent(parseCurrencyCode(currency)) === 0;
    const print = (units: number) => `${sign} ${isWhole ? (units * 100).toLocaleString('en-US') : units.toFixed(2)}`;
    const page = `ABC 123
2026-11-12 14:20
Coffee                   ${print(60)}
Cake                     ${print(40)}
${subtotal}              ${print(100)}
${tax} 10%               ${print(10)}
${total}                 ${print(110)}
${cash}                  ${print(120)}
${change}                ${print(10)}`;

    expect(outcomeOf(page, locale, currency)).toBe(isWhole ? `11000 ${currency}` : `110.00 ${currency}`);
  });

  it('is asked about where the larger amount below stands beside words of no known language', () => {
    const page = (words: string) => `ABC 123
2026-11-12 14:20
Coffee                   60.00
Cake                     40.00
Total                    100.00
${words}                 110.00`;

    expect(outcomeOf(page('Xilo brunta'), 'en-US', 'USD')).toBe('review');
    expect(outcomeOf(page('Cash'), 'en-US', 'USD')).toBe('100.00 USD');
  });
});
