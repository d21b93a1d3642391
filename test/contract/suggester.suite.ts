import { describe, expect, it } from 'vitest';
import { caseType } from '#events/vocabulary.ts';
import type { Suggester } from '#shared/ports/outside.ts';

/** The contract of every suggester, regardless of its model. */
export function suggesterContract(make: () => Suggester, subject: string): void {
  describe('as a suggester', () => {
    it('answers a type, a category and how sure it is', async () => {
      const given = await make().suggest(subject, 'النور مطفأ في شارعنا منذ أسبوع');
      expect(caseType.options).toContain(given?.type);
      expect(given?.category).toMatch(/^[a-z][a-z0-9-]{0,39}$/u);
      expect(given?.confidence).toBeGreaterThanOrEqual(0);
      expect(given?.confidence).toBeLessThanOrEqual(1);
    });

    it('answers nothing when nothing is said', async () => {
      expect(await make().suggest(subject, ' ')).toBeUndefined();
    });

    it('stops when the caller no longer waits', async () => {
      await expect(make().suggest(subject, 'نص', AbortSignal.abort())).rejects.toThrow();
    });
  });
}
