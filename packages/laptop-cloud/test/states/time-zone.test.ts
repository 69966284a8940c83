import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { VirtualClock } from '../../src/clock.ts';
import type { Json } from '../../src/http/service.ts';
import { openStates } from './harness.ts';

const NOW = '2026-03-01T22:30:00.000Z';
const stillClock = () => new VirtualClock(Date.parse(NOW), { isAlone: true });

/** What a machine makes of an expression, at an instant on another day in some zones. */
async function outputOf(expression: string, input: Json = {}): Promise<Json> {
  const { machine, execute } = await openStates({ clock: stillClock() });
  const Only = { Type: 'Pass', Output: `{% ${expression} %}`, End: true };
  const execution = await execute(await machine('times', { StartAt: 'Only', States: { Only } }), input);
  return typeof execution.output === 'string' ? (JSON.parse(execution.output) as Json) : (execution.cause ?? null);
}

const utc = (text: string): number => Date.parse(text);

describe.each(['America/New_York', 'Asia/Kolkata', 'UTC'])('with the computer in %s', (zone) => {
  beforeEach(() => {
    vi.stubEnv('TZ', zone);
    onTestFinished(() => void vi.unstubAllEnvs());
  });

  it('has another zone than UTC, or that', () => {
    expect(new Date(NOW).getTimezoneOffset() === 0).toBe(zone === 'UTC');
  });

  it.each<[string, Json]>([
    ["$toMillis('2026-03-01T12:00:00')", utc('2026-03-01T12:00:00Z')],
    ["$toMillis('2026-03-01T12:00:00.25')", utc('2026-03-01T12:00:00.250Z')],
    ["$toMillis('2026-03-08T02:30:00')", utc('2026-03-08T02:30:00Z')],
    ["$toMillis('2026T12:00:00')", utc('2026-01-01T12:00:00Z')],
    ["$toMillis('2026-03-01')", utc('2026-03-01T00:00:00Z')],
    ["$toMillis('2026.5')", utc('2026-01-01T00:00:00.500Z')],
    ["$toMillis('2026-03-01T12:00:00Z')", utc('2026-03-01T12:00:00Z')],
    ["$toMillis('2026-03-01T12:00:00+0530')", utc('2026-03-01T06:30:00Z')],
    ["$toMillis('2026-03-01-05:00')", utc('2026-03-01T05:00:00Z')],
    ["'2026-03-01T12:00:00' ~> $toMillis", utc('2026-03-01T12:00:00Z')],
    ["['2026-03-01T12:00:00', '2026-03-02'].$toMillis()", [utc('2026-03-01T12:00:00Z'), utc('2026-03-02T00:00:00Z')]],
    ["$toMillis('01.03.2026 12:00', '[D01].[M01].[Y0001] [H01]:[m01]')", utc('2026-03-01T12:00:00Z')],
    ["$toMillis('1 March 2026', '[D] [MNn] [Y]')", utc('2026-03-01T00:00:00Z')],
    ["$toMillis('12:00 +01:00', '[H01]:[m01] [Z]')", utc('2026-03-01T11:00:00Z')],
    ["$toMillis('12:00', '[H01]:[m01]')", utc('2026-03-01T12:00:00Z')],
    ["$toMillis('no', '[H01]:[m01]') ? 1 : 'nothing'", 'nothing'],
    ["$fromMillis($toMillis('2026-03-01T12:00:00'))", '2026-03-01T12:00:00.000Z'],
    ["$fromMillis($toMillis('2026-03-01T12:00:00'), '[Y]-[M01]-[D01] [H01]:[m01] [z]')", '2026-03-01 12:00 GMT+00:00'],
    ["$fromMillis(0, '[H01]:[m01]', '+0530')", '05:30'],
    ['$now()', NOW],
    ["$now('[D01] [H01]:[m01]')", '01 22:30'],
    ['$states.context.Execution.StartTime', NOW],
    ["$toMillis($states.context.State.EnteredTime) - $toMillis('2026-03-01T22:30:00')", 0],
  ])('%s is %j', async (expression, value) => {
    expect(await outputOf(expression)).toEqual(value);
  });

  it('compares times in a Choice as they are on AWS', async () => {
    const { machine, execute } = await openStates();
    const Condition = "{% $toMillis($states.input.local) = $toMillis('2026-03-01T12:00:00Z') %}";
    const Pick = { Type: 'Choice', Choices: [{ Condition, Next: 'Same' }], Default: 'Other' };
    const States = { Pick, Same: { Type: 'Succeed' }, Other: { Type: 'Fail' } };

    const execution = await execute(await machine('pick', { StartAt: 'Pick', States }), {
      local: '2026-03-01T12:00:00',
    });

    expect(execution.status).toBe('SUCCEEDED');
  });
});

