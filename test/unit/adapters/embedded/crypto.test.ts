import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hmacKeys, loadedEarly } from '#shared/adapters/crypto/hmac-keys.ts';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { issuePageNonce, PAGE_LIFE_MS, pageNonceHolds } from '#shared/application/tokens/page-nonce.ts';
import { readSurveyToken, surveyToken } from '#shared/application/tokens/survey-token.ts';

const keyOf = (byte: number) => async () => new Uint8Array(32).fill(byte);
const keys = hmacKeys(keyOf(1));
const others = hmacKeys(keyOf(2));

describe('keys', () => {
  test('a seal holds for its purpose and text and for nothing else', async () => {
    const seal = await keys.seal('p', 'text');
    expect(seal).toMatch(/^[\w-]{43}$/u);
    expect(await keys.holds('p', 'text', seal)).toBe(true);
    expect(await keys.holds('q', 'text', seal)).toBe(false);
    expect(await keys.holds('p', 'texT', seal)).toBe(false);
    expect(await others.holds('p', 'text', seal)).toBe(false);
    for (const wrong of ['', seal.slice(1), `${seal}A`, `A${seal.slice(1)}B`])
      expect(await keys.holds('p', 'text', wrong)).toBe(false);
  });

  test('a key that is loaded early is loaded once, and again after a failure', async () => {
    let loads = 0;
    const early = loadedEarly(async () => {
      loads += 1;
      return new Uint8Array(32).fill(1);
    });
    expect(loads).toBe(1);
    const own = hmacKeys(early);
    expect(await own.seal('p', 'text')).toBe(await keys.seal('p', 'text'));
    expect(await own.seal('q', 'text')).toBe(await keys.seal('q', 'text'));
    expect(loads).toBe(1);

    let failures = 0;
    const failing = hmacKeys(
      loadedEarly(async () => {
        failures += 1;
        if (failures < 3) throw new Error('out of reach');
        return new Uint8Array(32).fill(1);
      }),
    );
    await expect(failing.seal('p', 'text')).rejects.toThrow('out of reach');
    expect(await failing.seal('p', 'text')).toBe(await keys.seal('p', 'text'));
    expect(failures).toBe(3);
  });

  test('no purpose and text can be cut elsewhere to give the same seal', async () => {
    expect(await keys.seal('a|b', 'c')).not.toBe(await keys.seal('a', 'b|c'));
    expect(await keys.seal('a', '')).not.toBe(await keys.seal('', 'a'));
  });

  test('numbers depend on the key and are below the bound', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.integer({ min: 1, max: 2 ** 48 }), async (of, below) => {
        const n = await keys.number('p', of, below);
        expect(Number.isSafeInteger(n) && n >= 0 && n < below).toBe(true);
        expect(await keys.number('p', of, below)).toBe(n);
      }),
    );
    expect(await keys.number('p', 'x', 2 ** 48)).not.toBe(await others.number('p', 'x', 2 ** 48));
    expect(await keys.number('p', 'x', 2 ** 48)).not.toBe(await keys.number('q', 'x', 2 ** 48));
  });

  test('numbers are uniform where a mere remainder would not be', async () => {
    // Below two thirds of the space, a remainder would select the lower half twice as often.
    const below = Math.floor((2 ** 48 * 2) / 3);
    const draws = await Promise.all(
      Array.from({ length: 3000 }, (_, n) => keys.number('uniform', String(n), below)),
    );
    const low = draws.filter((draw) => draw < below / 2).length;
    expect(low).toBeGreaterThan(1350);
    expect(low).toBeLessThan(1650);
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 48 + 1])('there are no numbers below %d', async (below) => {
    await expect(keys.number('p', 'x', below)).rejects.toThrow(RangeError);
  });

  test('the key is fetched once, and again after a failure', async () => {
    let fetched = 0;
    const flaky = hmacKeys(async () => {
      fetched += 1;
      if (fetched === 1) throw new Error('out of reach');
      return keyOf(1)();
    });
    await expect(flaky.seal('p', 'x')).rejects.toThrow('out of reach');
    expect(await flaky.seal('p', 'x')).toBe(await keys.seal('p', 'x'));
    await flaky.number('p', 'x', 10);
    expect(fetched).toBe(2);
  });

  test('a short key is refused', async () => {
    await expect(hmacKeys(async () => new Uint8Array(31)).seal('p', 'x')).rejects.toThrow('32 bytes');
  });
});

