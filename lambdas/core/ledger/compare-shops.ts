import { lookAlikeDistance } from 'printed-text/look-alikes';
import { type Agreement, isAmong } from './compare-numbers.ts';
import type { PurchaseTraits } from './likeness.ts';

type Shop = Pick<PurchaseTraits, 'vendor' | 'address' | 'taxIds' | 'head'>;

/** Of a name so many of its signs may be read otherwise. */
const MISREAD_SHARE = 0.25;
const SHORT = 4;
const LONG_ADDRESS = 10;

/**
 * Whether two receipts are of the same shop, however its name is spelled: it is enough that one's merchant stands at the top
 * of the other, where the reading took the address or a slogan for it. `near` where the names differ and the address or a
 * tax number does not: shops share a house, and both may print the customer's number; and where they share a long part, as
 * the slip of a card terminal does, which names the firm. Nothing is known without a merchant.
 */
export function compareShops(one: Shop, other: Shop): Agreement {
  if (isNamedOn(one.vendor, other) || isNamedOn(other.vendor, one)) return 'same';
  const sharesId = one.taxIds.some((id) => isAmong(id, other.taxIds));
  const isNamed = one.vendor !== undefined && other.vendor !== undefined;
  if (!isNamed) return sharesId || shareAddress(one, other) ? 'same' : 'unknown';
  return sharesId || shareAddress(one, other) || sharePart(one.vendor, other.vendor) ? 'near' : 'different';
}

const isNamedOn = (name: string | undefined, { vendor, address, head }: Shop): boolean =>
  name !== undefined &&
  [vendor, address, ...head].some((printed) => printed !== undefined && areLikeNames(name, printed));

const shareAddress = ({ address: one = '' }: Shop, { address: other = '' }: Shop): boolean =>
  Math.min(one.length, other.length) >= LONG_ADDRESS && areLikeNames(one, other);

const LONG_PART = 8;
/** What many shops are called, and where they are. */
const COMMON =
  /restaurant|ristorante|restaurante|trattoria|pizzeria|osteria|gasthaus|gasthof|brasserie|boulangerie|patisserie|backerei|bakery|panaderia|panificio|supermarket|supermarkt|supermercado|supermarche|supermercato|minimarket|hypermarket|convenience|pharmacy|pharmacie|farmacia|apotheke|apteka|drogerie|tankstelle|servicestation|petrolstation|gasstation|stationservice|station|parking|parkhaus|hotel|department|warenhaus|kaufhaus|store|market|markt|marche|mercado|center|centre|zentrum|international|incorporated|limited|company|gesellschaft|gmbh|coffee|express|services?/g;

/** Whether a long part of a name stands in the other one, apart from what many shops are called. */
function sharePart(one = '', other = ''): boolean {
  const [ours, theirs] = [one, other].map((name) => name.replace(COMMON, ' '));
  const parts = Array.from({ length: Math.max(0, (ours?.length ?? 0) - LONG_PART + 1) }, (_, at) =>
    (ours ?? '').slice(at, at + LONG_PART),
  );
  return parts.some((part) => !part.includes(' ') && theirs?.includes(part));
}

/** Names of letters and digits only: alike but for misread signs, or one the beginning or a part of the other. */
function areLikeNames(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length <= SHORT) return false;
  if (long.includes(short)) return true;
  const most = short.length * MISREAD_SHARE;
  return [long, long.slice(0, short.length)].some((text) => lookAlikeDistance(short, text, { most }) <= most);
}
