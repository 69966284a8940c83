import jsonata, { type Focus } from 'jsonata';

/** What JSONata takes without a picture: any part after the year may be missing, the zone too. */
const ISO_8601 =
  /^(\d{4})(?:-([01]\d))?(?:-([0-3]\d))?(?:T([0-2]\d:[0-5]\d:[0-5]\d))?(\.\d+)?(?:Z|([+-][0-2]\d):?([0-5]\d))?$/;

interface BuiltIn {
  implementation(this: { environment: { timestamp: Date } }, text: string, picture: string): number | undefined;
}

const builtIn = jsonata('$toMillis').evaluate(undefined) as Promise<BuiltIn>;

/**
 * JSONata's `$toMillis`, for which a time without a zone is one in UTC: that is the zone of AWS's hosts, where its own
 * takes the host's. What a picture leaves out on the left is taken from the execution's clock.
 *
 * @throws JsonataError `D3110` for a text that is no time.
 */
export function toMillis(
  this: Focus,
  text?: string,
  picture?: string,
): number | undefined | Promise<number | undefined> {
  if (text === undefined) return undefined;
  return picture === undefined ? instantOf(text) : readByPicture(this, text, picture);
}

function instantOf(text: string): number {
  const [, year, month = '01', day = '01', time = '00:00:00', fraction = '', hours, minutes] =
    ISO_8601.exec(text) ?? [];
  const zone = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  const instant = Date.parse(`${year}-${month}-${day}T${time}${fraction}${zone}`);
  if (Number.isNaN(instant)) throw Object.assign(new Error('not a time'), { code: 'D3110', value: text });
  return instant;
}

async function readByPicture({ environment }: Focus, text: string, picture: string): Promise<number | undefined> {
  const timestamp = new Date(environment.lookup('millis')());
  return (await builtIn).implementation.call({ environment: { timestamp } }, text, picture);
}
