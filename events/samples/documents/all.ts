import type { SampleDocument } from '../sample.ts';
import { blurredPhoto } from './blurred-photo.ts';
import { cafeScan } from './cafe-scan.ts';
import { energyInvoice } from './energy-invoice.ts';
import { groceryPhoto } from './grocery-photo.ts';
import { grocerySlip } from './grocery-slip.ts';
import { hardware } from './hardware.ts';
import { hardwareRefund } from './hardware-refund.ts';
import { hotel } from './hotel.ts';
import { hotelCreditNote } from './hotel-credit-note.ts';
import { parkingSideways } from './parking-sideways.ts';
import { petrolStation } from './petrol-station.ts';
import { pharmacy } from './pharmacy.ts';
import { pharmacyCopy } from './pharmacy-copy.ts';
import { ramenShop } from './ramen-shop.ts';
import { restaurant } from './restaurant.ts';
import { softwareInvoice } from './software-invoice.ts';
import { tornBakery } from './torn-bakery.ts';

/** A person's November, in the order in which it is told. */
export const allDocuments: readonly SampleDocument[] = [
  grocerySlip,
  pharmacy,
  hardware,
  petrolStation,
  restaurant,
  hardwareRefund,
  energyInvoice,
  ramenShop,
  hotel,
  groceryPhoto,
  pharmacyCopy,
  blurredPhoto,
  tornBakery,
  cafeScan,
  parkingSideways,
  softwareInvoice,
  hotelCreditNote,
];
