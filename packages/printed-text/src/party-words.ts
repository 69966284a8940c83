import { foldPrinted } from './letters.ts';
import { onOneLine } from './plain-text.ts';

/** What introduces the one who buys, by language, folded; `_` is a blank. */
const CUSTOMER = `billing_address shipping_address delivery_address customer customer_name buyer client recipient attn attention attention_of
  guest guest_name bill-to sold-to ship-to rechnungsempfanger rechnungsadresse rechnungsanschrift lieferadresse lieferanschrift kunde kundin
  kaufer kauferin empfanger leistungsempfanger auftraggeber besteller herrn herr frau familie eheleute
  adresse_de_facturation adresse_de_livraison client acheteur destinataire cliente comprador destinatario
  direccion_de_envio datos_del_cliente intestatario acquirente spett.le spettabile cessionario committente
  klant afnemer koper opdrachtgever factuuradres afleveradres kund kopare koparen bestallare faktureringsadress leveransadress
  kjoper kunde kober leveringsadresse faktureringsadresse faktureres_til fakturamottaker fakturamodtager asiakas ostaja laskutusosoite
  nabywca odbiorca kupujacy zamawiajacy odberatel zakaznik kupujici objednatel kupujuci prijemce prijemca vevo megrendelo szamlazasi_cim
  cumparator beneficiar client_nume kupac narucitelj narocnik kupec klient primatelj prejemnik ostja pircejs pirkejas gavejas maksatajs
  alici musteri sayin πελατης αγοραστης παραληπτης покупатель заказчик клиент плательщик получатель покупець замовник платник
  купувач получател купац наручилац pelanggan pembeli kepada khach_hang nguoi_mua nguoi_mua_hang ลูกค้า ผู้ซื้อ 客户 客戶 购买方 購買方 买方 買方
  购方 お客様 ご請求先 請求先 お届け先 宛先 宛名 購入者 고객 고객명 구매자 공급받는자 받는분 العميل الزبون المشتري לקוח לכבוד הלקוח ग्राहक खरीदार`;

/** The same where the word needs no colon behind it: "Bill to Marigold Dental". */
const CUSTOMER_BEFORE = `bill_to billed_to ship_to shipped_to deliver_to delivered_to sold_to invoice_to invoiced_to issued_to
  for_the_attention_of prepared_for rechnung_an rechnungsempfanger_ist geliefert_an facture_a livre_a adresse_a adressee_a destine_a destinee_a addressed_to gerichtet_an adressiert_an dirigida_a dirigido_a indirizzata_a
  etablie_pour etabli_pour gericht_aan zaadresowano_do facturar_a facturado_a enviar_a
  fatturato_a fatturare_a faturado_a gefactureerd_aan factuur_aan faktureras_till faktura_til fakturuje_sie wystawiono_dla dijual_kepada`;

/** What introduces whoever issued the paper, and is said of nobody who only works there. */
const ISSUER = `issuer issuer_name supplier supplier_name supplier_details vendor_name vendor_details seller_name seller_details merchant_name
  aussteller rechnungssteller rechnungsaussteller rechnungsersteller leistungserbringer lieferant auftragnehmer emetteur fournisseur prestataire
  emisor datos_del_emisor proveedor emitente emissor fornecedor emittente fornitore cedente cedente_prestatore cedente/prestatore
  prestatore leverancier factuurafzender leverantor leverandor fakturautsteder utsteder udsteder laskuttaja toimittaja sprzedawca wystawca
  dostawca uslugodawca dodavatel zhotovitel vystavce szallito kiallito szamlakibocsato szolgaltato furnizor emitent dobavljac izdavatelj
  izdajatelj dobavitelj tarnija piegadatajs tiekejas tedarikci duzenleyen προμηθευτης εκδοτης поставщик исполнитель постачальник виконавець
  доставчик издател изпълнител добављач издавалац don_vi_ban_hang ผู้ขาย 販売者 販売元 販売店 発行者 発行元 請求元 請求者 销售方 銷售方 销方 开票方 卖方 賣方
  공급자 판매처 البائع المورد המוכר ספק विक्रेता`;

