import type { Party } from './invoice.ts';
import { one, present, text, texts } from './navigate.ts';
import type { XmlElement } from './xml.ts';

/** A seller or buyer of FatturaPA, from the elements that hold its numbers, its name and its seat. */
export function italianParty({
  numbers,
  name,
  seat,
}: {
  readonly numbers: XmlElement | undefined;
  readonly name: XmlElement | undefined;
  readonly seat: XmlElement | undefined;
}): Party {
  const vat = one(numbers, 'IdFiscaleIVA');
  const person = ['Nome', 'Cognome'].flatMap((part) => text(name, part) ?? []).join(' ');
  const street = [text(seat, 'Indirizzo'), text(seat, 'NumeroCivico')].filter((part) => part !== undefined).join(' ');
  return present<Party>({
    name: text(name, 'Denominazione') ?? (person === '' ? undefined : person),
    tradingName: undefined,
    taxIds: [
      ...(vat ? [`${text(vat, 'IdPaese') ?? ''}${text(vat, 'IdCodice') ?? ''}`] : []),
      ...texts(numbers, 'CodiceFiscale'),
    ],
    address:
      seat &&
      present({
        lines: street === '' ? [] : [street],
        postCode: text(seat, 'CAP'),
        city: text(seat, 'Comune'),
        region: text(seat, 'Provincia'),
        country: text(seat, 'Nazione'),
      }),
  });
}
