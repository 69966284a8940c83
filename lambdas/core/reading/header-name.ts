import { showsCents } from 'printed-text/amount-marks';
import { foldPrinted } from 'printed-text/letters';
import { behindCustomerLabel } from 'printed-text/party-words';
import { onOneLine } from 'printed-text/plain-text';
import type { PrintedField } from './expense-fields.ts';
import { type PrintedLine, rowsOfLines } from './printed-line.ts';

/** How many rows of the first page are looked at. */
const HEADER_ROWS = 8;
/** A line this much higher than the first one is the shop's sign. */
const SIGN_HEIGHT = 1.3;

const TITLES =
  /^(?:the )?(?:tax |sales |cash |simplified |original |customer |credit |payment |official |vat |gst )*(?:invoice|receipt|bill|slip|statement|quotation|order|copy|note|memo|rechnung|quittung|kassenbon|kassenzettel|beleg|bon|facture|ticket|recu|factura|recibo|fattura|scontrino|ricevuta|factuur|kvitto|kvittering|kuitti|paragon|resit|invois|nota|welcome|thank you|willkommen|bienvenue|lieferschein|details?|date|page|total|documento commerciale|領収書|領収証|レシート|发票|收据|영수증)(?:\s*(?:no|nr|n[°ºo]|number|nummer))?[^\p{L}]*$/u;
const NO_NAME = /@|https?:|www\.|[:：]\s*$|^(?:tel|fax|phone|email|date|no)\b\s*[.:]?/i;
/** Headings that greet, thank or say what the paper is, in words of their own. */
const HEADING =
  /^(?:your|ihr|ihre|votre|su|tu|vostra|uw|din|twoj|vas) (?:receipt|order|invoice|bill|rechnung|bestellung|beleg|kassenbon|facture|commande|recu|ticket|pedido|recibo|factura|fattura|ricevuta|bestelling|bon)\b.*|(?:order|booking|payment|purchase) (?:confirmation|receipt|summary|details)|(?:bestell|auftrags|buchungs)bestatigung|confirmation de commande|confirmacion de(?:l)? pedido|conferma (?:d'ordine|ordine)|orderbevestiging|(?:terms|conditions)(?: and conditions)?|payment terms|zahlungsbedingungen|zahlungshinweise?|conditions de paiement|(?:merchant|customer|cardholder)(?: |'s )?copy|kundenbeleg|handlerbeleg|duplicate?|copy|kopie|original|simplified tax invoice|faktura(?: vat)?|faktur|fatura|faktuur|lasku|arve|saskaita(?: faktura)?|rekins|pavadzime|reikningur|hesap|adisyon|e-?arsiv fatura|фактура|инвоис|накладная|накладна|рачун|計算書|お会計票|見積書|세금계산서|거래명세표|청구서|견적서|paragon fiskalny|dowod sprzedazy|danovy doklad|szamla|nyugta|bon fiscal|racun|kasa fisi|fis|αποδειξη(?: λιανικης)?|τιμολογιο|кассовыи чек|чек|счет|рахунок|фискален бон|struk|hoa don(?: ban hang)?|phieu thanh toan|ใบเสร็จรับเงิน|ใบกำกับภาษี|請求書|明細書|納品書|收據|收据|發票|发票|电子发票|거래명세서|فاتورة(?: ضريبية)?|חשבונית(?: מס)?(?: קבלה)?$/u;

/** Whether a text may be a name: it has letters, and is no title, number, address of the web or date. */
export function isName(text: string): boolean {
  const line = onOneLine(text);
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  const digits = line.match(/\d/g)?.length ?? 0;
  if (letters === 0 || /^#|_\d+$/.test(line) || NO_NAME.test(line)) return false;
  // "7-Eleven" and "99 Speed Mart" are names, "INV-2024-0012" and "12/03/2024 10:15" are none.
  return letters >= digits && (letters > 1 || line.length === 1) && !isHeading(line);
}

function isHeading(line: string): boolean {
  const folded = foldPrinted(line).replace(/[\s*!=.-]+$|^[\s*=-]+/g, '');
  return TITLES.test(folded) || HEADING.exec(folded)?.[0] === folded || behindCustomerLabel(line) !== undefined;
}

/**
 * The line at the top that is most likely the shop's name, for an answer that names no vendor: the first that may be a
 * name, or one below it that is much higher. Where goods with prices begin, the head ends.
 */
export function headerName(lines: readonly PrintedLine[]): PrintedField | undefined {
  const rows = rowsOfLines(lines.filter(({ page }) => page === lines[0]?.page));
  const end = rows.findIndex((row) => row.some(({ text }) => showsCents(text)));
  // An amount in a row of its own belongs to the row before it.
  const isOwnRow = end > 0 && rows[end]?.every(({ text }) => !/\p{L}{2}/u.test(text));
  const head = rows.slice(0, Math.min(HEADER_ROWS, end < 0 ? HEADER_ROWS : isOwnRow ? end - 1 : end)).flat();
  const [first, ...others] = head.filter(({ text }) => isName(text));
  if (!first) return undefined;
  const higher = others.find(({ box }) => box && first.box && box.height > first.box.height * SIGN_HEIGHT);
  const { text, page, confidence } = higher ?? first;
  return { type: 'LINE', text, confidence: Math.min(50, confidence), page, groups: [] };
}
