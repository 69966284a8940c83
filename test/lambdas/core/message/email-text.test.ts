import { describe, expect, it } from 'vitest';
import { money } from '../../../../lambdas/core/ground/money.ts';
import { emailText } from '../../../../lambdas/core/message/email-text.ts';
import type { MessageContent } from '../../../../lambdas/core/message/message-content.ts';
import { aContent, aDueInvoice, anAttention, aStanding, RECEIPT } from './a-content.ts';

const write = (over: Partial<MessageContent>) => {
  const email = emailText(aContent(over));
  if (!email) throw new Error('expected an e-mail, got none');
  return email;
};
const about = (spentMinor: number, over: Parameters<typeof aStanding>[1] = {}, limitMinor?: number) =>
  write({ budgets: [aStanding(spentMinor, over, limitMinor)] });

describe('an e-mail', () => {
  it('says in full what happened, where the budget stands, how long it has to last and where the money went', () => {
    const email = write({
      budgets: [aStanding(33_000)],
      topCategories: [
        { category: 'groceries', spent: money(33_000, 'USD') },
        { category: 'dining', spent: money(16_500, 'USD') },
      ],
    });

    expect(email).toEqual({
      subject: 'Groceries: 82% of 400.00 USD spent for November 2026',
      body: [
        'Hello Alice,',
        '',
        'Groceries, November 2026: 330.00 of 400.00 USD (82%)',
        '  [################----]',
        '  70.00 USD left, 10 days to go',
        '',
        'Where it went, November 2026:',
        '  groceries      [####################] 330.00 USD',
        '  dining         [##########----------] 165.00 USD',
        '',
        'Set off by Green Basket, 43.20 USD.',
        '',
        'Spendwire',
        '',
      ].join('\n'),
    });
  });

  it.each([
    [39_999, 'Groceries: 99% of 400.00 USD spent for November 2026', '0.01 USD left'],
    [40_000, 'Groceries: 400.00 USD limit reached for November 2026', '0.00 USD left'],
    [40_001, 'Groceries: 400.00 USD limit exceeded (100%) for November 2026', '0.01 USD over the limit'],
    [60_000, 'Groceries: 400.00 USD limit exceeded (150%) for November 2026', '200.00 USD over the limit'],
  ])('tells reached from exceeded by the cent: %d', (spent, subject, rest) => {
    const email = about(spent);

    expect(email.subject).toBe(subject);
    expect(email.body).toContain(rest);
  });

  it.each([
    [0, 'last day of the period'],
    [1, ', 1 day to go'],
    [2, ', 2 days to go'],
  ])('counts %d days as people do', (daysLeft, text) => {
    expect(about(33_000, { daysLeft }).body).toContain(text);
  });

  it('says of what was held for long that its period is over', () => {
    const { daysLeft: _, ...standing } = aStanding(33_000);

    expect(emailText(aContent({ budgets: [standing] }))?.body).toContain('70.00 USD left, and the period is over');
  });

  it('drops what would steer whoever shows it', () => {
    const { body } = write({ attention: [anAttention({ key: 'receipts/alice/\u001b[2Jlunch\u202egpj.exe' })] });

    expect(body).toContain('[2Jlunchgpj.exe');
    expect(body).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
  });

  it('tells what spending heads for, and does not call it spent', () => {
    const forecast = { triggers: [{ kind: 'forecast' }], projected: money(51_200, 'USD') } as const;
    const { subject, body } = about(20_000, forecast);

    expect(subject).toBe('Groceries: heading for 512.00 of 400.00 USD for November 2026');
    expect(body).toContain('Groceries, November 2026: 200.00 of 400.00 USD (50%)');
    expect(body).toContain('At this pace it will be 512.00 USD by 2026-11-30');
  });

  it('tells what was carried into the limit', () => {
    expect(about(33_000, { carried: money(5_000, 'USD') }).body).toContain('The limit holds 50.00 USD left over');
    expect(about(33_000, { carried: money(-5_000, 'USD') }).body).toContain('short of 50.00 USD overspent before');
  });

  it('has words for a limit that is used up before anything is spent', () => {
    expect(about(1_000, {}, 0).subject).toBe('Groceries: 0.00 USD limit exceeded for November 2026');
  });

  it('says where amounts were converted, and shows what could not be', () => {
    const { body } = about(33_000, { isConverted: true, apart: [money(1_980, 'JPY')] });

    expect(body).toContain('330.00 of 400.00 USD (82%), partly converted');
    expect(body).toContain('plus 1,980 JPY, not counted: no exchange rate is known');
  });

  it('writes about several budgets in one message', () => {
    const { subject, body } = write({
      budgets: [aStanding(33_000), aStanding(90_000, { label: 'total' }, 100_000)],
    });

    expect(subject).toBe('Groceries: 82% of 400.00 USD spent for November 2026 and 1 more');
    expect(body).toContain('Total, November 2026: 900.00 of 1,000.00 USD (90%)');
  });

  it('names the last few receipts of a burst and counts the rest', () => {
    const causes = ['A', 'B', 'C', 'D', 'D'].map((vendor) => ({
      kind: 'expense' as const,
      vendor,
      total: money(100, 'USD'),
    }));

    expect(write({ budgets: [aStanding(33_000)], causes }).body).toContain(
      'Set off by D, 1.00 USD; C, 1.00 USD; B, 1.00 USD and 1 more.',
    );
  });

  it('says what is missing of the items of a receipt', () => {
    const itemsRemark = '4 items read, 29.61 of the subtotal missing';
    const causes = [{ kind: 'expense' as const, vendor: 'Elm', total: money(10_486, 'USD'), itemsRemark }];

    expect(write({ budgets: [aStanding(33_000)], causes }).body).toContain(
      `Set off by Elm, 104.86 USD (${itemsRemark}).`,
    );
  });

  it.each([
    ['plan', 'Set off by a change of your plan.'],
    ['rates', 'Set off by new exchange rates.'],
    ['schedule', 'Set off by the daily look ahead.'],
  ] as const)('says that a %s set it off', (kind, text) => {
    expect(write({ budgets: [aStanding(33_000)], causes: [{ kind }] }).body).toContain(text);
  });

  it("writes amounts as the person's locale does", () => {
    const email = write({ budgets: [aStanding(123_456, {}, 200_000)], locale: 'de-DE' });

    expect(email.subject).toContain('61% of 2.000,00 USD spent');
  });

  it.each(['2026年11月', 'ноябрь 2026 г.'])('writes %s in figures in a subject, which takes ASCII only', (period) => {
    const { subject, body } = about(33_000, { period });

    expect(subject).toBe('Groceries: 82% of 400.00 USD spent for 2026-11-01');
    expect(body).toContain(`Groceries, ${period}:`);
  });

  it('keeps the subject within what SNS takes', () => {
    const long = aStanding(33_000, { label: 'a'.repeat(40), period: 'septiembre de 2026' }, 999_999_999_999);

    expect(write({ budgets: [long, long] }).subject).toMatch(/^[\x20-\x7e]{1,99}$/);
    expect(write({ attention: [anAttention({ key: 'レシート/' })] }).subject).toBe('Please look at: ????/');
  });

  it('is not written when there is nothing to say', () => {
    expect(emailText(aContent({ remarks: ['Not sent to +12025550123'] }))).toBeUndefined();
  });
});

