/** Words that say that a day is the one of another paper, which this one refers to; all over folded text. */

/** Names of papers that another one refers to. */
const PAPER =
  '(?:invoice|inv|bill|receipt|purchase|fattura|ft|facture|ticket|factura|fatura|\\p{L}*rechnung|beleg|kassenbon|bon|faktur[aey]?|factuur|laskuun|szamla|paragon\\p{L}*|счет\\p{L}*|чек\\p{L}*)';
const LITTLE_WORDS =
  '(?:[\\s.:,/-]|(?<!\\p{L})(?:a|al|alla|la|le|de|du|della|di|to|the|an|auf|our|your|unsere[rn]?|ihre[rn]?|die|der|ns|vs|nostra|vostra|no|nr|n)(?!\\p{L}))*';
const toPaper = (words: string): string =>
  `(?<!\\p{L})(?:${words})(?!\\p{L})${LITTLE_WORDS}(?<!\\p{L})${PAPER}(?!\\p{L})`;
const paperOf = (words: string): string => `(?<!\\p{L})${PAPER}\\s+(?:(?:di|de|d['’])\\s*)?(?:${words})(?!\\p{L})`;
/** "Rif. fattura n. 4402 del", "zu Rechnung 12 vom", "fattura di riferimento": the day is surely another paper's. */
const REFERENCE = new RegExp(
  [
    toPaper(
      'ref|refer\\p{L}*|rif|rifer\\p{L}*|bezug\\p{L}*|betr|betrifft|betreft|betreffend|vedr\\p{L}*|avser|dotyczy|zu|zur|gemass|relativ[aeo]\\p{L}*|concern\\p{L}*',
    ),
    paperOf('riferimento|reference|rectificada|rettificata|corrigee|concernee|korygowan\\p{L}*'),
    '(?:bezugs|ursprungs)(?:rechnung|beleg)|原(?:伝票|取引|レシート|領収書|订单|發票|发票)',
  ].join('|'),
  'u',
);
/** "Original invoice", which may be a mark of the paper itself, and "to invoice 12". */
const LIKELY_REFERENCE = new RegExp(
  [
    toPaper('original\\p{L}*|ursprung\\p{L}*|oorspronkelijke|eredeti|against|do|k|ke|til|bij|к|по'),
    paperOf('original[ei]?|initiale?|orig(?:ine|em|en)'),
    'originalrechnung|originalbeleg',
  ].join('|'),
  'u',
);

/** Whether the words surely refer to another paper: "Rif. fattura n. 4402 del". */
export const refersToPaper = (folded: string): boolean => REFERENCE.test(folded);

/** Offers, contracts, letters, reports and notes of delivery: what a purchase goes back to, and no paper of a purchase. */
const FORERUNNER =
  '(?:\\p{L}*angebots?|kostenvoranschlags?|\\p{L}*vertrags?|schreibens?|(?:an)?frage|rapports?|\\p{L}*berichts?|lieferavis|packzettel|quot(?:e|ation)|estimate|offer|contract|agreement|letter|e-?mail|inquiry|enquiry|report|timesheet|packing (?:list|slip)|dispatch note|devis|offre|contrat|courrier|lettre|demande|bon de livraison|bl|presupuesto|oferta|contrato|carta|solicitud|albaran|orcamento|proposta|guia de (?:remessa|transporte)|preventivo|offerta|contratto|lettera|richiesta|ddt|d\\.d\\.t|bolla|offerte|overeenkomst|aanvraag|brief|pakbon|vrachtbrief|tilbud|kontrakt|aftale|avtale|avtal|offert|brev|folgeseddel|foljesedel|tarjou\\p{L}*|sopimu\\p{L}*|lahete|ofert[ay]|umow[ay]|pism[oa]|wz|nabidk[ay]|ponuk[ay]|smlouv[ay]|zmluv[ay]|dodaci(?:ho)? list[u]?|(?:ar)?ajanlat|szerzodes|szallitolevel|contractul(?:ui)?|avizul(?:ui)?|aviz|ponud[aebu]|ugovor[au]?|otpremnic[ae]|pogodb[ae]|dobavnic[ae]|pakkumine|leping\\p{L}*|ligum\\p{L}*|sutarti\\p{L}*|teklif\\p{L}*|sozlesme\\p{L}*|irsaliye\\p{L}*|договор\\p{L}*|договір|заявк\\p{L}*|оферт\\p{L}*|накладн\\p{L}*|προσφορα\\p{L}*|συμβαση\\p{L}*)';
const NUMBERED =
  '(?:[\\s.:-]*(?:no|nr|n|num(?:ber|ero|mer)?|nummer|numer|cislo|c|st|br|n ?[°º]|№|#)(?!\\p{L}))?[\\s.:#]*(?:[\\w./-]*\\d[\\w./-]*)?';
const OF_DAY =
  '(?:vom|dated|of|from|du|en date du|del|de fecha|de|em|in data|dd\\.?|d\\.d\\.|van|af|av|fra|fran|z dnia|z|ze dne|ze|zo dna|od|z dne|din|din data de|от|од|від)';
/** "Angebot Nr. 44 vom", "your letter of", "DDT n. 12 del". */
const OF_FORERUNNER = new RegExp(`(?<!\\p{L})${FORERUNNER}${NUMBERED}[\\s,(]*${OF_DAY}[\\s:]*$`, 'u');

/** "Rechnung gemäß Taxifahrt vom", "as per our talk of"; a law that a paper keeps to has a number, and no day. */
const ACCORDING =
  /(?<!\p{L})(?:gemass|gem\.|laut|lt\.|entsprechend|aufgrund|according to|as per|pursuant to|based on|on the basis of|selon|suivant|conformement a|d['’]apres|segun|en base a|secondo|in base a|come da|volgens|op basis van|zgodnie z|wedlug|wg|na podstawie|dle|podle|na zaklade|szerint|alapjan|enligt|ifolge|i henhold til|mukaan|potrivit|prema|na osnovu|согласно|на основании|згідно|съгласно|συμφωνα με)\s+(?!§|art|par|abs|ustg)\p{L}{2}/u;

/** What words that refer to something else than this paper say of a day, where nothing else is said: surely or likely not its own. */
export function isReferredDay(folded: string): boolean {
  return LIKELY_REFERENCE.test(folded) || OF_FORERUNNER.test(folded) || ACCORDING.test(folded);
}
