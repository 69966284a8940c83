/** One thing on a simplified FatturaPA, with its tax. */
export interface SimplifiedGood {
  readonly name: string;
  readonly cost: string;
  readonly tax?: string;
  readonly rate?: string;
}

/** FatturaPA FSM10. */
export const asSimplified = (
  goods: readonly SimplifiedGood[],
  type = 'TD07',
): string => `<?xml version="1.0" encoding="UTF-8"?>
<p:FatturaElettronicaSemplificata versione="FSM10" xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.0">
<FatturaElettronicaHeader><DatiTrasmissione><FormatoTrasmissione>FSM10</FormatoTrasmissione></DatiTrasmissione>
<CedentePrestatore><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>01234567897</IdCodice></IdFiscaleIVA><Denominazione>Forno Brenner Srl</Denominazione><Sede><Indirizzo>Via del Forno</Indirizzo><NumeroCivico>4</NumeroCivico><CAP>39100</CAP><Comune>Bolzano</Comune><Provincia>BZ</Provincia><Nazione>IT</Nazione></Sede><RegimeFiscale>RF01</RegimeFiscale></CedentePrestatore>
<CessionarioCommittente><IdentificativiFiscali><CodiceFiscale>KRMDAA80A01A952X</CodiceFiscale></IdentificativiFiscali><AltriDatiIdentificativi><Nome>Ada</Nome><Cognome>Kramer</Cognome></AltriDatiIdentificativi></CessionarioCommittente></FatturaElettronicaHeader>
<FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>${type}</TipoDocumento><Divisa>EUR</Divisa><Data>2026-11-03</Data><Numero>S-12</Numero></DatiGeneraliDocumento>${type === 'TD08' ? '<DatiFatturaRettificata><NumeroFR>S-11</NumeroFR><DataFR>2026-11-02</DataFR><ElementiRettificati>Importo</ElementiRettificati></DatiFatturaRettificata>' : ''}</DatiGenerali>
${goods.map(({ name, cost, tax, rate }) => `<DatiBeniServizi><Descrizione>${name}</Descrizione><Importo>${cost}</Importo><DatiIVA>${tax === undefined ? '' : `<Imposta>${tax}</Imposta>`}${rate === undefined ? '' : `<Aliquota>${rate}</Aliquota>`}</DatiIVA></DatiBeniServizi>`).join('')}</FatturaElettronicaBody></p:FatturaElettronicaSemplificata>`;
