import { localDay } from '#shared/domain/reports/local-day.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import type { Access, AccessLog } from '#shared/ports/access-log.ts';

/** Reads of personal data in memory. */
export class MemoryAccessLog implements AccessLog {
  readonly all: Access[] = [];

  async record(access: Access): Promise<void> {
    const hour = (at: number): number => Math.floor(at / HOUR);
    const isSame = (one: Access): boolean =>
      one.kind === 'case' &&
      one.user === access.user &&
      one.path === access.path &&
      hour(one.at) === hour(access.at);
    if (access.kind !== 'case' || !this.all.some(isSame)) this.all.push(access);
  }

  async accessesOn(day: string): Promise<readonly Access[]> {
    return this.all.filter(({ at }) => localDay(at) === day).sort((a, b) => b.at - a.at);
  }
}
