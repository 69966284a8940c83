import { describe, expect, it } from 'vitest';
import { givesFirmsNumber, nameBefore } from '../src/party-name.ts';
import {
  addressesPerson,
  behindCustomerLabel,
  behindSellerLabel,
  behindShortCustomerLabel,
} from '../src/party-words.ts';

describe('behindSellerLabel', () => {
  it.each([
    ['Emisor: Fontanería Tajo SL', 'issuer', 'Fontanería Tajo SL'],
    ['Emitido por Limpa Tejo', 'issuer', 'Limpa Tejo'],
    ['Lieferant: Groß & Söhne', 'issuer', 'Groß & Söhne'],
    ['Dodavatel', 'issuer', ''],
    ['Sprzedawca: Czyste Okna', 'issuer', 'Czyste Okna'],
    ['Поставщик: ООО «Дом»', 'issuer', 'ООО «Дом»'],
    ['销售方：上海公司', 'issuer', '上海公司'],
    ['販売者: あおぞら', 'issuer', 'あおぞら'],
    ['Verkäufer: Aster GmbH', 'seller', 'Aster GmbH'],
    ['From:', 'seller', ''],
    ['Make checks payable to Sterling', 'paid-to', 'Sterling'],
    ['Zahlbar an Brandl', 'paid-to', 'Brandl'],
    ['Kontoinhaber: Brandl', 'paid-to', 'Brandl'],
    ['With thanks, Ambler', 'signer', 'Ambler'],
  ])('tells how "%s" names the seller', (text, label, name) => {
    expect(behindSellerLabel(text)).toEqual({ label, text: name });
  });

  it.each([
    'Seller of rare books',
    'From Leeds',
    'Vendors Lane 3',
    'Fromagerie: Comté',
  ])('is silent over "%s"', (text) => {
    expect(behindSellerLabel(text)).toBeUndefined();
  });
});

describe('behindCustomerLabel', () => {
  it.each([
    ['Rechnung an: Eva', 'eva'],
    ['Herrn', ''],
    ['Odběratel', ''],
    ['Bill to Marigold', 'marigold'],
    ['For the attention of Jane', 'jane'],
    ['田中商店 御中', '田中商店 御中'],
  ])('finds the buyer in "%s"', (text, name) => {
    expect(behindCustomerLabel(text)).toBe(name);
  });

  it('leaves a short word to whoever sees an address behind it', () => {
    expect(behindCustomerLabel('To: York')).toBeUndefined();
    expect(behindShortCustomerLabel('To: York')).toBe('york');
    expect(behindShortCustomerLabel('Toys: 3')).toBeUndefined();
  });
});

describe('addressesPerson', () => {
  it.each([
    'Frau Eva Klein',
    'Miss R. Thistle',
    'M. Jean Petit',
    'Sig.ra Bianchi',
    'Herrn Dr. Kranz',
    'Mr & Mrs Roe',
    '田中様',
  ])('knows "%s"', (text) => expect(addressesPerson(text)).toBe(true));

  it.each(['Missouri Grill', 'Dr. Hanna Vogt', 'Marigold Dental', 'Srna'])('leaves "%s"', (text) =>
    expect(addressesPerson(text)).toBe(false));
});

describe('nameBefore', () => {
  it.each([
    ['Sterling Supply Co, PO Box 7', 'Sterling Supply Co'],
    ['Fontanería Tajo SL  CIF B12345678', 'Fontanería Tajo SL'],
    ['Lindwurm GmbH · Amtsgericht München HRB 1234', 'Lindwurm GmbH'],
    ['Plomberie Le Guen SARL au capital de 5 000 €', 'Plomberie Le Guen SARL'],
    ['Aster Inc, Austin', 'Aster Inc'],
    ['Malerei Sonnig, Gartenweg 2', 'Malerei Sonnig'],
    ['Smith, Jones & Co', 'Smith, Jones & Co'],
    ['Sterling Supply, Inc', 'Sterling Supply, Inc'],
    ['Blue Telecom Ltd', 'Blue Telecom Ltd'],
    ['Taylor Swift Couriers', 'Taylor Swift Couriers'],
  ])('cuts "%s"', (text, name) => expect(nameBefore(text)).toBe(name));
});

describe('givesFirmsNumber', () => {
  it('knows numbers of firms from rates and amounts', () => {
    expect(['USt-IdNr. DE123456789', 'HRB 1234', 'Y-tunnus 1234567-8', 'ИНН 7701234567'].every(givesFirmsNumber)).toBe(
      true,
    );
    expect(['VAT 20% 2.35', 'Ein Brot 3,20', 'Tax 4.86'].some(givesFirmsNumber)).toBe(false);
  });
});
