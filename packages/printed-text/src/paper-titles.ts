import { isCode } from './currency-codes.ts';
import { foldPrinted } from './letters.ts';
import { onOneLine } from './plain-text.ts';

const TITLES =
  /^(?:the )?(?:tax |sales |cash |simplified |original |customer |credit |payment |official |vat |gst )*(?:(?:\p{L}{3,})?(?:rechnung|faktura|factuur|quittung|gutschrift)|invoice|receipt|bill|slip|statement|quotation|order|copy|note|memo|kassenbon|kassenzettel|beleg|bon|facture|ticket|recu|factura|recibo|fattura|scontrino|ricevuta|kvitto|kvittering|kuitti|paragon|resit|invois|nota|welcome|thank you|willkommen|bienvenue|lieferschein|details?|date|page|total|documento commerciale|領収書|領収証|レシート|发票|收据|영수증)(?:\s*(?:no|nr|n[°ºo]|number|nummer))?[^\p{L}]*$/u;

/** Headings that greet, thank or say what the paper is, in words of their own. */
const HEADING =
  /^(?:your|ihr|ihre|votre|su|tu|vostra|uw|din|twoj|vas) (?:receipt|order|invoice|bill|rechnung|bestellung|beleg|kassenbon|facture|commande|recu|ticket|pedido|recibo|factura|fattura|ricevuta|bestelling|bon)\b.*|(?:order|booking|payment|purchase) (?:confirmation|receipt|summary|details)|(?:bestell|auftrags|buchungs)bestatigung|confirmation de commande|confirmacion de(?:l)? pedido|conferma (?:d'ordine|ordine)|orderbevestiging|(?:terms|conditions)(?: and conditions)?|payment terms|zahlungsbedingungen|zahlungshinweise?|conditions de paiement|(?:merchant|customer|cardholder)(?: |'s )?copy|kundenbeleg|handlerbeleg|duplicate?|copy|kopie|original|simplified tax invoice|faktura(?: vat)?|faktur|fatura|faktuur|lasku|arve|saskaita(?: faktura)?|rekins|pavadzime|reikningur|hesap|adisyon|e-?arsiv fatura|фактура|инвоис|накладная|накладна|рачун|計算書|お会計票|見積書|세금계산서|거래명세표|청구서|견적서|paragon fiskalny|dowod sprzedazy|danovy doklad|szamla|nyugta|bon fiscal|racun|kasa fisi|fis|αποδειξη(?: λιανικης)?|τιμολογιο|кассовыи чек|чек|счет|рахунок|фискален бон|struk|hoa don(?: ban hang)?|phieu thanh toan|ใบเสร็จรับเงิน|ใบกำกับภาษี|請求書|明細書|納品書|收據|收据|發票|发票|电子发票|거래명세서|فاتورة(?: ضريبية)?|חשבונית(?: מס)?(?: קבלה)?$/u;

/** What a till prints, by what it did: a sale, a return, money in or out. */
const TILL =
  /^(?:(?:sales?|sale|purchase|retail|till|cash|card|fiscal|store)(?: (?:transaction|receipt|slip|ticket|order|invoice|check))?|verkauf|barverkauf|vente|ticket de caisse|ticket client|venta|ticket de (?:compra|venta)|vendita|scontrino fiscale|kassabon|kassakvitto|kassekvittering|kassenbeleg|factura simplificada|fatura simplificada|talao(?: de venda)?|cupom fiscal|nota fiscal|касс?овыи чек|товарныи чек|приход|возврат прихода|расход|фискальныи чек|фіскальнии чек|касовии чек|фискален бон|фискални рачун|hoa don (?:thanh toan|gia tri gia tang)|ใบเสร็จรับเงิน.*|ใบกำกับภาษี.*|販売|売上票|購物明細|購物清單|购物小票|소매영수증)$/u;

/** Forms on which somebody asks for their money, with the receipt glued on. */
const FORM =
  /^(?:(?:travel|mileage|business|employee|staff)?(?: (?:&|and))? ?expenses? (?:claim|report|form|sheet)(?: form)?|claim form|reisekosten(?:abrechnung)?|spesenabrechnung|auslagen(?:erstattung|abrechnung)|notes? de frais|nota spese|rimborso spese|hoja de gastos|nota de gastos|liquidacion de gastos|relatorio de despesas|onkostendeclaratie|declaratieformulier|reserakning|utlaggsredovisning|reiseregning|utleggsrefusjon|matkalasku|kululasku|delegacja|авансовыи отчет|авансовии звіт|経費精算書?|費用報銷單|报销单|지출결의서)(?:\s*[-:].*)?$/u;

const TITLE_OF_PAPER = (text: string): boolean =>
  TITLES.test(text) || HEADING.exec(text)?.[0] === text || TILL.test(text) || FORM.test(text);

/**
 * Whether a line is a title of the paper, or of a part of it, in any language, and no name: "Sales receipt",
 * "КАССОВЫЙ ЧЕК / ПРИХОД", "Expense claim", "Amount (GBP)".
 */
export function isTitleOfPaper(text: string): boolean {
  const line = onOneLine(text);
  const code = /^\p{L}[\p{L} ]*\((\p{Lu}{3})\)$/u.exec(line)?.[1];
  if (code !== undefined && isCode(code)) return true;
  const folded = foldPrinted(line).replace(/[\s*!=.-]+$|^[\s*=-]+/g, '');
  if (TITLE_OF_PAPER(folded)) return true;
  const parts = folded.split(/\s*[/|]\s*|\.\s+/).filter((part) => part !== '');
  return parts.length > 1 && parts.every(TITLE_OF_PAPER);
}
