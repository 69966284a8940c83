import type { HostileFile } from '../hostile-file.ts';
import type { Kit } from '../kit.ts';
import { damagedPictures, hugePictures } from './damaged-pictures.ts';
import { namelessFiles, oddEntries } from './entries.ts';
import { hostileInvoices } from './invoices.ts';
import { movingFiles } from './moving.ts';
import { oddNames } from './names.ts';
import { largeFiles, otherFormats, tinyFiles, wrongEndings } from './other-formats.ts';
import { activePdfs, damagedPdfs, oddPagePdfs, steeringPdfs, unreadablePdfs } from './pdfs.ts';
import { wrongPlaces } from './places.ts';
import { hostilePlans } from './plans.ts';
import { hostileRates } from './rates.ts';

/** Every hostile file of a seed, in a random order, but for the corrections, which need a document. */
export async function allFiles(kit: Kit): Promise<HostileFile[]> {
  const made = [
    await damagedPictures(kit),
    await hugePictures(kit),
    await damagedPdfs(kit),
    await unreadablePdfs(kit),
    await oddPagePdfs(kit),
    await activePdfs(kit),
    await steeringPdfs(kit),
    await otherFormats(kit),
    await wrongEndings(kit),
    tinyFiles(kit),
    await largeFiles(kit),
    hostileInvoices(kit),
    hostilePlans(kit),
    hostileRates(kit),
    await wrongPlaces(kit),
    await oddNames(kit),
    await oddEntries(kit),
    await namelessFiles(kit),
    await movingFiles(kit),
  ];
  return kit.chance.shuffled(made.flat());
}
