import type { DueEnd, HostileFile } from '../hostile-file.ts';
import type { Kit } from '../kit.ts';
import { asPdf, asPicture, asUbl, type Purchase } from '../papers.ts';
import { CAREFUL, CARELESS } from '../people.ts';

/** Good receipts: whatever stands beside them, each is booked with its exact amount. */
export interface Canaries {
  readonly first: readonly HostileFile[];
  /** Dropped amid the hostile files: also one in each folder that holds them. */
  readonly amid: readonly HostileFile[];
  readonly last: readonly HostileFile[];
}

/** Draws all of them; a kit's next purchases are theirs. */
export async function canariesOf({ purchase }: Kit): Promise<Canaries> {
  const canary = async (path: string, drawn: (bought: Purchase) => Promise<Buffer>): Promise<HostileFile> => {
    const bought = purchase();
    const due: DueEnd = { ends: ['completed'], books: bought.total };
    return { kind: 'good receipt', what: path, path, content: await drawn(bought), due };
  };
  const asJpeg = (bought: Purchase) => asPicture(bought, 'jpeg');
  const asPng = (bought: Purchase) => asPicture(bought, 'png');
  const asXml = async (bought: Purchase) => Buffer.from(asUbl(bought, `G-${bought.total.amountMinor}`));
  const of = (name: string) => `receipts/${CAREFUL}/${name}`;
  return {
    first: [
      await canary(of('first.pdf'), asPdf),
      await canary(of('first.jpg'), asJpeg),
      await canary(of('first.xml'), asXml),
    ],
    amid: [
      await canary(of('amid.pdf'), asPdf),
      await canary(of('amid.png'), asPng),
      await canary(of('amid.xml'), asXml),
      ...(await Promise.all(CARELESS.map((person) => canary(`receipts/${person}/good.pdf`, asPdf)))),
    ],
    last: [
      await canary(of('last.pdf'), asPdf),
      await canary(of('last.jpg'), asJpeg),
      await canary(of('last.xml'), asXml),
    ],
  };
}
