import { isStatedTown, namesStreet } from 'printed-text/address-words';
import { describe, expect, it } from 'vitest';

describe('namesStreet', () => {
  it.each([
    'вул. Садова 8',
    'ул. Роза 5',
    'Οδός Ερμού 22',
    'ΕΡΜΟΥ 4 ΑΘΗΝΑ',
    '123 ถนนนิมมาน เชียงใหม่',
    '99/1 หมู่ 5 ต.สุเทพ',
    '260C Pasteur, Quận 3, TP.HCM',
    '人民路12号',
    '若葉町1-2-3',
    '서울특별시 중구',
    '새봄로 12',
    '1011 N Broadway',
  ])('knows "%s"', (text) => {
    expect(namesStreet(text)).toBe(true);
  });

  it.each([
    '7-Eleven',
    '99 Ranch Market',
    'Rema 1000',
    'Studio 54',
    'Phở Hòa',
    '星野原マート',
    '长河商场',
    'Магнит',
  ])('leaves "%s"', (text) => {
    expect(namesStreet(text)).toBe(false);
  });
});

describe('isStatedTown', () => {
  it.each(['CHICAGO IL', 'Reno NV', 'Salem, OR 97301', 'Los Angeles CA 90029'])('knows "%s"', (text) => {
    expect(isStatedTown(text)).toBe(true);
  });

  it.each(['WALK IN', 'ACME TRADING CO', 'Green Basket', 'CASA LA', 'Target'])('leaves "%s"', (text) => {
    expect(isStatedTown(text)).toBe(false);
  });
});
