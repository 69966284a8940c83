/** One line of an invoice that is written for a test. */
export interface WrittenLine {
  readonly name: string;
  readonly quantity: string;
  readonly price: string;
  readonly net: string;
  readonly rate: string;
}

/** An invoice of this project's own, to be written in any format. */
export interface Written {
  readonly typeCode: string;
  readonly number: string;
  readonly issued: string;
  readonly due: string;
  readonly currency: string;
  readonly lines: readonly WrittenLine[];
  readonly taxes: readonly { readonly rate: string; readonly basis: string; readonly amount: string }[];
  readonly allowance: string;
  readonly sumOfLines: string;
  readonly withoutTax: string;
  readonly tax: string;
  readonly withTax: string;
}

export const PLAIN: Written = {
  typeCode: '380',
  number: 'BR-2026/118',
  issued: '2026-11-03',
  due: '2026-12-03',
  currency: 'EUR',
  lines: [
    { name: 'Service of a gas boiler & flue', quantity: '1', price: '120.00', net: '120.00', rate: '19.00' },
    { name: 'Seal', quantity: '4', price: '2.25', net: '9.00', rate: '19.00' },
  ],
  taxes: [{ rate: '19.00', basis: '124.00', amount: '23.56' }],
  allowance: '5.00',
  sumOfLines: '129.00',
  withoutTax: '124.00',
  tax: '23.56',
  withTax: '147.56',
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const compact = (day: string): string => day.replaceAll('-', '');

/** UN/CEFACT Cross Industry Invoice; `p` is the prefix of the aggregates. */
export function asCii(invoice: Written, p = 'ram'): string {
  const day = (name: string, value: string) =>
    `<${p}:${name}><u:DateTimeString format="102">${compact(value)}</u:DateTimeString></${p}:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<x:CrossIndustryInvoice xmlns:x="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:${p}="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:u="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
<x:ExchangedDocumentContext><${p}:GuidelineSpecifiedDocumentContextParameter><${p}:ID>urn:cen.eu:en16931:2017</${p}:ID></${p}:GuidelineSpecifiedDocumentContextParameter></x:ExchangedDocumentContext>
<x:ExchangedDocument><${p}:ID>${invoice.number}</${p}:ID><${p}:TypeCode>${invoice.typeCode}</${p}:TypeCode>${day('IssueDateTime', invoice.issued)}</x:ExchangedDocument>
<x:SupplyChainTradeTransaction>
${invoice.lines
  .map(
    (line, index) =>
      `<${p}:IncludedSupplyChainTradeLineItem><${p}:AssociatedDocumentLineDocument><${p}:LineID>${index + 1}</${p}:LineID></${p}:AssociatedDocumentLineDocument><${p}:SpecifiedTradeProduct><${p}:Name>${escaped(line.name)}</${p}:Name></${p}:SpecifiedTradeProduct><${p}:SpecifiedLineTradeAgreement><${p}:NetPriceProductTradePrice><${p}:ChargeAmount>${line.price}</${p}:ChargeAmount></${p}:NetPriceProductTradePrice></${p}:SpecifiedLineTradeAgreement><${p}:SpecifiedLineTradeDelivery><${p}:BilledQuantity unitCode="C62">${line.quantity}</${p}:BilledQuantity></${p}:SpecifiedLineTradeDelivery><${p}:SpecifiedLineTradeSettlement><${p}:ApplicableTradeTax><${p}:TypeCode>VAT</${p}:TypeCode><${p}:CategoryCode>S</${p}:CategoryCode><${p}:RateApplicablePercent>${line.rate}</${p}:RateApplicablePercent></${p}:ApplicableTradeTax><${p}:SpecifiedTradeSettlementLineMonetarySummation><${p}:LineTotalAmount>${line.net}</${p}:LineTotalAmount></${p}:SpecifiedTradeSettlementLineMonetarySummation></${p}:SpecifiedLineTradeSettlement></${p}:IncludedSupplyChainTradeLineItem>`,
  )
  .join('\n')}
<${p}:ApplicableHeaderTradeAgreement><${p}:SellerTradeParty><${p}:Name>Brenner Heiztechnik GmbH</${p}:Name><${p}:PostalTradeAddress><${p}:PostcodeCode>12345</${p}:PostcodeCode><${p}:LineOne>Ofenweg 4</${p}:LineOne><${p}:CityName>Musterstadt</${p}:CityName><${p}:CountryID>DE</${p}:CountryID></${p}:PostalTradeAddress><${p}:SpecifiedTaxRegistration><${p}:ID schemeID="VA">DE136695976</${p}:ID></${p}:SpecifiedTaxRegistration></${p}:SellerTradeParty><${p}:BuyerTradeParty><${p}:Name>Ada Kramer</${p}:Name></${p}:BuyerTradeParty></${p}:ApplicableHeaderTradeAgreement>
<${p}:ApplicableHeaderTradeDelivery/>
<${p}:ApplicableHeaderTradeSettlement><${p}:InvoiceCurrencyCode>${invoice.currency}</${p}:InvoiceCurrencyCode>
${invoice.taxes.map((tax) => `<${p}:ApplicableTradeTax><${p}:CalculatedAmount>${tax.amount}</${p}:CalculatedAmount><${p}:TypeCode>VAT</${p}:TypeCode><${p}:BasisAmount>${tax.basis}</${p}:BasisAmount><${p}:CategoryCode>S</${p}:CategoryCode><${p}:RateApplicablePercent>${tax.rate}</${p}:RateApplicablePercent></${p}:ApplicableTradeTax>`).join('')}
${Number(invoice.allowance) > 0 ? `<${p}:SpecifiedTradeAllowanceCharge><${p}:ChargeIndicator><u:Indicator>false</u:Indicator></${p}:ChargeIndicator><${p}:ActualAmount>${invoice.allowance}</${p}:ActualAmount><${p}:Reason>Loyalty</${p}:Reason></${p}:SpecifiedTradeAllowanceCharge>` : ''}
<${p}:SpecifiedTradePaymentTerms>${day('DueDateDateTime', invoice.due)}</${p}:SpecifiedTradePaymentTerms>
<${p}:SpecifiedTradeSettlementHeaderMonetarySummation><${p}:LineTotalAmount>${invoice.sumOfLines}</${p}:LineTotalAmount><${p}:AllowanceTotalAmount>${invoice.allowance}</${p}:AllowanceTotalAmount><${p}:TaxBasisTotalAmount>${invoice.withoutTax}</${p}:TaxBasisTotalAmount><${p}:TaxTotalAmount currencyID="${invoice.currency}">${invoice.tax}</${p}:TaxTotalAmount><${p}:GrandTotalAmount>${invoice.withTax}</${p}:GrandTotalAmount><${p}:DuePayableAmount>${invoice.withTax}</${p}:DuePayableAmount></${p}:SpecifiedTradeSettlementHeaderMonetarySummation>
</${p}:ApplicableHeaderTradeSettlement></x:SupplyChainTradeTransaction></x:CrossIndustryInvoice>`;
}

/** OASIS UBL 2.1, an Invoice or a CreditNote by its type. */
export function asUbl(invoice: Written): string {
  const isCredit = invoice.typeCode === '381';
  const root = isCredit ? 'CreditNote' : 'Invoice';
  const amount = (name: string, value: string) => `<b:${name} currencyID="${invoice.currency}">${value}</b:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<b:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</b:CustomizationID>
<b:ID>${invoice.number}</b:ID><b:IssueDate>${invoice.issued}</b:IssueDate>${isCredit ? '' : `<b:DueDate>${invoice.due}</b:DueDate>`}
<b:${root}TypeCode>${invoice.typeCode}</b:${root}TypeCode><b:DocumentCurrencyCode>${invoice.currency}</b:DocumentCurrencyCode>
<a:AccountingSupplierParty><a:Party><a:PartyName><b:Name>Brenner</b:Name></a:PartyName><a:PostalAddress><b:StreetName>Ofenweg 4</b:StreetName><b:CityName>Musterstadt</b:CityName><b:PostalZone>12345</b:PostalZone><a:Country><b:IdentificationCode>DE</b:IdentificationCode></a:Country></a:PostalAddress><a:PartyTaxScheme><b:CompanyID>DE136695976</b:CompanyID></a:PartyTaxScheme><a:PartyLegalEntity><b:RegistrationName>Brenner Heiztechnik GmbH</b:RegistrationName></a:PartyLegalEntity></a:Party></a:AccountingSupplierParty>
<a:AccountingCustomerParty><a:Party><a:PartyLegalEntity><b:RegistrationName>Ada Kramer</b:RegistrationName></a:PartyLegalEntity></a:Party></a:AccountingCustomerParty>
${Number(invoice.allowance) > 0 ? `<a:AllowanceCharge><b:ChargeIndicator>false</b:ChargeIndicator><b:AllowanceChargeReason>Loyalty</b:AllowanceChargeReason>${amount('Amount', invoice.allowance)}</a:AllowanceCharge>` : ''}
<a:TaxTotal>${amount('TaxAmount', invoice.tax)}${invoice.taxes.map((tax) => `<a:TaxSubtotal>${amount('TaxableAmount', tax.basis)}${amount('TaxAmount', tax.amount)}<a:TaxCategory><b:ID>S</b:ID><b:Percent>${tax.rate}</b:Percent></a:TaxCategory></a:TaxSubtotal>`).join('')}</a:TaxTotal>
<a:LegalMonetaryTotal>${amount('LineExtensionAmount', invoice.sumOfLines)}${amount('TaxExclusiveAmount', invoice.withoutTax)}${amount('TaxInclusiveAmount', invoice.withTax)}${amount('AllowanceTotalAmount', invoice.allowance)}${amount('PayableAmount', invoice.withTax)}</a:LegalMonetaryTotal>
${invoice.lines.map((line, index) => `<a:${root}Line><b:ID>${index + 1}</b:ID><b:${isCredit ? 'Credited' : 'Invoiced'}Quantity unitCode="C62">${line.quantity}</b:${isCredit ? 'Credited' : 'Invoiced'}Quantity>${amount('LineExtensionAmount', line.net)}<a:Item><b:Name>${escaped(line.name)}</b:Name><a:ClassifiedTaxCategory><b:ID>S</b:ID><b:Percent>${line.rate}</b:Percent></a:ClassifiedTaxCategory></a:Item><a:Price>${amount('PriceAmount', line.price)}</a:Price></a:${root}Line>`).join('\n')}
</${root}>`;
}

/** FatturaPA 1.2; every invoice is a body. */
export function asFatturaPa(
  invoices: readonly Written[],
  over: { readonly withTotal?: boolean; readonly stamp?: string } = {},
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<n:FatturaElettronica versione="FPR12" xmlns:n="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">
<FatturaElettronicaHeader><DatiTrasmissione><FormatoTrasmissione>FPR12</FormatoTrasmissione></DatiTrasmissione>
<CedentePrestatore><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>01234567897</IdCodice></IdFiscaleIVA><Anagrafica><Denominazione>Brenner Heiztechnik GmbH</Denominazione></Anagrafica></DatiAnagrafici><Sede><Indirizzo>Via del Forno</Indirizzo><NumeroCivico>4</NumeroCivico><CAP>39100</CAP><Comune>Bolzano</Comune><Provincia>BZ</Provincia><Nazione>IT</Nazione></Sede></CedentePrestatore>
<CessionarioCommittente><DatiAnagrafici><CodiceFiscale>KRMDAA80A01A952X</CodiceFiscale><Anagrafica><Nome>Ada</Nome><Cognome>Kramer</Cognome></Anagrafica></DatiAnagrafici></CessionarioCommittente></FatturaElettronicaHeader>
${invoices
  .map(
    (
      invoice,
    ) => `<FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>${invoice.typeCode === '381' ? 'TD04' : 'TD01'}</TipoDocumento><Divisa>${invoice.currency}</Divisa><Data>${invoice.issued}</Data><Numero>${invoice.number}</Numero>${over.stamp ? `<DatiBollo><BolloVirtuale>SI</BolloVirtuale><ImportoBollo>${over.stamp}</ImportoBollo></DatiBollo>` : ''}${Number(invoice.allowance) > 0 ? `<ScontoMaggiorazione><Tipo>SC</Tipo><Importo>${invoice.allowance}</Importo></ScontoMaggiorazione>` : ''}${over.withTotal === false ? '' : `<ImportoTotaleDocumento>${invoice.withTax}</ImportoTotaleDocumento>`}</DatiGeneraliDocumento></DatiGenerali>
<DatiBeniServizi>${invoice.lines.map((line, index) => `<DettaglioLinee><NumeroLinea>${index + 1}</NumeroLinea><Descrizione>${escaped(line.name)}</Descrizione><Quantita>${line.quantity}.00</Quantita><PrezzoUnitario>${line.price}</PrezzoUnitario><PrezzoTotale>${line.net}</PrezzoTotale><AliquotaIVA>${line.rate}</AliquotaIVA></DettaglioLinee>`).join('')}
${invoice.taxes.map((tax) => `<DatiRiepilogo><AliquotaIVA>${tax.rate}</AliquotaIVA><ImponibileImporto>${tax.basis}</ImponibileImporto><Imposta>${tax.amount}</Imposta></DatiRiepilogo>`).join('')}</DatiBeniServizi>
<DatiPagamento><DettaglioPagamento><DataScadenzaPagamento>${invoice.due}</DataScadenzaPagamento></DettaglioPagamento></DatiPagamento></FatturaElettronicaBody>`,
  )
  .join('\n')}
</n:FatturaElettronica>`;
}
