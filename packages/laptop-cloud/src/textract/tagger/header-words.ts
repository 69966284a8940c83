import { isStatedTown } from 'printed-text/address-words';
import { squashLetters } from 'printed-text/letters';
import { isTitleOfPaper } from 'printed-text/paper-titles';
import { nameBefore } from 'printed-text/party-name';
import { behindCustomerLabel } from 'printed-text/party-words';
import { plainText } from 'printed-text/plain-text';

/** Legal forms that only a firm's name carries. */
const STRONG_LEGAL_FORM =
  /s[dbo0e]n\.?\s*[b3][hn]d|berhad|\bbhd\b|\bs\/b\b|\bltd\b|limited|\bllc\b|\bllp\b|\bplc\b|\binc\b\.?|\bcorp\b|gmbh|\bs\.?a\.?r\.?l\b|\bs\.?r\.?l\b|\bs\.?p\.?a\b|\bb\.?v\b|\bn\.?v\b|\bAG\b|\bpte\b|\bpty\b|\bsp\.?\s?z\s?o|\bs\.?r\.?o\b|\bkft\b|\boyj?\b|\bA\/S\b|\bApS\b|\bLtda\b|株式会社|有限公司|주식회사/i;
const LEGAL_FORM =
  /\b(?:corporation|mbh|kg|ohg|e\.?k\.?|ug|s\.?a\.?s\.?u?|s\.?a\.?|a\.?b|aps|s\.?l\.?u?|k\.?k\.?|co\.?|company|enterprises?|trading|holdings?|group)(?:$|[\s).,(-])/i;

/** The sign of a state behind a town, which may look like a legal form: "Reno NV". */
const STATE_BEHIND = /,? [A-Z]{2,3}[\d -]*$/;

const TRADE_WORD =
  /\b(?:restaurant|restoran|restaurante|ristorante|cafe|kafe|kaffee|coffee|kopitiam|bistro|mart|market|markt|mercado|store|shop|hardware|pharmacy|farmasi|farmacia|apotheke|pharmacie|bakery|bakeri|b[aä]ckerei|boulangerie|cake|book|books|stationer\w*|grocer(?:s|y|ies)?|hotel|kedai|syarikat|pasaraya|enterprise|trading|marketing|industr(?:y|ies)|supplies|electrical|electronics?|gallery|station|petro|petrol|petroleum|clinic|klinik|dental|boutique|fashion|furnish\w*|gourmet|kitchen|seafood|foods?|house|confectioner\w*|services|print\w*|paper|healthcare|hypermarket|supermarket|supermercado|supermarch[eé]|salon|workshop|motor|tyre|auto|gift|deco|international|company|co|pizza|burger|bookstore|studio|cent(?:re|er)|bar|pub|grill|inn|resort|garage|imbiss|gasthaus|brasserie|trattoria|taverna|tienda|panader[ií]a)\b/gi;

const TITLE =
  /^(?:simplified)?(?:tax)?(?:invoice|lnvoice|inv|receipt|bill|cashbill|cashsales?|cashreceipt|guestcheck|check|officialreceipt|salesreceipt|creditnote|deliveryorder|quotation|statement|rechnung|quittung|beleg|kassenbon|bon|gutschrift|facture|recu|ticket|factura|recibo|nota|fattura|ricevuta|scontrino|documentocommerciale|factuur|paragon|faktura|kvitto|kvittering|original|copy|duplicate|reprint|customercopy|merchantcopy|order|ordernumber|taxinvoice.*|simplifiedtaxinvoice.*|invoicecum.*|lasku|arve|rekins|reikningur|fatura|faktur|racun|szamla|welcome.*|thankyou.*|terimakasih.*|selamatdatang.*|posted|promo|takeaway|takeout|dinein|cash|credit|selfbilled|warning.*|please.*|table.*|bienvenue|willkommen|herzlichwillkommen|领收书|領収書|領収証|レシート|发票|收据|영수증)$/;

