import { describe, expect, it } from 'vitest';
import { bookedPages, outcomeOf } from '../support/booked-page.ts';

const head = 'Elm Corner\n12 High Street\n2026-11-12 14:20\n';

/** Two items that add up to 11.50, and the total, each with what stands before or behind its amount. */
const slip = (before: string, behind = '', place = '12 High Street') => `Elm Corner
${place}
2026-11-12 14:20
Soup                     ${before}6.00${behind}
Pie                      ${before}5.50${behind}
Total                    ${before}11.50${behind}`;

describe('a sign that is mostly of one currency', () => {
  it.each([
    ['en-GB', 'GBP', '11.50 GBP'],
    ['de-DE', 'EUR', '11.50 GBP'],
    ['en-EG', 'EGP', 'review'],
  ])('is of that for %s and %s, unless the plan has it as well', (locale, currency, right) => {
    expect(outcomeOf(slip('£'), locale, currency)).toBe(right);
  });
});

describe('a place without a currency', () => {
  const ticket = slip('').replace('12 High Street', 'BS 336 Nairobi - Oulu');

  it.each([
    ['is no reason to take another than the plan, but to ask', ticket, 'es-CO', 'COP', 'review'],
    ['also where the paper is in the language of the plan', `${ticket}\nTarjeta  11.50`, 'es-CO', 'COP', 'review'],
    ['is where the person lives', ticket, 'en-KE', 'KES', '11.50 KES'],
    ['does not make dollars those of the place', ticket.replaceAll('11.50', '$11.50'), 'en-US', 'USD', '11.50 USD'],
  ])('%s', (_, page, locale, currency, right) => {
    expect(outcomeOf(page, locale, currency)).toBe(right);
  });
});

describe('a total whose sign was seen and not read, beside one in euros', () => {
  const slip = `Delikatesy
12.11.2026 14:20
Kawa mielona             41,73
Jablka                   20,00
SUMA                     61,73¤
SUMA                  EUR 14,52
Reszta                    0,00`;

  it.each([
    ['is in the money of its language where the amounts differ', slip, 'pl-PL', 'PLN', '61.73 PLN'],
    ['is asked about where no language tells it', slip.replace('Reszta', 'Zurueck'), 'en-GB', 'GBP', 'review'],
    ['is the same where the amounts are', slip.replace('14,52', '61,73'), 'pl-PL', 'PLN', '61.73 EUR'],
  ])('%s', (_, page, locale, currency, right) => {
    expect(outcomeOf(page, locale, currency)).toBe(right);
  });
});

