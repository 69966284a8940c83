/** Papers with an amount to pay or to get back, also as the end of a longer word: "Handelsrechnung", "Slutfaktura". */
const PAPER =
  '(?:\\p{L}*(?:rechnung|faktura|faktuur|factuur|quittung|gutschrift|kvitto|kvittering|lasku|számla|szamla)|tax invoice|invoice|receipt|bill|facture|avoir|factura|recibo|fattura|ricevuta|fatura|nota fiscal|nota de cr[eé]dito|nota di credito|credit note|paragon|rachunek|ra[cč]un|arve|s[aą]skaita|rekins|rēķins)';

/** What may stand between the paper's name and the word for its number; an order, a contract or a customer has a number of its own. */
const KIND =
  "(?:vat|tva|iva|mva|moms|pro ?forma|commercial[ei]?|comercial|elettronica|electr[oó]nica|eletr[oó]nica|immediata|differita|accompagnatoria|semplificata|simplificada|simplifi[eé]e|rectificativa|d['’]acompte|d['’]avoir|de solde|de vente|de venta|de venda|di vendita|fiscal[ei]?|finale?|kor[ey]gują[cn]a|korygująca|zaliczkowa|końcowa|duplikat|kopie|copy|/ ?(?:invoice|rechnung|facture|receipt|faktura)|des versicherers|des lieferanten|des verk[aä]ufers|des ausstellers|du fournisseur|de l['’]assureur|del proveedor|del fornitore|de la aseguradora|of the (?:insurer|seller|supplier)|van de (?:leverancier|verzekeraar))";

const NUMBER_WORD = '(?:no|nr|n[°ºo]?|num(?:ber|ero|éro|mer)?|número|nummer|numer|č|čís(?:lo)?|št|szám|#)';

/** With a digit in it, and a series of letters before it: "FT 2024/5567". */
const VALUE = '((?:[A-Z]{1,3} )?(?=[\\w./-]*\\d)[A-Z0-9](?:[\\w./-]*[A-Z0-9])?)';

/** What introduces the day of the paper behind its number. */
const OF_DAY =
  '(?:vom|v\\.|dated?|of|from|on|issued(?: on| at)?|ausgestellt(?: am)?|du|en date du|[eé]mise? le|le|del|de fecha|de|em|emitid[ao] (?:el|em)|emess[ao] il|in data|dd\\.?|d\\.d\\.|van|af|av|fra|den|z dnia|z|ze dne|ze|zo dňa|od|dne|kelte)';
const DAY = '(?:\\d{1,4}(?:\\s?[./-]\\s?\\d|\\.?\\s(?:de\\s)?\\p{L}{3})|\\p{L}{3,}\\.? \\d)';

const TITLED = new RegExp(
  `^[^\\p{L}\\p{N}]*${PAPER}(?: ${KIND}){0,2}(?: ?\\(\\w{1,4}\\))?\\s*-?\\s*${NUMBER_WORD}(?![\\p{L}])[\\s.:#]*${VALUE}(?<behind>\\s*$|\\s*[,;–-]?\\s*(?:${OF_DAY})?\\s+${DAY}|\\s+${OF_DAY}\\s*$)`,
  'iu',
);

/** An amount is no number of a paper, nor is a day, unless another one stands behind it: "nr 12/05/2024 z dnia 31.05.2024". */
const AMOUNT = /^\d{1,3}(?:[.,]\d{3})*[.,]\d{2}$/;
const LIKE_DAY = /^\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})$/;
const FEWEST_SIGNS = 3;

/**
 * The number in a title that names the paper, a word for its number and mostly the day: "Handelsrechnung (380) Nr. 471102 vom
 * 05.03.2018", "Fattura n. 12 del 03/04/2024". One of a sign or two counts where a day stands behind it only.
 */
export function titledNumber(text: string): string | undefined {
  const match = TITLED.exec(text);
  const [, value = ''] = match ?? [];
  const isAlone = match?.groups?.['behind']?.trim() === '';
  if (value === '' || AMOUNT.test(value)) return undefined;
  return isAlone && (value.length < FEWEST_SIGNS || LIKE_DAY.test(value)) ? undefined : value;
}