describe('an e-mail about documents', () => {
  it.each([
    ['rejected', 'Not taken: lunch.jpg', 'was not taken, and nothing was changed by it.'],
    ['needs_review', 'Please look at: lunch.jpg', 'could not be settled without you. It is not counted yet.'],
    ['failed', 'Failed: lunch.jpg', 'could not be worked off to the end. The file is kept.'],
  ] as const)('tells of one that is %s, with the reason', (status, subject, text) => {
    const email = write({ attention: [anAttention({ status })] });

    expect(email.subject).toBe(subject);
    expect(email.body).toContain(`receipts/alice/lunch.jpg ${text}`);
    expect(email.body).toContain('Reason: two totals are printed');
    expect(email.body).toContain('Document doc');
  });

  it('says how to settle one that waits for the person, and only that', () => {
    const hint = 'corrections/alice/doc.yaml';

    expect(write({ attention: [anAttention()] }).body).toContain(hint);
    expect(write({ attention: [anAttention({ status: 'rejected' })] }).body).not.toContain(hint);
  });

  it('names what was printed, so that one line settles it', () => {
    const choices = ['total: "54.00"', 'total: "57.20"'];

    expect(write({ attention: [anAttention({ choices })] }).body).toContain('total: "54.00" or total: "57.20"');
  });

  it('stands in the same message as the budgets', () => {
    const email = write({ budgets: [aStanding(33_000)], attention: [anAttention()] });

    expect(email.subject).toContain('and 1 more');
    expect(email.body).toContain('330.00 of 400.00 USD');
    expect(email.body).toContain('receipts/alice/lunch.jpg could not be settled');
  });

  it('stays within what SNS takes, however long the reasons are', () => {
    const reason = 'line 7, budgets[0].limit: expected something else\n'.repeat(400);
    const email = write({ attention: Array.from({ length: 20 }, () => anAttention({ reason })) });

    expect(Buffer.byteLength(email.body)).toBeLessThan(256 * 1024);
    expect(email.body).toContain(' …\n');
  });

  it('names twenty of many and counts the rest', () => {
    const email = write({ attention: Array.from({ length: 500 }, () => anAttention()) });

    expect(email.body.match(/Reason:/g)).toHaveLength(20);
    expect(email.body).toContain('and 480 more documents');
    expect(email.subject).toContain('and 499 more');
  });
});

