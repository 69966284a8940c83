import { foldPrinted } from 'printed-text/letters';
import { onOneLine } from 'printed-text/plain-text';

/** Words of journeys, folded: two of them, and the paper is a ticket. */
const JOURNEY =
  /\b(?:passengers?|passager|reizigers?|fahrgast|boarding|departure|depart|arrivee?|abfahrt|ankunft|vertrek|aankomst|hinfahrt|ruckfahrt|outbound|inbound|aller|hinflug|ruckflug|flight|vlucht|platform|gleis|voie|spoor|sitzplatz|siege|wagon|wagen|voiture|coach|train|trein|avgang|ankomst|einzelfahrt|fahrkarte|railway|airport|aeroport|flughafen|airlines?|airways|e-?ticket|pnr)\b/g;

/** Whether a paper is a ticket: the places on it are where a journey goes. */
export const isTicket = (lines: readonly string[]): boolean =>
  new Set(lines.flatMap((line) => onOneLine(foldPrinted(line)).match(JOURNEY) ?? [])).size > 1;
