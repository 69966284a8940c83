import type { Country } from './countries.ts';

/** What stands around a total on some papers, in the languages of which it is known here. */
export interface More {
  readonly giftCard: string;
  readonly cashback: string;
  readonly points: string;
  readonly saved: string;
  readonly hours: string;
  readonly delivered: string;
  readonly printed: string;
  readonly instalment: string;
  /** How tax is printed where its sum is not; `*` stands for name and rate. */
  readonly rate: string;
  /** About tax or payment, without a sum. */
  readonly notice: string;
}

export const more: Readonly<Record<string, More>> = {
  en: {
    giftCard: 'Gift card',
    cashback: 'Cashback',
    points: 'Points balance',
    saved: 'You saved',
    hours: 'Open Mon-Sat 8:00-20:00',
    delivered: 'Delivery date',
    printed: 'Printed on',
    instalment: 'Instalment',
    rate: 'All prices include *',
    notice: 'No refunds without receipt',
  },
  de: {
    giftCard: 'Geschenkkarte',
    cashback: 'Bargeldauszahlung',
    points: 'Punktestand',
    saved: 'Sie sparen',
    hours: 'Geöffnet Mo-Sa 8:00-20:00',
    delivered: 'Lieferdatum',
    printed: 'Gedruckt am',
    instalment: 'Rate',
    rate: 'Preise inkl. *',
    notice: 'Umtausch nur mit Bon',
  },
  fr: {
    giftCard: 'Carte cadeau',
    cashback: "Retrait d'espèces",
    points: 'Solde de points',
    saved: 'Vous économisez',
    hours: 'Ouvert lun-sam 8:00-20:00',
    delivered: 'Date de livraison',
    printed: 'Imprimé le',
    instalment: 'Échéance',
    rate: 'Prix * incluse',
    notice: 'TVA payée sur les débits',
  },
  es: {
    giftCard: 'Tarjeta regalo',
    cashback: 'Retirada de efectivo',
    points: 'Saldo de puntos',
    saved: 'Usted ahorra',
    hours: 'Abierto lun-sáb 8:00-20:00',
    delivered: 'Fecha de entrega',
    printed: 'Impreso el',
    instalment: 'Plazo',
    rate: 'Precios con * incluido',
    notice: 'No se admiten cambios sin ticket',
  },
  it: {
    giftCard: 'Carta regalo',
    cashback: 'Prelievo contanti',
    points: 'Saldo punti',
    saved: 'Hai risparmiato',
    hours: 'Aperto lun-sab 8:00-20:00',
    delivered: 'Data di consegna',
    printed: 'Stampato il',
    instalment: 'Rata',
    rate: 'Prezzi * inclusa',
    notice: 'Si accettano cambi con scontrino',
  },
  nl: {
    giftCard: 'Cadeaukaart',
    cashback: 'Contant opgenomen',
    points: 'Puntensaldo',
    saved: 'U bespaart',
    hours: 'Open ma-za 8:00-20:00',
    delivered: 'Leverdatum',
    printed: 'Afgedrukt op',
    instalment: 'Termijn',
    rate: 'Prijzen incl. *',
    notice: 'Ruilen met bon',
  },
  pl: {
    giftCard: 'Karta podarunkowa',
    cashback: 'Wypłata gotówki',
    points: 'Saldo punktów',
    saved: 'Oszczędzasz',
    hours: 'Czynne pon-sob 8:00-20:00',
    delivered: 'Data dostawy',
    printed: 'Wydrukowano',
    instalment: 'Rata',
    rate: 'Ceny zawierają *',
    notice: 'Wymiana z paragonem',
  },
  pt: {
    giftCard: 'Cartão presente',
    cashback: 'Levantamento',
    points: 'Saldo de pontos',
    saved: 'Poupou',
    hours: 'Aberto seg-sáb 8:00-20:00',
    delivered: 'Data de entrega',
    printed: 'Impresso em',
    instalment: 'Parcela',
    rate: 'Preços com * incluído',
    notice: 'Trocas com talão',
  },
  sv: {
    giftCard: 'Presentkort',
    cashback: 'Kontantuttag',
    points: 'Poängsaldo',
    saved: 'Du sparade',
    hours: 'Öppet mån-lör 8:00-20:00',
    delivered: 'Leveransdatum',
    printed: 'Utskriven',
    instalment: 'Delbetalning',
    rate: 'Priser inkl. *',
    notice: 'Byte mot kvitto',
  },
};

/** Whether more than the usual words are known of a country's language. */
export const hasMore = ({ language }: Country): boolean => language in more;

/** @throws RangeError when nothing more is known of the language. */
export function moreOf({ language }: Country): More {
  const found = more[language];
  if (!found) throw new RangeError(`expected more words of ${language}`);
  return found;
}
