import { normalizePrinted } from 'printed-text/plain-text';

/** A means of payment that is known in a few countries only. */
export interface LocalMeans {
  /** ISO 3166-1 alpha-2, of all where it is usual. */
  readonly countries: readonly string[];
  /** As printed. */
  readonly because: string;
}

/** Names of means by the countries where they are paid with. Those of every country, such as Visa, say nothing. */
const MEANS: readonly (readonly [countries: string, names: string])[] = [
  // Europe
  ['CH LI', 'twint|postfinance(?: card)?'],
  ['SE', 'swish'],
  ['NO DK FI SE', 'vipps'],
  ['DK FI', 'mobile ?pay'],
  ['DK', 'dankort'],
  ['NO', 'bank ?axept'],
  ['PL', 'blik'],
  ['ES AD', 'bizum'],
  ['NL', 'ideal|tikkie'],
  ['BE LU', 'bancontact|payconiq'],
  ['PT', 'mb ?way|multibanco'],
  ['IT SM', 'pago ?bancomat|bancomat pay|satispay'],
  ['DE', 'giro ?card|giropay|ec[ -]?cash'],
  ['FR BE DE LU NL', 'wero'],
  ['RU', 'мир|сбп'],
  ['KZ', 'kaspi(?: ?(?:qr|pay|gold))?'],
  // America
  ['BR', 'pix|hipercard|elo (?:cr[eé]dito|d[eé]bito)'],
  ['CA', 'interac(?: flash| debit| e-?transfer)?'],
  ['US', 'venmo|zelle|ebt(?: (?:food|cash|snap))?|cash ?app'],
  ['MX', 'spei|codi|oxxo(?: ?pay)?'],
  ['AR BR CL CO MX PE UY', 'mercado ?pago'],
  ['CL', 'red ?compra|webpay'],
  ['CO', 'nequi|daviplata'],
  ['PE', 'yape|plin'],
  ['CR', 'sinpe(?: m[oó]vil)?'],
  // Africa and the Gulf
  ['KE TZ MZ LS CD GH EG ET', 'm-?pesa'],
  ['KE UG TZ ZM MW RW CD CG NG NE TD GA MG SC', 'airtel money'],
  ['SN CI ML BF CM GN MG MA TN BW SL LR CD CF JO', 'orange money'],
  ['GH UG RW CM CI BJ ZM CG GN SZ ZA NG VN', '(?:mtn )?momo(?: ?pay)?|mtn mobile money'],
  ['ET', 'tele ?birr|cbe ?birr'],
  ['ZW', 'eco ?cash'],
  ['ZA NA', 'snap ?scan|zapper'],
  ['EG', 'fawry|insta ?pay|meeza'],
  ['SA', 'mada|stc ?pay'],
  ['KW', 'k-?net'],
  ['BH', 'benefit ?pay'],
  // Asia and Oceania
  ['IN', 'upi|bhim|phone ?pe|paytm|ru ?pay'],
  ['PK', 'jazz ?cash|easy ?paisa|raast'],
  ['BD', 'b-?kash|nagad'],
  ['NP', 'e-?sewa|khalti|fonepay'],
  ['CN HK MO SG MY', 'alipay(?: ?hk)?|we ?chat(?: ?pay)?|weixin(?: ?pay)?|支付宝|微信(?:支付)?'],
  ['SG', 'pay ?now|nets(?: ?(?:flash ?pay|click|qr|pay|debit))?|paylah!?'],
  ['HK', 'fps|octopus(?: card)?|payme|八達通|轉數快'],
  ['TH', 'prompt ?pay|true ?money(?: wallet)?|พร้อมเพย์'],
  ['ID', 'qris|go-?pay|ovo|link ?aja'],
  ['PH', 'g-?cash|pay ?maya'],
  ['MY', "duit ?now(?: ?qr)?|touch ?['’]?n['’]? ?go(?: ?e-?wallet)?|tng(?: ?e-?wallet)?"],
  ['VN', 'zalo ?pay|vn ?pay(?:-?qr)?|viet ?qr'],
  ['KH LA', 'khqr|bakong|bcel ?one'],
  ['JP', 'pay ?pay|suica|pasmo|icoca|quic ?pay|rakuten ?(?:pay|edy)|nanaco|waon|au ?pay|d払い|楽天(?:ペイ|edy)'],
  ['KR', 'kakao ?pay|naver ?pay|zero ?pay|t-?money|samsung ?pay korea|카카오페이|네이버페이|제로페이'],
  ['TW', '悠遊卡|街口(?:支付)?|easy ?card'],
  ['AU NZ FJ PG SB TO VU WS', 'eft ?pos'],
  ['AU', 'bpay|pay ?id|osko'],
];

/** Words that stand before a means of payment: "Paid by Twint", "Betalt med Vipps". */
const BEFORE =
  '(?:(?:paid|payment|pay|payed|bezahlt|gezahlt|zahlung|zahlart|betaald|betalt|betalat|betaling|betalning|pay[eé]e?|paiement|pagado|pagamento|pago|p[łl]atno[sś][cć]|zap[łl]acono|method|mode|type|tender|card|karte|carte|kort|debit|credit|by|with|via|mit|per|met|med|par|con|com|avec|pakai|:)[ :.]*)*';
/** What stands behind it where it is paid with: an amount, digits of a card, or nothing. */
const BEHIND =
  '(?=[ :.]*(?:(?:payment|pay|sale|card|debit|kontaktlos|contactless|betaling|betalning|zahlung|qr|[a-z]{3}|\\p{Sc}|rm|rp)[ :.]*)*(?:[\\d*#x]|-|$))';

const PATTERNS = MEANS.map(
  ([countries, names]) =>
    [
      countries.split(' '),
      new RegExp(`^[^\\p{L}\\d]*${BEFORE}(?<name>${names})(?![\\p{L}\\d])${BEHIND}`, 'iu'),
    ] as const,
);

/** Local means of payment that rows of a paper name as what was paid with: "Twint 37.00", "Paid by Swish". */
export const findLocalMeans = (rows: readonly string[]): LocalMeans[] =>
  rows.flatMap((row) => {
    const text = normalizePrinted(row).trim();
    return PATTERNS.flatMap(([countries, pattern]) => {
      const because = pattern.exec(text)?.groups?.['name'];
      return because === undefined ? [] : [{ countries, because }];
    });
  });