/** The same where the word needs no colon behind it: "Issued by Aster Ltd". */
const ISSUER_BEFORE = `issued_by sold_by billed_by supplied_by invoice_from bill_from billing_from ausgestellt_von emis_par emise_par etabli_par etablie_par vendu_par dba d/b/a doing_business_as trading_as
  emitido_por emitida_por vendido_por emesso_da emessa_da venduto_da uitgegeven_door verkocht_door utfardad_av wystawiona_przez wystawione_przez vystavil
  dijual_oleh`;

/** What introduces the one who sells, or someone who works there, or where a journey begins. */
const SELLER = `seller vendor merchant from verkaufer verkauferin von absender vendeur vendedor venditore de expediteur remitente mittente
  verkoper van afzender saljare fran selger saelger fra myyja prodavajici prodejce predavajuci od elado felado vanzator prodavatelj prodavac
  prodajalec muuja pardevejs pardavejas satici πωλητης продавец продавець продавач penjual nguoi_ban 판매자 卖家 売主`;

/** Whom the money goes to, who mostly is the one who sells. */
const PAYEE = `payee beneficiary beneficiary_name account_holder account_name kontoinhaber zahlungsempfanger beguenstigter begunstigter
  beneficiaire titulaire titulaire_du_compte beneficiario titular titular_de_la_cuenta intestatario_conto rekeninghouder begunstigde
  kontohaver kontoinnehavare betalningsmottagare saaja odbiorca_przelewu prijemce_platby kedvezmenyezett kedvezmenyezett_neve
  titular_cont hesap_sahibi получатель_платежа отримувач_платежу お振込先 口座名義 收款方 收款人 예금주`;

/** The same where the word needs no colon behind it. */
const PAYEE_BEFORE = `make_checks_payable_to make_cheques_payable_to make_check_payable_to make_all_checks_payable_to
  make_all_cheques_payable_to please_make_checks_payable_to please_make_cheques_payable_to checks_payable_to cheques_payable_to payable_to
  please_pay remit_to remit_payment_to please_remit_to pay_to zahlbar_an zahlung_an bitte_uberweisen_an payable_a a_l'ordre_de pagar_a
  pagadero_a pagabile_a betaalbaar_aan te_betalen_aan betales_til betalas_till`;

/** How a letter ends, before the name of whoever wrote it. */
const SIGN_OFF = `with_thanks many_thanks with_best_wishes yours_sincerely yours_faithfully kind_regards best_regards mit_freundlichen_grussen
  freundliche_grusse mit_freundlichem_gruss cordialement saludos atentamente un_saludo cordiali_saluti distinti_saluti atenciosamente
  met_vriendelijke_groet med_vanliga_halsningar vanliga_halsningar med_venlig_hilsen med_vennlig_hilsen ystavallisin_terveisin
  z_powazaniem s_pozdravem s_pozdravom tisztelettel udvozlettel cu_stima`;

/** What stands behind the name of the one a paper is addressed to. */
const ADDRESSED_BEHIND = /[\p{L}\p{N}）)]\s*(?:御中|様|殿|귀하|귀중)$/u;

const NO_BLANKS = /^[\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]/;
const SUFFIX = '(?:\\s*(?:name|address|details|information|data|/\\s*\\p{L}+|\\(\\p{L}+\\)))?';

function wordsOf(words: string): string {
  const all = foldPrinted(words)
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/\./g, '\\.').replace(/_/g, '[\\s-]{1,2}'))
    .sort((a, b) => b.length - a.length);
  const spaced = all.filter((word) => !NO_BLANKS.test(word));
  // Once behind all: the engine reckons the letters of every script anew wherever they are asked for.
  return [`(?:${spaced.join('|')})(?![\\p{L}\\p{M}])`, ...all.filter((word) => NO_BLANKS.test(word))].join('|');
}

/** A label at the beginning of a text, with the colon behind it, or all of the text. */
const labelled = (words: string): RegExp =>
  new RegExp(`^[^\\p{L}\\p{N}]{0,2}(?:${wordsOf(words)})${SUFFIX}\\s*(?:[:：.]\\s*|$)`, 'u');
/** A label at the beginning of a text that may go on without a colon. */
const before = (words: string): RegExp =>
  new RegExp(`^[^\\p{L}\\p{N}]{0,2}(?:${wordsOf(words)})\\s*(?:[:：]\\s*)?(?=.|$)`, 'u');

