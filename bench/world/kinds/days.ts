import type { Country } from '../countries.ts';
import { daysAfter, writtenDay } from '../day.ts';
import { type Drawn, row, totalLine } from '../drawn.ts';
import { left, line, type Mark } from '../layout.ts';
import { between, percentOf, pick, priceOf, type Shop } from '../shop.ts';
import { till } from './till.ts';

/** Ways of writing a day that are no country's own in `countries`, by country. */
const CALENDARS: Readonly<Record<string, readonly string[]>> = {
  TH: ['d MMMM BBBB', 'd MMMM พ.ศ. BBBB', 'dd/MM/BBBB'],
  JP: ['era', 'Rn.MM.dd', '令和n年MM月dd日'],
  TW: ['民國c年MM月dd日', '民國c年M月d日', 'c/MM/dd'],
  SA: ['d MMMM yyyy'],
  EG: ['d MMMM yyyy'],
  PL: ['d MMMM yyyy r.'],
  ID: ['d MMMM yyyy'],
  HU: ['yyyy. MMMM d.'],
  US: ['MMM dd, yy'],
  ES: ["d 'de' MMMM 'de' yyyy"],
};

export const hasCalendar = ({ code, language }: Country): boolean =>
  code in CALENDARS && !(code === 'EG' && language === 'en');

/** A till slip whose day is in the country's own calendar or with a month's name. */
export function ownCalendar(shop: Shop): Drawn {
  const pattern = pick(shop.random, CALENDARS[shop.country.code] ?? ['long']);
  return till({ ...shop, written: (day) => writtenDay(day, pattern, shop.country.locale) });
}

/** Countries whose money has not changed since, and whose years are counted as today. */
const CHANGED = ['BG', 'HR', 'JP'];
export const isUnchanged = ({ code }: Country): boolean => !CHANGED.includes(code);

/** A slip from the bottom of a drawer. */
export function old(shop: Shop): Drawn {
  const [year = '', ...rest] = shop.day.split('-');
  const day = [Number(year) - between(shop.random, 11, 14), ...rest].join('-').replace('-02-29', '-02-28');
  return { ...till({ ...shop, day }), day, isOld: true };
}

const AIRLINES = ['Kestrel Air', 'Northwing Airways', 'Bluefin Airlines', 'Avocet Jet'];
const PORTS = ['Lisbon', 'Oslo', 'Nairobi', 'Lima', 'Osaka', 'Cork'];

/** Days as airlines print them: issued on one, flown on a later one. */
export function ticket(shop: Shop): Drawn {
  const { random, day, words } = shop;
  const flown = (of: string): string => writtenDay(of, 'ddMMMyy', 'en').toUpperCase();
  const fare = priceOf(shop, 30, 90);
  const taxes = percentOf(shop, fare, pick(random, [8, 15, 22]));
  const vendor = pick(random, AIRLINES);
  const from = between(random, 0, PORTS.length - 1);
  const flight = `${vendor.slice(0, 1)}${vendor.slice(-1).toUpperCase()} ${between(random, 100, 999)}`;
  const marks: Mark[] = [line([left(vendor)], { size: 1.5, isBold: true }), 'gap'];
  marks.push(
    line([left('E-TICKET RECEIPT')], { isBold: true }),
    row('Ticket number', `157-24${shop.number.padEnd(8, '7')}`),
  );
  marks.push(row('Date of issue', flown(day)), row('Passenger', 'THISTLEWOOD/ROWAN'), 'rule');
  marks.push(
    row(
      `${flight}  ${PORTS[from]} - ${PORTS[(from + 1) % PORTS.length]}`,
      `${flown(daysAfter(day, between(random, 12, 70)))}  ${shop.time}`,
    ),
  );
  marks.push('rule', row('Fare', shop.price(fare)), row('Taxes and fees', shop.price(taxes)));
  marks.push(totalLine(shop, fare + taxes, 'Total'), row(words.card, shop.price(fare + taxes)));
  return { format: 'page', marks, totalMinor: fare + taxes, vendor };
}