describe('a total in two currencies', () => {
  const fondue = `${head}Fondue                   30.00
Cheese                   24.00
Total CHF                54.00
Total EUR                57.20`;

  it.each([
    ['the items add up to one', fondue, 'de-CH', 'CHF', '54.00 CHF'],
    ['the items add up to one, which is not of the plan', fondue, 'de-DE', 'EUR', '54.00 CHF'],
    [
      'the items are in one',
      fondue.replace('30.00', 'CHF 30.00').replace('24.00', 'CHF 24.00'),
      'de-DE',
      'EUR',
      '54.00 CHF',
    ],
    ['one was paid', `${fondue}\nVisa                     EUR 57.20`, 'de-CH', 'CHF', '57.20 EUR'],
    [
      'the country left the other',
      'Konzum d.d.\nIlica 1, Zagreb\n12.11.2026 14:20\nTOTAL HRK            75,35\nTOTAL EUR            10,00\nKartica EUR            10,00\n1 EUR = 7,53450 HRK',
      'hr-HR',
      'EUR',
      '10.00 EUR',
    ],
    [
      'Bulgaria, paid in cash',
      'Билла България ЕООД\nСофия, ул. Витоша 1\n12.11.2026 14:20\nХляб              1,02 €\nСирене            8,98 €\nОбща сума         10,00 €\nОбща сума         19,56 лв.\nВ брой            10,00 €',
      'bg-BG',
      'EUR',
      '10.00 EUR',
    ],
    ['a conversion says so', `${slip('£')}\nTotal approx. USD 12.30`, 'en-US', 'USD', '11.50 GBP'],
  ])('is that of its own currency where %s', (_, page, locale, currency, right) => {
    expect(outcomeOf(page, locale, currency)).toBe(right);
  });

  it.each([
    [
      'nothing says which was paid',
      `${head}TOTAL CHF                54.00\nTOTAL EUR                57.20`,
      'en-GB',
      'GBP',
    ],
    ['the items are in one and the change in another', `${fondue}\nCash EUR 60.00\nChange CHF 2.64`, 'de-CH', 'CHF'],
    [
      'one of them has no sign',
      `${head}Fondue                   30.00\nCheese                   24.00\nTotal                    54.00\nTotal EUR                57.20`,
      'en-US',
      'USD',
    ],
    [
      'only a conversion is signed',
      `${head}Soup                     6.00\nPie                      5.50\nTotal                    11.50\nApprox. USD 12.30`,
      'en-US',
      'USD',
    ],
  ])('is asked for where %s', (_, page, locale, currency) => {
    expect(outcomeOf(page, locale, currency)).toBe('review');
  });

  it.each([
    ['Bs.', '912,50', 'USD', '25,00', 'Caracas', 'es-VE', 'VES', '912.50 VES'],
    ['Bs.', '912,50', 'USD', '25,00', 'Caracas', 'es-ES', 'EUR', '912.50 VES'],
    ['Bs.', '912,50', 'USD', '25,00', 'Centro', 'es-ES', 'EUR', 'review'],
    ['DH', '250,00', 'EUR', '23,50', 'Marrakech', 'fr-FR', 'EUR', '250.00 MAD'],
    ['LARI', '412.00', 'EUR', '130.00', 'Tbilisi', 'en-GB', 'GBP', '412.00 GEL'],
    ['MN', '920.00', 'USD', '2.50', 'La Habana', 'es-ES', 'EUR', '920.00 CUP'],
    ['KR', '295,00', 'EUR', '39,60', 'Odense', 'de-DE', 'EUR', '295.00 DKK'],
    ['JD', '41.000', 'USD', '57.80', 'Wadi Musa', 'en-US', 'USD', '41.000 JOD'],
    ['L.L.', '820,000', 'USD', '9.15', 'Beirut', 'en-GB', 'GBP', '820000.00 LBP'],
    ['ZZK', '412.00', 'EUR', '130.00', 'High Street', 'en-GB', 'GBP', 'review'],
    ['ZZK', '412.00', 'EUR', '130.00', 'High Street', 'de-DE', 'EUR', 'review'],
  ])('never pairs one amount with the other mark: %s %s and %s %s, %s', (mark, amount, other, converted, ...rest) => {
    const [place, locale, currency, right] = rest;
    const page = `Elm Corner
${place}
12 Nov 2026 14:20
Dish                     ${amount}
${`TOTAL ${mark}`.padEnd(25)}${amount}
${`TOTAL ${other}`.padEnd(25)}${converted}`;

    expect(outcomeOf(page, locale, currency)).toBe(right);
  });

  it('names both to the person who is asked', () => {
    const { reasons } = bookedPages([`${head}TOTAL CHF                54.00\nTOTAL EUR                57.20`], {
      locale: 'en-GB',
      currency: 'GBP',
    });

    expect(reasons.map(({ message }) => message).join()).toContain('CHF 54.00 and as EUR 57.20');
  });
});

