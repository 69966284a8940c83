import { readPrintedAmount } from 'printed-text/amounts';
import { foldPrinted } from 'printed-text/letters';
import { normalizePrinted } from 'printed-text/plain-text';
import type { PrintedField } from './expense-fields.ts';
import { isSum } from './label-words.ts';
import { roleOfField } from './labelled-amounts.ts';
import type { PrintedLine } from './printed-line.ts';
import { type MarkedRow, readMarkedRows } from './printed-marks.ts';

/** What one pays for a ride, a ticket or a permit, or gives, folded; `_` is a blank. Small words may stand beside it. */
const PRICES = `price fare fee toll charge cost admission entry amount donation gift gift_amount ticket_price ticket_fare bus_fare taxi_fare trip_fare parking_fee
  parking_charge parking toll_charge toll_fee toll_amount entrance_fee admission_fee entry_fee donation_amount amount_charged fee_amount fare_amount
  preis fahrpreis ticketpreis einzelpreis gebuhr parkgebuhr parkentgelt entgelt eintritt eintrittspreis maut mautgebuhr spende spendenbetrag betrag fahrgeld beforderungsentgelt
  kosten prix prix_billet tarif peage frais redevance cout don montant droit_entree precio precio_billete tarifa peaje importe tasa coste costo
  donativo donacion monto valor prezzo prezzo_biglietto tariffa pedaggio importo offerta donazione preco portagem pedagio custo donativo doacao bilhete
  prijs ritprijs tarief tol parkeergeld parkeerkosten bedrag pris biljettpris avgift parkeringsavgift belopp trangselskatt takst gebyr billetpris belob belop bompenger
  hinta lipun_hinta maksu pysakointimaksu summa cena oplata oplata_parkingowa naleznosc kwota koszt darowizna cena_biletu jizdne vstupne parkovne castka poplatek
  cestovne suma poplatok ar viteldij jegyar dij parkolasi_dij osszeg pret pret_bilet cost taxa valoare cijena vozarina pristojba naknada cestarina iznos cestnina pristojbina znesek
  cmimi shuma hind pileti_hind tasu maksa biletes_cena kaina bilieto_kaina mokestis verd fargjald gjald
  ucret fiyat bilet_ucreti bedel tutar gecis_ucreti narx qiymet haqi
  цена стоимость стоимость_проезда плата тариф проезд билет сумма цiна ціна вартість вартість_проїзду сума такса цена_билета цена_на_билет стойност карта_цена цена_карте износ цијена
  τιμη κομιστρο ναυλος διοδια αντιτιμο ποσο
  harga tarif_tol biaya tambang bayaran tol kadar_tol jumlah_bayaran ongkos gia gia_ve phi so_tien cuoc_phi
  ราคา ค่าโดยสาร ค่าธรรมเนียม ค่าผ่านทาง ค่าจอดรถ จำนวนเงิน 票价 票價 金额 金額 价格 價格 费用 費用 收费 收費 车费 車費 車資 停车费 停車費 通行费 通行費
  運賃 料金 代金 通行料金 入場料 駐車料金 ご利用金額 利用金額 운임 요금 금액 가격 통행료 주차요금 입장료
  السعر الاجرة اجرة الثمن الرسوم رسوم المبلغ مبلغ قيمة التذكرة سعر_التذكرة מחיר תעריף אגרה סכום דמי_נסיעה قیمت کرایه بها مبلغ کرایہ قیمت मूल्य किराया राशि शुल्क भाड़ा মূল্য ভাড়া টাকা கட்டணம்`;
/** Words that may stand beside one: what was done with it, articles, and a currency's name. */
const BESIDE =
  'paid payment of the for your this total ride trip single adult ticket gezahlt bezahlt der die das des de du la le el il lo o a en in und fur pour por per paye pagado pagato pago betaald zaplacono оплачено';

const split = (words: string): string[] => foldPrinted(words).trim().split(/\s+/);
const WORDS = new Set(split(PRICES).map((word) => word.replace(/_/g, ' ')));
const ASIDE = new Set(split(BESIDE));

/** What a row says behind its amount that makes it a rate: "4.00 per hour", "2,50 / Std". */
const RATE = /\p{L}|\//u;

/**
 * The fields with a total where none is printed: the only amount of the page beside the tax in it, where all that its label
 * says is what one pays, "Fare 18.40", "Gebühr 4,00 EUR", "Toll paid 6.50".
 */
export function withLonePrice(fields: readonly PrintedField[], lines: readonly PrintedLine[]): PrintedField[] {
  const rows = readMarkedRows(fields, lines);
  const priced = rows.filter(({ role, amounts }) => role !== 'tax' && amounts.length > 0);
  const [row, ...others] = priced;
  const [amount, ...more] = row?.amounts ?? [];
  if (!row || !amount || others.length > 0 || more.length > 0) return [...fields];
  if (!isPrice(row.label) || isRate(row, amount.text) || !isLargest(amount.decimal, rows)) return [...fields];
  const isSame = ({ text }: PrintedField) => readPrintedAmount(text)?.decimal === amount.decimal;
  const own = fields.filter((field) => roleOfField(field) !== undefined && isSame(field));
  if (fields.some((field) => isSum(roleOfField(field)) && !own.includes(field))) return [...fields];
  const place = own.find((field) => field.place !== undefined)?.place;
  // Its words are no label of a total, and say "fee" or "paid" of a part of one elsewhere.
  const total: PrintedField = {
    type: 'TOTAL',
    text: amount.text,
    confidence: row.confidence,
    legibility: row.confidence,
    page: row.page,
    groups: [],
    ...(place !== undefined && { place }),
  };
  return [...fields.filter((field) => !own.includes(field)), total];
}

/** Whether a label says a price and nothing else. */
function isPrice(label: string): boolean {
  const words = foldPrinted(normalizePrinted(label)).match(/[\p{L}\p{M}]+/gu) ?? [];
  const named = words.filter((word) => !ASIDE.has(word) && !/^(?:eur|usd|gbp|chf|rm|rs|kr|zl)$/.test(word));
  return WORDS.has(named.join(' ')) || (named.length > 0 && WORDS.has(words.join(' ')));
}

function isRate({ text }: MarkedRow, amount: string): boolean {
  const behind = text
    .slice(text.lastIndexOf(amount) + amount.length)
    .replace(/^\s*(?:\p{Sc}|\p{Lu}{3}|kr|zł|Kč|Ft|lei|円|元|원|บาท|руб\.?|грн\.?|TL|RM)\.?(?=\s|$)/u, '');
  return RATE.test(behind);
}

const isLargest = (decimal: string, rows: readonly MarkedRow[]): boolean =>
  rows.every(({ role, amounts }) => role !== 'tax' || amounts.every((tax) => Number(tax.decimal) < Number(decimal)));