describe('an e-mail about invoices', () => {
  it.each([
    [{}, 'City Power: 264.82 USD, due Nov 23, 2026, in 3 days'],
    [{ daysLeft: 1 }, 'due Nov 23, 2026, tomorrow'],
    [{ daysLeft: 0 }, 'due Nov 23, 2026, today'],
    [{ daysLeft: -1 }, 'overdue since Nov 23, 2026, 1 day ago'],
    [{ daysLeft: -5 }, 'overdue since Nov 23, 2026, 5 days ago'],
  ])('says what is to be paid and when: %j', (over, text) => {
    expect(write({ due: [aDueInvoice(over)] }).body).toContain(text);
  });

  it('names who is to be paid in its subject, and how to say that they were in its body', () => {
    const email = write({ due: [aDueInvoice()], causes: [] });

    expect(email).toEqual({
      subject: 'City Power: 264.82 USD due Nov 23, 2026',
      body: [
        'Hello Alice,',
        '',
        'City Power: 264.82 USD, due Nov 23, 2026, in 3 days',
        '  Paid? Say so with paid: true in corrections/alice/doc.yaml',
        '',
        'Spendwire',
        '',
      ].join('\n'),
    });
  });

  it('writes days as its person does, and in figures where a subject cannot', () => {
    const german = write({ due: [aDueInvoice()], locale: 'de-DE' });
    const japanese = write({ due: [aDueInvoice()], locale: 'ja-JP' });

    expect(german.body).toContain('City Power: 264,82 USD, due 23. Nov. 2026');
    expect(japanese.subject).toBe('City Power: 264.82 USD due 2026-11-23');
  });

  it('counts those beyond twenty', () => {
    const { vendor: _, ...nameless } = aDueInvoice();
    const { subject, body } = write({ due: Array.from({ length: 23 }, () => nameless) });

    expect(subject).toBe('an invoice: 264.82 USD due Nov 23, 2026 and 22 more');
    expect(body).toContain('\n\nand 3 more invoices to pay\n');
    expect(body.match(/an invoice: /g)).toHaveLength(20);
  });

  it('says of what set it off when it is to be paid, and what of it', () => {
    const due = { ...RECEIPT, dueOn: '2026-11-23' };
    const about = (cause: MessageContent['causes'][number]) =>
      write({ budgets: [aStanding(33_000)], causes: [cause] }).body;

    expect(about(due)).toContain('Set off by Green Basket, 43.20 USD, due Nov 23, 2026.');
    expect(about({ ...due, amountDue: money(1_320, 'USD') })).toContain('43.20 USD, 13.20 USD of it due Nov 23, 2026.');
  });

  it('says of a document that waits when it is to be paid', () => {
    expect(write({ attention: [anAttention({ dueOn: '2026-11-23' })] }).body).toContain('To be paid by Nov 23, 2026\n');
    expect(write({ attention: [anAttention()] }).body).not.toContain('To be paid');
  });
});
