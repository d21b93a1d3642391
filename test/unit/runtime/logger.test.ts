import { describe, expect, test } from 'vitest';
import { type CodesByLevel, createLogger } from '#shared/runtime/logger.ts';
import { recordedLog } from './recorded-log.ts';

const CANARIES = {
  mail: 'sara.alqahtani@example.sa',
  arabicMail: 'سارة@مثال.السعودية',
  phone: '+966512345678',
  spaced: '+966 51 234 5678',
  zeros: '00966512345678',
  national: '0512345678',
  arabicPhone: '٠٥١٢٣٤٥٦٧٨',
  id: '1098765432',
  iqama: '2456789012',
  arabicId: '١٠٩٨٧٦٥٤٣٢',
};

test('a line is one JSON object with time, level, service, code and sentence', () => {
  const log = recordedLog<CodesByLevel>();
  log.logger.info('mail-stored', 'A mail was stored.', { bytes: 120 });
  expect(log.text()).toBe(
    '{"bytes":120,"time":"1970-01-01T00:00:00.000Z","level":"info","service":"test/function","code":"mail-stored","message":"A mail was stored."}\n',
  );
});

test('fields never take the place of what every line says', () => {
  const log = recordedLog<CodesByLevel>();
  log.logger.warn('right-code', 'Right.', { code: 'wrong', level: 'wrong', service: 'wrong' });
  expect(log.lines()[0]).toMatchObject({ code: 'right-code', level: 'warn', service: 'test/function' });
});

test('lines below the level are left out', () => {
  const log = recordedLog<CodesByLevel>('warn');
  log.logger.debug('a', 'A.');
  log.logger.info('b', 'B.');
  log.logger.warn('c', 'C.');
  log.logger.error('d', 'D.');
  expect(log.codes()).toEqual(['c', 'd']);
});

test('the default level is info', () => {
  const written: string[] = [];
  const logger = createLogger<CodesByLevel>({ service: 'a/b', write: (line) => void written.push(line) });
  logger.debug('a', 'A.');
  logger.info('b', 'B.');
  expect(written).toHaveLength(1);
});

test('a child carries its fields in every line, children of children too', () => {
  const log = recordedLog<CodesByLevel>();
  log.logger.child({ requestId: 'r' }).child({ caseId: 'c' }).info('done', 'Done.', { caseId: 'd' });
  expect(log.lines()[0]).toMatchObject({ requestId: 'r', caseId: 'd' });
});

describe('personal data', () => {
  test.each(Object.entries(CANARIES))('%s is blotted out wherever a string holds it', (_kind, canary) => {
    const log = recordedLog<CodesByLevel>();
    log.logger.info('told', 'Told.', {
      where: `before ${canary}, after`,
      list: [canary],
      deep: { deeper: { deepest: canary } },
      [`field ${canary}`]: 1,
    });
    log.logger.error('failed', 'Failed.', new Error(`refused ${canary}`, { cause: new Error(canary) }));
    expect(log.text()).not.toContain(canary);
    expect(log.text()).toContain('before [');
  });

  test.each([
    ...['phone', 'email', 'name', 'subject', 'text', 'address', 'from', 'to', 'html', 'body', 'comment'],
    ...['displayName', 'caller_phone', 'phoneNumber', 'replyTo', 'From', 'EMAIL', 'recipients', 'nationalId'],
    ...['token', 'password', 'authorization', 'clientSecret', 'set-cookie'],
  ])('a field called %s is masked whatever it holds', (field) => {
    const log = recordedLog<CodesByLevel>();
    const canary = 'سارة القحطاني';
    log.logger.info('told', 'Told.', { a: { [field]: canary }, [field]: [canary, { x: canary }] });
    expect(log.text()).not.toContain(canary);
    expect(log.lines()[0]).toMatchObject({ [field]: '[masked]', a: { [field]: '[masked]' } });
  });

  test('a national id that is a number is blotted out too', () => {
    const log = recordedLog<CodesByLevel>();
    log.logger.info('told', 'Told.', { given: 1098765432 });
    expect(log.lines()[0]).toMatchObject({ given: '[id]' });
  });

  test('ids, instants, references and counts stay readable', () => {
    const log = recordedLog<CodesByLevel>();
    const fields = {
      eventId: '01h5z3x9k2m4n6p8q0r2s4t6v8',
      contactId: '5a3b1c2d-1098-4e6f-8a7b-109876543210',
      caseId: '4K7-R2M-0385',
      at: 1764053009123,
      when: '2026-11-24T06:43:29.000Z',
      durationMs: 1200,
      functionName: 'rida-notify',
      recordCount: 10,
      key: 'cases/4K7-R2M-0385/01h5z3x9k2m4n6p8q0r2s4t6v8.json',
    };
    log.logger.info('told', 'Told.', fields);
    expect(log.lines()[0]).toMatchObject(fields);
  });

  test('cutting a long text never leaves half a number readable', () => {
    const log = recordedLog<CodesByLevel>();
    for (let before = 980; before <= 1001; before += 1)
      log.logger.info('told', 'Told.', { given: `${'x '.repeat(before / 2)}+966512345678` });
    expect(log.text()).not.toMatch(/966\d/u);
    const [line] = log.lines();
    expect(String(line?.given).length).toBeLessThanOrEqual(1001);
  });
});

describe('odd values', () => {
  test('a cycle, a big integer, bytes, dates and functions do no harm', () => {
    const log = recordedLog<CodesByLevel>();
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    const bytes = new Uint8Array(7);
    const [made, never] = [new Date(0), new Date(Number.NaN)];
    log.logger.info('told', 'Told.', { cycle, big: 12n, bytes, made, never, call: () => 1, gone: null });
    expect(log.lines()[0]).toMatchObject({
      big: '12',
      bytes: '[7 bytes]',
      made: '1970-01-01T00:00:00.000Z',
      never: 'no date',
      call: '[function]',
      gone: null,
    });
  });

  test('an error is told by name, code, status and stack, with its cause', () => {
    const log = recordedLog<CodesByLevel>();
    const cause = Object.assign(new TypeError('quotes a canary'), { code: 'E_INNER' });
    const error = Object.assign(new Error('quotes a canary', { cause }), {
      code: 'E_OUTER',
      $metadata: { httpStatusCode: 503, requestId: 'aws-1' },
    });
    log.logger.error('failed', 'Failed.', error, { caseId: 'c' });
    expect(log.lines()[0]).toMatchObject({
      caseId: 'c',
      failure: {
        error: 'Error',
        code: 'E_OUTER',
        status: 503,
        awsRequestId: 'aws-1',
        stack: expect.arrayContaining([expect.stringContaining('logger.test.ts')]),
        cause: { error: 'TypeError', code: 'E_INNER' },
      },
    });
    expect(log.text()).not.toContain('canary');
  });

  test('a thrown value other than an error is logged by its type', () => {
    const log = recordedLog<CodesByLevel>();
    log.logger.error('failed', 'Failed.', 'sara');
    expect(log.lines()[0]).toMatchObject({ failure: { error: 'string' } });
  });
});
