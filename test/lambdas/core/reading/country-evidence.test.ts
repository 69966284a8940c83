import { describe, expect, it } from 'vitest';
import { findCountry } from '../../../../lambdas/core/reading/country-evidence.ts';

describe('findCountry', () => {
  it.each([
    ['ABC TRADING SDN BHD', 'MY'],
    ['San Francisco CA 94105', 'US'],
    ['CHICAGO, IL', 'US'],
    ['Tel: +49 30 1234567', 'DE'],
    ['Muster GmbH\nUSt-IdNr. DE123456789', 'DE'],
    ['Gasthaus GmbH, 1010 Wien', 'AT'],
    ['CHE-123.456.789 MWST', 'CH'],
    ['www.example.co.uk', 'GB'],
    ['info@negozio.it P.IVA 01234567890', 'IT'],
    ['SIRET 123 456 789 00012', 'FR'],
    ['GSTIN 29ABCDE1234F1Z5', 'IN'],
    ['ABN 12 345 678 901', 'AU'],
    ['Galway H91 X2Y3', 'IE'],
    ['VAT IE560379057', 'IE'],
    ['VAT Reg. No. EL 094259216', 'GR'],
    ['領収書 ありがとうございました', 'JP'],
    ['统一发票 中国', 'CN'],
    ['CNPJ 12.345.678/0001-95', 'BR'],
    ['RC:100001/IF:20000002\nICE : 00000000 1000001', 'MA'],
    ['Toronto ON M5V 2T6 HST 13%', 'CA'],
  ])('takes %j for %s', (text, country) => {
    expect(findCountry(text)?.countries[0]).toBe(country);
  });

  it.each(['', 'TOTAL 12.00', 'hello@startup.io', 'version 2.de luxe', 'GST 6%'])('finds none in "%s"', (text) => {
    expect(findCountry(text)).toBeUndefined();
  });

  it.each([
    ['Frühstück 10,22', 'no sales tax of Canada inside a word'],
    ['МАШИННОЕ МАСЛО', 'no tax number of Russia inside a word'],
    ['prënipten', 'no tax number of Albania inside a word'],
  ])('finds none in "%s": %s', (text) => {
    expect(findCountry(text)).toBeUndefined();
  });

  it('tells where there are only names of places, which stand behind what is usual elsewhere', () => {
    expect(findCountry('BS 336 Nairobi - Oulu')).toMatchObject({ countries: ['KE'], isOnlyPlaces: true });
    expect(findCountry('NAIROBI\nKRA PIN P051234567X')).toMatchObject({ countries: ['KE'], isOnlyPlaces: false });
    expect(findCountry('India Palace\nLeeds LS1 4AP')).toMatchObject({ countries: ['GB'], isOnlyPlaces: false });
  });

  it('gives all countries where the same is usual, and the rare ones apart', () => {
    expect(findCountry('Birnbaum GmbH')).toMatchObject({ countries: ['DE', 'AT', 'CH'], fewFrom: ['LI'] });
    expect(findCountry('Birnbaum GmbH, 8001 Zürich')).toMatchObject({ countries: ['CH'] });
    expect(findCountry('SERI PADANG SDN BHD')).toMatchObject({ countries: ['MY'], fewFrom: ['BN'] });
    expect(findCountry('SERI PADANG SDN BHD\nJALAN SATU')).toMatchObject({ countries: ['MY'], fewFrom: ['BN'] });
    expect(findCountry('SERI PADANG SDN BHD\nTel +60 3 5555 1234')).toMatchObject({ countries: ['MY'], fewFrom: [] });
  });

  it('weighs several marks against one', () => {
    const evidence = findCountry('ABC SDN BHD\nJALAN SATU, SELANGOR\nmade in Germany');

    expect(evidence).toMatchObject({ countries: ['MY'] });
    expect(evidence?.weight).toBeGreaterThan(3);
  });

  it('says what it was found by', () => {
    expect(findCountry('CHICAGO, IL')?.because).toBe('CHICAGO, IL');
  });
});
