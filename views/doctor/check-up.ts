import pc from 'picocolors';
import { printable, wrapped } from '../text.ts';
import { budgetFindings } from './budget-findings.ts';
import { contactFindings } from './contact-findings.ts';
import { documentFindings } from './document-findings.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { messageFindings } from './message-findings.ts';
import { nextAlerts } from './next-alerts.ts';
import { planFindings } from './plan-findings.ts';
import { proposalFindings } from './proposal-findings.ts';
import { timingFindings } from './timing-findings.ts';

const WIDTH = 100;

/** All that stands between a person and an alert, or is worth knowing, in the order in which an alert comes about. */
export const findingsOf = (facts: Facts): Finding[] => [
  ...planFindings(facts),
  ...budgetFindings(facts),
  ...documentFindings(facts),
  ...proposalFindings(facts),
  ...contactFindings(facts),
  ...timingFindings(facts),
  ...messageFindings(facts),
];

const MARKS = { ok: pc.green('✓'), hint: pc.yellow('!'), obstacle: pc.red('✗') } as const;

/** A check-up as a person reads it: what is found, how far the next alerts are, and the verdict. */
export function checkUpText(facts: Facts, findings: readonly Finding[]): string[] {
  const { person, userId, budgets } = facts;
  const obstacles = findings.filter(({ level }) => level === 'obstacle').length;
  const name = printable(person?.name ?? userId);
  const ahead = nextAlerts(budgets, person?.locale ?? 'en-US');
  const verdict =
    obstacles === 0
      ? pc.green(`Nothing stands between ${name} and an alert.`)
      : pc.red(`${obstacles} ${obstacles === 1 ? 'thing stands' : 'things stand'} between ${name} and an alert.`);
  return [
    ...findings.flatMap(lines),
    ...(ahead.length > 0 ? ['', pc.bold('Next alerts'), ...ahead.map((line) => `  ${line}`)] : []),
    '',
    verdict,
  ];
}

function lines({ level, says, details = [], remedy }: Finding): string[] {
  const [first = '', ...rest] = wrapped(says, WIDTH, '  ');
  return [
    `${MARKS[level]} ${first.trimStart()}`,
    ...rest,
    ...details.flatMap((detail) => wrapped(detail, WIDTH, '    ')),
    ...(remedy ? wrapped(`→ ${remedy}`, WIDTH, '    ') : []),
  ];
}