describe('$toMillis', () => {
  it.each(['yesterday', '2026-13-01', '2026-03-01T25:00:00', '2026-03-01T12:00'])('fails for %s', async (text) => {
    expect(await outputOf('$toMillis($states.input)', text)).toMatch(
      `D3110: The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given "${text}"`,
    );
  });

  it('is nothing for nothing, and takes texts only', async () => {
    expect(await outputOf('$toMillis($states.input.none)')).toMatch('returned nothing (undefined).');
    expect(await outputOf('$toMillis(5)')).toMatch('T0410');
  });
});

describe('the Timestamp of a Wait', () => {
  const waitUntil = async (Timestamp: string, input: Json = {}) => {
    const { machine, execute, history } = await openStates({ clock: stillClock() });
    const States = { Until: { Type: 'Wait', Timestamp, End: true } };
    const execution = await execute(await machine('wait', { StartAt: 'Until', States }), input);
    const { status, error, cause, executionArn } = execution;
    return { status, error, cause, events: await history(String(executionArn)) };
  };

  it.each([
    '2026-03-02T00:00:00',
    '2026-03-02',
    '2026-02-30T00:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T00:00:00+25:00',
    '2026-03-02 00:00:00Z',
    '2026-03-02t00:00:00z',
  ])('has to have a zone and be a time, which %s is not', async (text) => {
    const { status, error, cause } = await waitUntil('{% $states.input %}', text);

    expect([status, error, cause]).toEqual([
      'FAILED',
      'States.QueryEvaluationError',
      `An error occurred while executing the state 'Until' (entered at the event id #2). The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`,
    ]);
    await expect(waitUntil(text)).rejects.toMatchObject({
      code: 'InvalidDefinition',
      message:
        "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: String does not match RFC3339 timestamp at /States/Until/Timestamp'",
    });
  });

  it.each([
    '2028-02-29T12:00:00Z',
    '2026-03-02T12:00:00.123456789+05:30',
    '2026-12-31T23:59:59-00:00',
  ])('may be %s', async (text) => {
    expect(await waitUntil('{% $states.input %}', text)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await waitUntil(text)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('is looked at up to the second: its fraction is left out, as on AWS', async () => {
    const clock = new VirtualClock(Date.parse(NOW), { isAlone: true });
    const { machine, execute } = await openStates({ clock });
    const States = { Until: { Type: 'Wait', Timestamp: '{% $states.input %}', End: true } };
    const until = await machine('wait', { StartAt: 'Until', States });

    const { stopDate } = await execute(until, new Date(Date.parse(NOW) + 7_900).toISOString());

    expect(Number(stopDate) * 1000).toBe(Date.parse(NOW) + 7_000);
  });

  it('may be 24,855 days ahead, and not a day more', async () => {
    const ahead = (days: number) => new Date(Date.parse(NOW) + days * 24 * 3600 * 1000).toISOString();

    const far = await waitUntil('{% $states.input %}', ahead(24_855));
    const tooFar = await waitUntil('{% $states.input %}', ahead(24_856));

    expect(far.status).toBe('SUCCEEDED');
    expect([tooFar.error, tooFar.cause]).toEqual([
      'States.Runtime',
      "An error occurred while executing the state 'Until' (entered at the event id #2). Wait state delay is too long.",
    ]);
    expect(tooFar.events.map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
      [1, 0, 'ExecutionStarted'],
      [2, 0, 'WaitStateEntered'],
      [3, 2, 'ExecutionFailed'],
    ]);
  });
});
