import { foldPrinted } from './letters.ts';

/** What introduces the one who buys, by language, folded; `_` is a blank. */
const CUSTOMER = `bill_to billed_to billing_address ship_to shipped_to shipping_address deliver_to delivered_to delivery_address sold_to
  invoice_to invoiced_to issued_to customer customer_name buyer client recipient attn attention guest guest_name rechnungsempfanger
  rechnungsadresse rechnungsanschrift lieferadresse lieferanschrift kunde kundin kaufer empfanger leistungsempfanger facture_a
  adresse_de_facturation adresse_de_livraison client acheteur destinataire livre_a cliente comprador destinatario facturar_a
  enviar_a direccion_de_envio intestatario acquirente spett.le spettabile cessionario klant afnemer factuuradres afleveradres kund
  koparen faktureringsadress leveransadress kjoper kunde leveringsadresse faktureringsadresse kober asiakas ostaja nabywca odbiorca
  kupujacy odberatel zakaznik kupujici vevo megrendelo cumparator client_nume kupac narucitelj narocnik kupec klient ostja pircejs pirkejas
  alici musteri sayin πελατης αγοραστης покупатель заказчик клиент плательщик получатель покупець замовник платник клиент получател
  pelanggan pembeli kepada dijual_kepada khach_hang nguoi_mua ลูกค้า ผู้ซื้อ 客户 客戶 购买方 購買方 买方 買方 お客様 ご請求先 請求先 お届け先
  고객 구매자 공급받는자 العميل الزبون المشتري לקוח לכבוד ग्राहक`;

const NO_BLANKS = /^[\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]/;

const patterns = foldPrinted(CUSTOMER)
  .trim()
  .split(/\s+/)
  .map((word) => word.replace(/\./g, '\\.').replace(/_/g, '[\\s-]{1,2}'))
  .sort((a, b) => b.length - a.length)
  .map((word) => (NO_BLANKS.test(word) ? word : `${word}(?![\\p{L}\\p{M}])`));
const LABEL = new RegExp(
  `^\\W{0,2}(?:${patterns.join('|')})(?:\\s*(?:name|address|details|information|/\\s*\\p{L}+))?\\s*(?:[:：.]\\s*|$)`,
  'u',
);

/**
 * What stands behind a label for the buyer, such as "Bill to:" and "Kunde:", folded; empty where the label is all of the
 * text, undefined where the text is no such label.
 */
export function behindCustomerLabel(text: string): string | undefined {
  const folded = foldPrinted(text);
  const match = LABEL.exec(folded);
  return match ? folded.slice(match[0].length).trim() : undefined;
}