describe('the id of a beneficiary', () => {
  test('is the same however the address is written, and says nothing of it', async () => {
    const id = await beneficiaryId(keys, { email: 'Sara@Example.SA' });
    expect(id).toMatch(/^[\w-]{16}$/u);
    expect(await beneficiaryId(keys, { email: ' sara@example.sa ' })).toBe(id);
    expect(await beneficiaryId(keys, { email: 'sara@example.com' })).not.toBe(id);
    expect(await beneficiaryId(others, { email: 'sara@example.sa' })).not.toBe(id);
    const [composed, apart] = ['jos\u00e9@example.sa', 'jose\u0301@example.sa'];
    // Unicode normalisation also turns a Kelvin sign into a K: another person's address would become the same.
    expect(await beneficiaryId(keys, { email: apart })).not.toBe(
      await beneficiaryId(keys, { email: composed }),
    );
  });

  test('is made of a number in E.164 only', async () => {
    expect(await beneficiaryId(keys, { phone: '+966512345678' })).toMatch(/^[\w-]{16}$/u);
    for (const phone of ['0512345678', '+0512345678', '+966 512345678', 'anonymous', ''])
      await expect(beneficiaryId(keys, { phone })).rejects.toThrow('E.164');
  });
});

describe('a survey token', () => {
  const ticket = { reference: '4K7-R2M-0385', invitation: 's1', expiresAt: Date.UTC(2026, 11, 1) };

  test('gives back what it stands for and is short enough to type', async () => {
    const token = await surveyToken(keys, ticket);
    expect(token.length).toBeLessThanOrEqual(60);
    expect(token).toMatch(/^[\w.-]+$/u);
    expect(await readSurveyToken(keys, token)).toEqual(ticket);
    const longest = { ...ticket, invitation: 's99999' };
    expect((await surveyToken(keys, longest)).length).toBeLessThanOrEqual(60);
  });

  test('is invalid after any one character is changed', async () => {
    const token = await surveyToken(keys, ticket);
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, at) + other + token.slice(at + 1);
      expect(await readSurveyToken(keys, changed)).toBeUndefined();
    }
    for (const other of ['', '....', `${token}A`, token.slice(0, -1), `${token}.x`, token.toLowerCase()])
      expect(await readSurveyToken(keys, other)).toBeUndefined();
    expect(await readSurveyToken(others, token)).toBeUndefined();
  });

  test('is not made for what it could not give back', async () => {
    for (const invitation of ['', 'a.b', 'ملاحظة', 'a'.repeat(13)])
      await expect(surveyToken(keys, { ...ticket, invitation })).rejects.toThrow(RangeError);
  });
});

describe('the nonce of a page', () => {
  test('holds for half an hour, for its page only', async () => {
    const now = Date.UTC(2026, 10, 24);
    const nonce = await issuePageNonce(keys, 'token-1', now);
    expect(await pageNonceHolds(keys, 'token-1', nonce, now)).toBe(true);
    expect(await pageNonceHolds(keys, 'token-1', nonce, now + PAGE_LIFE_MS)).toBe(true);
    expect(await pageNonceHolds(keys, 'token-1', nonce, now + PAGE_LIFE_MS + 1)).toBe(false);
    expect(await pageNonceHolds(keys, 'token-1', nonce, now - 1)).toBe(false);
    expect(await pageNonceHolds(keys, 'token-2', nonce, now)).toBe(false);
    const later = `${(now + 60_000).toString(36)}.${nonce.split('.')[1]}`;
    for (const wrong of ['', '.', 'x', `${nonce}.x`, later])
      expect(await pageNonceHolds(keys, 'token-1', wrong, now + 60_000)).toBe(false);
  });
});
