import { localDay } from '#shared/domain/reports/local-day.ts';
import type { Access, AccessLog } from '#shared/ports/access-log.ts';

/** Reads of personal data in memory. */
export class MemoryAccessLog implements AccessLog {
  readonly all: Access[] = [];

  async record(access: Access): Promise<void> {
    this.all.push(access);
  }

  async accessesOn(day: string): Promise<readonly Access[]> {
    return this.all.filter(({ at }) => localDay(at) === day).sort((a, b) => b.at - a.at);
  }
}
