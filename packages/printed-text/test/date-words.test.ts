import { dateRoleOf } from 'printed-text/date-words';
import { findDates } from 'printed-text/dates';
import { describe, expect, it } from 'vitest';

describe('dateRoleOf', () => {
  it.each([
    'ZUGFeRD-Version: 2.1 vom',
    'Stylesheet-Version: 2.0vom',
    'Codelisten-Version :3.0 vom',
    'Formular A12, Stand:',
    'Ausgabe 2.1 vom',
    'Release 3.1 of',
    'Versie 2 van',
    'Versione 2.1 del',
    'Version 1.2 du',
    'Wersja 1.2 z dnia',
    'Verze 3 ze dne',
    'Версия 2 от',
  ])('takes the day of an edition for none of a purchase: %s', (label) => {
    expect(dateRoleOf(label)).toBe('void');
  });

  it('lets the version of a till stand before the time of the sale', () => {
    expect(dateRoleOf('Kasse Version 2.1')).toBeUndefined();
    expect(dateRoleOf('POS v2.1')).toBeUndefined();
  });

  it.each([
    'Rechnung gemäß Taxifahrt vom',
    'Rechnungszeitraum:',
    'Abrechnungsperiode',
    'Angebot Nr. 44 vom',
    'Ihr Schreiben vom',
    'Your letter of',
    'Contract no. 12 dated',
    'Rapport-Nr.: 42389 vom',
    'Devis n° 12 du',
    'Bon de livraison n° 12 du',
    'Albarán nº 12 de',
    'DDT n. 12 del',
    'Pakbon 12 van',
    'Tilbud nr. 12 af',
    'WZ nr 12 z dnia',
    'Smlouva č. 12 ze dne',
    'Договор № 12 от',
  ])('takes the day of what a paper goes back to for that of something else: %s', (label) => {
    expect(dateRoleOf(label)).toBe('other');
  });

  it.each([
    '3% Skonto innerhalb 10 Tagen bis',
    'Den Rechnungsbetrag überweisen Sie bitte bis zum',
    '3% discount if paid by',
    'Sconto 2 % per pagamento entro il',
    '2 % korting bij betaling voor',
    'Prosimy o zapłacenie do dnia',
  ])('knows until when a sentence asks to pay: %s', (label) => {
    expect(dateRoleOf(label)).toBe('due');
  });

  it.each([
    'zu unserer Rechnung Nr. 12 vom',
    'zur Handelsrechnung Nr. 12 vom',
  ])('knows the day of a paper that is referred to: %s', (label) => {
    expect(dateRoleOf(label)).toBe('void');
  });

  it.each([
    'Eindagi',
    'Gjalddagi',
    'Dyddiad dyledus',
    'Venciment',
    'Data e skadencës',
    'Рок за плаќање',
    'Датум доспећа',
    'Төлеу мерзімі',
    'გადახდის ვადა',
    'Apmokėjimo terminas',
    'Samaksas termiņš',
  ])('knows the last day to pay: %s', (label) => {
    expect(dateRoleOf(label)).toBe('due');
  });

  it.each([
    'Dagsetning reiknings',
    'Útgáfudagur',
    'Dagsetning',
  ])('knows the day of an Icelandic invoice: %s', (label) => {
    expect(dateRoleOf(label)).toMatch(/^(?:document|plain)$/);
  });

  it.each(
    `Bought,Purchase date,Gekauft am,Kaufdatum,Verkaufsdatum,Aankoopdatum,Date d'achat,Acheté le,Fecha de compra,Data acquisto,Data da compra,Data zakupu,Zakoupeno,Datum nákupu,
    Købt,Kjøpt,Köpt,Ostopäivä,Myyntipäivä,Vásárlás,Data cumpărării,Datum kupnje,Датум куповине,Дата покупки,Куплено,Дата на покупка,Satın alma tarihi,Ημερομηνία αγοράς,Pirkimo data,
    Ostukuupäev,Tanggal pembelian,Ngày mua,วันที่ซื้อ,購入日,购买日期,購買日期,구매일,تاريخ الشراء,תאריך רכישה,खरीद`
      .split(',')
      .map((word) => word.trim()),
  )('says that it is the day of the purchase: %s', (label) => {
    expect(dateRoleOf(label)).toBe('document');
  });

  it.each(
    `Booked on,Ordered,Order date,Booking date,Buchungsdatum,Bestellt am,Besteld op,Votre commande du,Fecha de pedido,Zapłacono,Оформлен,下单时间,주문일,Paid on`
      .split(',')
      .map((word) => word.trim()),
  )('says that it is the day of the order: %s', (label) => {
    expect(dateRoleOf(label)).toBe('order');
  });

  it.each(
    `Travel date,Outward travel,Showing: Saturday,Check-in,Doors open,Pickup,Course date,Visit date,Vorstellung,Abholung,Hinfahrt,Reisdatum,Séance du,Aller,Fecha de viaje,Función,
    Data spettacolo,Partenza,Data da viagem,Data wydarzenia,Wyjazd,Odjezd,Afgang,Föreställning,Avreise,Lähtö,Utazás,Data călătoriei,Datum putovanja,Датум путовања,Отправление,
    Дата на пътуване,Seyahat tarihi,Etkinlik tarihi,Ημερομηνία ταξιδιού,Kelionės data,Etendus,Izrāde,Tanggal keberangkatan,Ngày khởi hành,วันเดินทาง,公演日,出发日期,演出时间,공연일,
    تاريخ السفر,תאריך נסיעה,यात्रा`
      .split(',')
      .map((word) => word.trim()),
  )('says that it is the day of what was bought: %s', (label) => {
    expect(dateRoleOf(label)).toBe('event');
  });

  it.each(
    `Rx Date Written,Rx written,Rx date,Script date,Ordonnance du,Rezept vom,Receta,Ricetta del,Recept,Рецепт от,処方箋,Tattag,Violation date,Offence date,Infraction du,
    Data wykroczenia,Unfalltag,Date of accident,Packed on,Verpackt am,Packdatum,Emballé le,Envasado,Confezionato il,Förpackad,Pakattu,Упаковано,生产日期`
      .split(',')
      .map((word) => word.trim()),
  )('says that it is a day before the purchase: %s', (label) => {
    expect(dateRoleOf(label)).toBe('past');
  });

  it.each(
    `Film,Film: Dune,Screen 3,映画,Trip date,Eye test date,Date of service,Citation date,Citation issued,Penalty notice issued,Ablesung,Zählerstand,Entry,Einfahrt,Wjazd,入场`
      .split(',')
      .map((word) => word.trim()),
  )('says that it is the day of what is paid for: %s', (label) => {
    expect(dateRoleOf(label)).toBe('event');
  });

  it('knows when a train leaves by what stands behind the time, and an invoice by its own word', () => {
    expect(dateRoleOf('', ' 08:30开')).toBe('event');
    expect(dateRoleOf('', ' 08:30开票')).toBeUndefined();
    expect(dateRoleOf('购票时间')).toBe('order');
    expect(dateRoleOf('Prescription filled')).not.toBe('past');
    expect(dateRoleOf('Packing slip date')).toBe('plain');
  });

  it('goes by the word that is nearest to the date', () => {
    expect(dateRoleOf('Event ticket bought')).toBe('document');
    expect(dateRoleOf('Visit booked on')).toBe('order');
    expect(dateRoleOf('Ordered for travel on')).toBe('event');
  });
});

describe('findDates', () => {
  it('takes no number of goods for a date', () => {
    expect(findDates('1 x 10kg bag', 2027)).toEqual([]);
  });

  it('reads a year of two digits as the emperor counts where ours is long ago', () => {
    expect(findDates('08年11月06日', 2027)[0]?.byOrder.YMD).toMatchObject({
      year: 2008,
      otherwise: [{ year: 2026, month: 11, day: 6, countries: ['JP'] }],
    });
    expect(findDates('20年3月12日', 2027)[0]?.byOrder.YMD).toEqual({ year: 2020, month: 3, day: 12 });
  });
});
