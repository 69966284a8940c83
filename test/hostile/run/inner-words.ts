/** Words that only a programmer understands, in what a person or a client is told. */
const INNER = [
  /Maximum call stack/,
  /\b(?:Type|Reference|Range|Syntax|Runtime|URI|Eval|Aggregate|Internal)Error\b/,
  /\bundefined\b/,
  /\bis not a function\b/,
  /\bCannot read propert/,
  /\[object \w+\]/,
  /\bat [\w.<> ]*\(?(?:file:|node:|\/)[^\s)]*:\d+:\d+/,
  /\b(?:ENOENT|EACCES|EISDIR|ENOTDIR|EINVAL|ELOOP|ENAMETOOLONG|ERR_[A-Z_]+)\b/,
  /node_modules/,
  /InternalFailure|InternalServerError/,
];

/** The first such words in a text; `undefined` when there are none. */
export function innerWords(text: string): string | undefined {
  for (const pattern of INNER) {
    const found = pattern.exec(text);
    if (found) return JSON.stringify(text.slice(Math.max(0, found.index - 60), found.index + 140));
  }
  return undefined;
}

/** Controls and marks of direction, which can steer a terminal or hide what stands beside them. */
const STEERING = /(?!\r\n|[\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** Where a text would steer whatever shows it; `undefined` where nowhere. */
export function steeringIn(text: string): string | undefined {
  const found = STEERING.exec(text);
  return found ? JSON.stringify(text.slice(Math.max(0, found.index - 40), found.index + 40)) : undefined;
}