const LABELS_OF_CUSTOMER = [labelled(CUSTOMER), before(CUSTOMER_BEFORE)];
const SHORT_LABEL_OF_CUSTOMER = labelled('to an fur pour a para per aan voor till til do pro dla kime do за кому');

/**
 * What stands behind a label for the buyer, such as "Bill to:" and "Kunde:", folded; empty where the label is all of the
 * text, undefined where the text is no such label. A name with 様 or 御中 behind it is such a label itself.
 */
export function behindCustomerLabel(text: string): string | undefined {
  const folded = foldPrinted(text);
  const match = LABELS_OF_CUSTOMER.map((label) => label.exec(folded)).find((found) => found !== null);
  if (match) return folded.slice(match[0].length).trim();
  return ADDRESSED_BEHIND.test(folded.trim()) ? folded.trim() : undefined;
}

/** The same behind a label as short as "To:", which introduces a buyer only where an address follows. */
export function behindShortCustomerLabel(text: string): string | undefined {
  const folded = foldPrinted(text);
  const match = SHORT_LABEL_OF_CUSTOMER.exec(folded);
  return match ? folded.slice(match[0].length).trim() : undefined;
}

/**
 * How a label names the one who sells: as the issuer; as a seller, who may be a member of the staff or a place; as the one
 * to be paid; or by signing.
 */
export type SellerLabel = 'issuer' | 'seller' | 'paid-to' | 'signer';

const LABELS_OF_SELLER: readonly (readonly [SellerLabel, readonly RegExp[]])[] = [
  ['issuer', [labelled(ISSUER), before(ISSUER_BEFORE)]],
  ['seller', [labelled(SELLER)]],
  ['paid-to', [before(PAYEE_BEFORE), labelled(PAYEE)]],
  ['signer', [new RegExp(`^[^\\p{L}]{0,2}(?:${wordsOf(SIGN_OFF)})\\s*(?:[,:!.]\\s*|$)`, 'u')]],
];

/** What stands behind a label for the one who sells, such as "Supplier:" and "Payable to"; empty where nothing does. */
export function behindSellerLabel(text: string): { readonly label: SellerLabel; readonly text: string } | undefined {
  const line = onOneLine(text);
  const folded = foldPrinted(line);
  for (const [label, patterns] of LABELS_OF_SELLER) {
    const match = patterns.map((pattern) => pattern.exec(folded)).find((found) => found !== null);
    if (match) return { label, text: unfoldedBehind(line, folded, match[0].length) };
  }
  return undefined;
}

/** The part of a line behind as many folded letters; folding may have made two letters of one, as of "ß". */
function unfoldedBehind(line: string, folded: string, length: number): string {
  if (line.length === folded.length) return line.slice(length).trim();
  const start = Array.from(line, (_, index) => index).find(
    (index) => foldPrinted(line.slice(0, index)).length >= length,
  );
  return line.slice(start ?? line.length).trim();
}

/** A person addressed by title, as above a receiver's address: "Frau Moreno", "Mr Smith". */
const ADDRESSED =
  /^[^\p{L}]{0,2}(?:an |to )?(?:(?:herrn?|frau|familie|eheleute|mr|mrs|ms|mx|miss|mister|mme|mlle|madame|mademoiselle|monsieur|sig|sig\.ra|signora?|dott|dott\.ssa|egr|gent|sr|sra|senora?|dhr|mevr|de heer|mevrouw|fru|hr|pan|pani|p[aá]n|vazeny|vazena|domnul|doamna|gospodin|gospodja|gospa)\b\.?|mm?\.)(?: (?:und|and|&|et|y|e|en|i) (?:frau|herrn?|mrs|mme|sra|pani)\b\.?)?(?: (?:dr|prof|dipl|ing|med)\b\.?){0,2}\s+\p{L}/u;

/** Whether a text addresses a person: by a title before the name, or by 様 and the like behind it. */
export function addressesPerson(text: string): boolean {
  const folded = foldPrinted(onOneLine(text));
  return ADDRESSED.test(folded) || ADDRESSED_BEHIND.test(folded);
}