describe('a currency on a line of its own', () => {
  const invoice = (line: string, sign = '') => `Northwind Services Ltd
Invoice No. 2026-118
Date: 12 November 2026
${line}
Consulting               ${sign}1,500.00
Travel                     ${sign}500.00
Total                    ${sign}2,000.00`;

  it.each([
    ['Currency: EUR', 'EUR'],
    ['Currency       EUR', 'EUR'],
    ['Invoice currency: AED', 'AED'],
    ['Currency Code: NGN', 'NGN'],
    ['Währung: USD', 'USD'],
    ['Devise : EUR', 'EUR'],
    ['Moneda: USD', 'USD'],
    ['Waluta: PLN', 'PLN'],
    ['Валюта: RUB', 'RUB'],
    ['All amounts in USD', 'USD'],
    ['Amounts in EUR', 'EUR'],
    ['Alle Beträge in Euro', 'EUR'],
    ['Beträge in Schweizer Franken', 'CHF'],
    ['Montants exprimés en euros', 'EUR'],
    ['Todos los importes en euros', 'EUR'],
    ['Tutti gli importi sono in EUR', 'EUR'],
    ['All prices are quoted in US dollars', 'USD'],
    ['Amounts are in Canadian Dollars (CAD)', 'CAD'],
    ['(in €)', 'EUR'],
    ['Prices in CHF', 'CHF'],
    ['Description              Amount (USD)', 'USD'],
    ['Description              Betrag EUR', 'EUR'],
  ])('is that of all amounts: %s', (line, code) => {
    expect(outcomeOf(invoice(line), 'en-GB', 'GBP')).toBe(`2000.00 ${code}`);
  });

  it('says which dollars they are', () => {
    expect(outcomeOf(invoice('Currency: USD', '$'), 'en-AU', 'AUD')).toBe('2000.00 USD');
  });

  it('is asked about where the amounts have the sign of another', () => {
    expect(outcomeOf(invoice('Currency: EUR', '£'), 'en-GB', 'GBP')).toBe('review');
  });

  it('is none where the line is about something else', () => {
    expect(outcomeOf(invoice('Cardholder currency: EUR'), 'en-GB', 'GBP')).toBe('2000.00 GBP');
    expect(outcomeOf(invoice('We accept EUR and USD'), 'en-GB', 'GBP')).toBe('2000.00 GBP');
  });
});

