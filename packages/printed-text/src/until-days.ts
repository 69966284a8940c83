const PAYING =
  '(?:\\p{L}*uberweis\\p{L}*|\\p{L}*zahl(?:en|bar|ung|ungen|t)|begleich\\p{L}*|entricht\\p{L}*|skonto\\p{L}*|remit\\p{L}*|pay\\p{L}*|paid|settle\\p{L}*|transfer\\p{L}*|discount|payer|regler|reglement|virement|paiement|escompte|pagar|pago|pagament\\p{L}*|transferencia|descuento|desconto|versare|bonifico|pagare|sconto|\\p{L}*betal\\p{L}*|overmaken|overschrijven|korting|rabatt|zaplac\\p{L}*|przelew\\p{L}*|wplac\\p{L}*|uhrad\\p{L}*|zaplat\\p{L}*|fizet\\p{L}*|utal\\p{L}*|maks\\p{L}*|suorit\\p{L}*|plat[aei]\\p{L}*|оплат\\p{L}*|сплат\\p{L}*|плащ\\p{L}*)';
const UNTIL =
  "(?:bis(?: (?:spatestens|einschliesslich|zum|am))*|until|till|by|before|avant(?: le)?|jusqu['’]au|antes del?|hasta(?: el)?|ate(?: ao)?|entro(?: il)?|(?:uiterlijk )?(?:voor|op)|tot(?: en met)?|inden|senest(?: den)?|senast(?: den)?|innen|forfaller|do(?: dnia| dne| dna)?|viimeistaan|pana la|hiljemalt|lidz|iki|до)";

/** "Den Betrag überweisen Sie bitte bis zum", "3% Skonto innerhalb 10 Tagen bis", "2 % discount if paid by". */
const TO_PAY = new RegExp(`(?<!\\p{L})${PAYING}(?!\\p{L})[^.!?;]*(?<!\\p{L})${UNTIL}\\s*$`, 'u');
/** A sentence with numbers in it ends otherwise: "innerhalb von 8 Tagen, also bis zum 3.". */
const GERMAN_UNTIL = /\p{L}{3}.*(?<!\p{L})bis (?:spatestens |einschliesslich )?(?:zum|am)\s*$/u;

/** Whether the words before a day ask to pay until then, in a sentence; over folded text. */
export const isDayToPayUntil = (folded: string): boolean => TO_PAY.test(folded) || GERMAN_UNTIL.test(folded);