// What stands in a header but is neither a name nor an address.
const PARTICULARS =
  /(?<![\p{L}\d_])(?:tel|te1|tei|telefon|telefoon|t[eé]l|ph|phone|fax|hp|h\/p|mobile|hotline|e-?mail|www|http|gst|gs[t1]\s*(?:id|no|reg)|sst|hst|pst|qst|abn|vat|reg\.?\s*no|regn|company\s*(?:no|reg)|co\.?\s*(?:no|reg)|roc|licen[sc]e|cashier|casher|salesperson|invoice|receipt|rcpt|date|time|tarikh|masa|table(?=\W*(?:\d|[:#]|no\b|$))(?<!the table)|pax|slip|member|bill\s*no|order|doc|document|counter|terminal|trans|staff|operator|server|waiter|pos|qty|amount|price|item|description|website|facebook|tax|uid|ust|siret|tva|nif|cif|dni|iva|kvk|btw|iban|bic|swift|kunden\w*|page|seite|datum|fecha|nr|rechnung\w*|beleg|bon|zimmer|room|tisch|kasse|caisse|mesa|bestellung|auftrag|account|acct|summary|details|guests?|covers?|couverts|coperti|check\s?(?:in|out)|booking|au capital|capital social|rcs|siren|registered (?:office|in)|handelsregister|amtsgericht|hrb|payment|rate)(?![\p{L}\d_])|@|\.com\b|\d{2,4}[-\s]\d{6,8}|(?:\+?6)?0\d{1,2}[\s-]\d{3,4}[\s-]?\d{4}|\b\d{4}\s?hrs\b|\(\d{3}\)\s?\d{3}-\d{4}/iu;

/** Words that say that a line is about the firm or the visit, without being its name. */
export const ASIDE =
  /licensee|formerly|known as|operated by|a member of|welcome|thank|please|visit|sold|return|danke|merci|gracias|grazie/i;

/** A line that introduces the one who receives the bill. */
export const RECEIVER_LABEL =
  /\b(?:(?:bill(?:ed)?|ship(?:ped)?|deliver(?:ed)?|sold|invoice(?:d)?|issued)\s*to(?:\s*address)?|attn|rechnungsempf[aä]nger|factur[eé] [aà]|destinatario)\b\s*:?|\b(?:customer|buyer|client|recipient|kunde|cliente|klant)\s*(?::|$)/i;

/** Whether a line introduces the one who receives the bill, in any language. */
export const introducesReceiver = (text: string): boolean =>
  RECEIVER_LABEL.test(text) || behindCustomerLabel(text) !== undefined;

/** A person addressed by name, as above a receiver's address: `Frau Moreno`, `Mr Smith`. */
export const SALUTATION =
  /^\W*(?:frau|herrn?|familie|mrs?|ms|miss|mme|madame|monsieur|signora?|sig|sra?|señora?|dhr|mevr)\b\.?\s+\p{L}/iu;

/** Whether a text names a legal form that nothing but a firm has: Ltd, GmbH, Sdn Bhd. */
export const hasStrongLegalForm = (text: string): boolean =>
  STRONG_LEGAL_FORM.test(isStatedTown(text) ? text.replace(STATE_BEHIND, ' ') : text);
/** Whether a text holds a word that firms like in their names and that may mean something else: Company, Trading, AB. */
export const hasLegalForm = (text: string): boolean => LEGAL_FORM.test(text);
/** Whether a text names a trade: bakery, hotel, Apotheke. */
export const hasTradeWord = (text: string): boolean => text.search(TRADE_WORD) >= 0;
/** What is left of a text without its trade words. */
export const withoutTradeWords = (text: string): string => text.replace(TRADE_WORD, '');
/** Whether a text says nothing but its legal form: "SARL au capital de 8 000 €". */
export const isLegalFormAlone = (text: string): boolean =>
  hasStrongLegalForm(text) && !/\p{L}{2}/u.test(withoutLegalForm(nameBefore(text)));
/** What is left of a text without its strong legal form. */
export const withoutLegalForm = (text: string): string => text.replace(STRONG_LEGAL_FORM, '');
/** "Receipt", "Tax invoice", "Welcome" and the like, alone on their line. */
export const isTitle = (text: string): boolean => TITLE.test(squashLetters(text)) || isTitleOfPaper(text);
/** Telephone, tax number, cashier, table and the like. */
export const isParticulars = (text: string): boolean => PARTICULARS.test(text);

/** A name that shares its line with the document's title loses the title: `Corner Shop Invoice`. */
export const withoutTitle = (text: string): string => {
  const rest = text.replace(
    /\s*[-|:]?\s*\b(?:tax\s+)?(?:invoice|receipt|rechnung|quittung|facture|factura|fattura|factuur|faktura)\s*$/i,
    '',
  );
  return /\p{L}{3}/u.test(rest) && !isTitle(text) ? rest : text;
};

/** A firm's registration number, alone on its line. */
export const isRegistrationNumber = (text: string): boolean =>
  /^\W*(?:co\.?\s*)?(?:reg\w*\.?\s*)?(?:no\.?|#|:|\s)*\(?\s*[A-Z]{0,3}\d{4,}[\s-]*[A-Z0-9]{0,3}\s*\)?\W*$/i.test(
    plainText(text),
  );