describe('a mark beside the amounts', () => {
  it.each([
    ['KSh ', 'Nairobi, Kenya', '11.50 KES'],
    ['R ', 'Cape Town 8001', '11.50 ZAR'],
    ['R', 'Johannesburg', '11.50 ZAR'],
    ['K ', 'Lusaka, Zambia', '11.50 ZMW'],
    ['K', 'Port Moresby, Papua New Guinea', '11.50 PGK'],
    ['L ', 'Tegucigalpa, Honduras', '11.50 HNL'],
    ['Q', 'Guatemala', '11.50 GTQ'],
    ['S/ ', 'Lima, Perú', '11.50 PEN'],
    ['P ', 'Gaborone, Botswana', '11.50 BWP'],
    ['P ', 'Makati City, Philippines', '11.50 PHP'],
    ['Rs. ', 'Karachi, Pakistan', '11.50 PKR'],
    ['Rs ', 'Colombo 03, Sri Lanka', '11.50 LKR'],
    ['Rs. ', 'Kathmandu, Nepal', '11.50 NPR'],
    ['Rs ', 'Port Louis, Mauritius', '11.50 MUR'],
    ['kr ', 'Oslo', '11.50 NOK'],
    ['£', 'Cairo, Egypt', '11.50 EGP'],
    ['£', '12 High Street', '11.50 GBP'],
    ['J$', 'Kingston, Jamaica', '11.50 JMD'],
    ['SR ', 'Riyadh', '11.50 SAR'],
    ['QR ', 'Doha, Qatar', '11.50 QAR'],
    ['DH ', 'Casablanca', '11.50 MAD'],
    ['DH ', 'Dubai', '11.50 AED'],
    ['TSh ', 'Dar es Salaam', '11.50 TZS'],
    ['GH¢', 'Accra, Ghana', '11.50 GHS'],
    ['N', 'Lagos, Nigeria', '11.50 NGN'],
    ['¤', 'Hauptstr. 1, Muster GmbH', '11.50 EUR'],
    ['SR ', 'Victoria, Seychelles', '11.50 SCR'],
    ['Le ', 'Freetown', '11.50 SLE'],
    ['DH ', 'Marrakech', '11.50 MAD'],
    ['K', 'Lusaka', '11.50 ZMW'],
    ['K', 'Cairo Road, Lusaka', '11.50 ZMW'],
    ['Br ', 'Minsk', '11.50 BYN'],
    ['kr ', 'Malmö', '11.50 SEK'],
    ['E', 'Mbabane, Eswatini', '11.50 SZL'],
    ['M', 'Maseru, Lesotho', '11.50 LSL'],
  ])('is told by the country: %s in %s', (sign, place, right) => {
    expect(outcomeOf(slip(sign, '', place), 'en-US', 'USD')).toBe(right);
  });

  it.each([
    ['Rs. ', 'PKR', '11.50 PKR'],
    ['kr ', 'DKK', '11.50 DKK'],
    ['K ', 'ZMW', '11.50 ZMW'],
    ['£', 'EUR', '11.50 GBP'],
  ])('is the one of the plan where that is among its currencies: %s with %s', (sign, plan, right) => {
    expect(outcomeOf(slip(sign), 'en-US', plan)).toBe(right);
  });

  it.each([
    'Rs. ',
    'kr ',
    'K ',
    'L ',
    'Zk ',

    '¤',
    '\uFFFD',
  ])('is asked about where nothing tells it: %s', (sign) => {
    expect(outcomeOf(slip(sign), 'en-IE', 'EUR')).toBe('review');
  });

  it('is asked about behind the amounts too', () => {
    expect(outcomeOf(slip('', ' Zk'), 'en-US', 'USD')).toBe('review');
  });

  it('is none where it is the class of a tax', () => {
    expect(outcomeOf(slip('', ' A'), 'en-US', 'USD')).toBe('11.50 USD');
  });
});

describe('amounts without a mark', () => {
  const till = (words: string) => `Shop 7\n12.11.2026 14:20\n${words}`;

  it.each([
    ['nothing is printed', slip(''), 'en-US', 'USD', '11.50 USD'],
    ['a telephone number is of another country', slip('', '', 'Tel +254 20 123 4567'), 'en-US', 'USD', '11.50 KES'],
    [
      'the language is of one other country',
      till(
        'Zupa                     6.00\nChleb                    5.50\nSuma                     11.50\nGotówka 20.00\nReszta 8.50',
      ),
      'en-US',
      'USD',
      '11.50 PLN',
    ],
    [
      'the language is of the plan as well',
      till(
        'Suppe                    6.00\nKuchen                   5.50\nTotal                    11.50\ninkl. MwSt 0.86\nBar                      20.00\nRückgeld                 8.50',
      ),
      'de-CH',
      'CHF',
      '11.50 CHF',
    ],
    [
      'the language is of many other countries',
      till(
        'Soupe                    6.00\nTarte                    5.50\nTotal à payer            11.50\nEspèces                  20.00\nRendu                    8.50',
      ),
      'en-US',
      'USD',
      'review',
    ],
  ])('where %s', (_, page, locale, currency, right) => {
    expect(outcomeOf(page, locale, currency)).toBe(right);
  });
});

