import { findDates } from 'printed-text/dates';
import { foldPrinted } from 'printed-text/letters';
import { isTotal } from './label-words.ts';
import type { LabelledAmount } from './labelled-amounts.ts';

/** Years of two digits are read up to this; which one it is does not matter here. */
const LATEST_YEAR = 2060;
const FEWEST_PARTS = 2;
const MOST_PARTS = 60;

/** Stems of the words for parts that are paid one after the other, folded. */
const PARTS =
  'instal|payments? of|(?:monats|teil)?rate[nr]?(?!\\p{L})|mensualit|echeance|versement|fois(?!\\p{L})|cuota|plazo|mensualidad|rat[ey](?!\\p{L})|parcela|prestac|vezes(?!\\p{L})|termijn|delbetal|avdrag|era[an]|ratach|splatk|reszlet|taksit|obrok|osamaks|ansuran|angsuran|cicilan|рассроч|платеж|взнос|вноск|част(?:ин|ей)|δοσ(?:η|εις)|分.*期|期付款|回払|分割|개월|할부|ผ่อน|งวด|قسط|اقساط|תשלומים';
/** "3 monthly installments", "3x". */
const COUNTED = new RegExp(`^\\D*(?<count>\\d{1,2})(?: ?[x×]|个|個|ヶ)?\\s*(?:\\p{L}+ )?(?:${PARTS})`, 'u');
const ONE_OF_THEM =
  /(?<!\p{L})(?:first|next|last|now|today|due|each due|erste[nr]?|nachste[nr]?|heute|jetzt|sofort|fallig|premiere?|prochaine?|aujourd|maintenant|primer[ao]?|ahora|hoy|prima|oggi|subito|primeir[ao]|hoje|agora|eerste|vandaag|forsta|forste|pierwsz\p{L}*|prvni|elso|первый|перший|本月|今回|初回|이번)(?!\p{L})/u;

/** Words right before a date for what is asked for later than that. */
const AFTER =
  /(?:^|[^\p{L}])(?:after|from|past|nach(?: dem)?|apres(?: le)?|despues del?|dopo(?: il)?|apos(?: o)?|depois de|na|efter(?: den)?|etter|jalkeen|po(?: dniu)?|utan|dupa|nakon|posle|после|след|після|μετα(?: τις)?|sonra|setelah|selepas|sau ngay)\W*$/u;
const LATE =
  /(?<!\p{L})(?:late|overdue|(?:if|when) paid after|after (?:the )?due date|nach falligkeit|verspatet|en retard|apres (?:l )?echeance|con recargo|despues del vencimiento|dopo la scadenza|in ritardo|apos o vencimento|na vervaldatum|po terminie|po splatnosti)(?!\p{L})/u;

/**
 * The amounts without those that are asked for on other terms than the total: each of "3 installments of 300.00" where
 * the total is 900.00, and what "after 12/02/2026" is more than the same before it, unless it was paid.
 */
export function withoutOtherTerms(amounts: readonly LabelledAmount[]): LabelledAmount[] {
  const totals = amounts.filter(({ role, minor }) => isTotal(role) && minor > 0);
  const isPaid = ({ minor }: LabelledAmount) => amounts.some((paid) => paid.role === 'cash' && paid.minor === minor);
  const others = totals.filter((one) => {
    if (isPaid(one)) return false;
    const isPart = totals.some((total) => total !== one && isPartOf(one, total.minor));
    return isPart || (isLate(one) && totals.some((total) => total.minor < one.minor && !isLate(total)));
  });
  return others.length === 0 ? [...amounts] : amounts.filter((amount) => !others.includes(amount));
}

/** Whether the label counts parts which make up a total, and does not say that one of them is asked for now. */
function isPartOf({ minor, field }: LabelledAmount, total: number): boolean {
  const label = foldPrinted(field.label ?? '');
  const counted = COUNTED.exec(label);
  const count = Number(counted?.groups?.['count']);
  if (!counted || ONE_OF_THEM.test(label)) return false;
  // The last part takes what is left over.
  return count >= FEWEST_PARTS && count <= MOST_PARTS && Math.abs(count * minor - total) < count;
}

function isLate({ field: { label = '' } }: LabelledAmount): boolean {
  const folded = foldPrinted(label);
  if (LATE.test(folded)) return true;
  return findDates(label, LATEST_YEAR).some(({ start }) => AFTER.test(foldPrinted(label.slice(0, start))));
}