describe('a paper without hundredths', () => {
  const noodles = (word: string, amount: string) => `Kafe Mali
Rruga e Durresit
12.11.2026 14:11
Kafe                     ${amount}
${word.padEnd(25)}${amount}`;

  it.each([
    ['in words of the country', noodles('TOTALI', '2500'), 'sq-AL', 'ALL', '2500.00 ALL'],
    ['in English', noodles('TOTAL', '450'), 'hy-AM', 'AMD', '450.00 AMD'],
    ['in Chinese', noodles('合计', '450'), 'zh-TW', 'TWD', '450.00 TWD'],
    [
      'with three places, of which one amount alone has a sign',
      `Meubles Carthage
Av. Habib Bourguiba, Tunis
Date : 10/11/2026
Table basse              450,500
Chaises x4               800,000
TOTAL TTC                1 250,500 DT
Espèces                  1 300,000
Rendu                    49,500`,
      'fr-TN',
      'TND',
      '1250.500 TND',
    ],
  ])('is in whole units: %s', (_, page, locale, currency, right) => {
    expect(outcomeOf(page, locale, currency)).toBe(right);
  });
});

describe('letters beside the total alone', () => {
  const total = (mark: string, place: string) => slip('', '', place).replace('Total ', `Total ${mark} `);

  it.each([
    ['PULA', 'Gaborone', 'en-GB', 'GBP', '11.50 BWP'],
    ['LARI', 'Tbilisi', 'en-GB', 'GBP', '11.50 GEL'],
    ['Le', 'Freetown', 'en-GB', 'GBP', '11.50 SLE'],
    ['Le', '12 High Street', 'en-GB', 'GBP', '11.50 SLE'],
    ['DH', '12 High Street', 'en-GB', 'GBP', 'review'],
    ['DH', '12 High Street', 'ar-MA', 'MAD', '11.50 MAD'],
  ])('are those of the country, or asked about: %s in %s', (mark, place, locale, currency, right) => {
    expect(outcomeOf(total(mark, place), locale, currency)).toBe(right);
  });

  it('may have points', () => {
    const page = `Muscat Corner Cafe
Ruwi High Street
08-11-2026 09:10
Karak tea                0.400
Chicken wrap             1.600
Fresh juice              1.200
TOTAL R.O.               3.200
Cash                     5.000
Change                   1.800`;

    expect(outcomeOf(page, 'en-OM', 'OMR')).toBe('3.200 OMR');
    expect(outcomeOf(page, 'en-GB', 'GBP')).toBe('3.200 OMR');
  });
});

describe('a currency by its name', () => {
  it.each([
    ['US dollars', '11.50 USD'],
    ['Swiss francs', '11.50 CHF'],
    ['MEXICAN PESOS', '11.50 MXN'],
    ['Kenyan shillings', '11.50 KES'],
    ['Costa Rican colóns', '11.50 CRC'],
    ['dollars des États-Unis', '11.50 USD'],
    ['couronnes suédoises', '11.50 SEK'],
    ['US-Dollar', '11.50 USD'],
    ['koron szwedzkich', '11.50 SEK'],
    ['доллара США', '11.50 USD'],
    ['美元', '11.50 USD'],
    ['pounds sterling', '11.50 GBP'],
    ['zloty', '11.50 PLN'],
    ['baht', '11.50 THB'],
    ['euros', '11.50 EUR'],
    ['pounds', '11.50 GBP'],
    ['rupees', 'review'],
    ['pesos', 'review'],
    ['francs', 'review'],
    ['Zubrowkan dollars', 'review'],
  ])('is printed as much as a sign is: %s', (name, right) => {
    expect(outcomeOf(slip('', ` ${name}`), 'en-IE', 'JPY')).toBe(right);
  });

  it('is the one of the plan where it is of several', () => {
    expect(outcomeOf(slip('', ' francs'), 'fr-CH', 'CHF')).toBe('11.50 CHF');
    expect(outcomeOf(slip('', ' rupees'), 'en-IN', 'INR')).toBe('11.50 INR');
  });

  it('is none in the name of goods', () => {
    const page = slip('').replace('Soup', 'Sol  ').replace('Pie', 'Corona');

    expect(outcomeOf(page, 'en-GB', 'GBP')).toBe('11.50 GBP');
  });
});
