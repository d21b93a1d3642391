import { openCentre } from '#infra/local/centre.ts';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { storyClock } from '#infra/local/demo/story-clock.ts';
import { demoSettings } from '#infra/local/demo/staff.ts';
import { newLedger, offeredOf, meanWait, meanHandling, serviceLevel } from '#infra/local/demo/ledger.ts';
import { Telephones } from '#infra/local/demo/telephone.ts';
import * as A from '#infra/local/demo/phone-scenes.ts';
import * as B from '#infra/local/demo/phone-scenes-more.ts';
import { localDay } from '#shared/domain/kpi/local-day.ts';
import { figuresOf } from '#shared/domain/kpi/figures-of.ts';
const data = mkdtempSync('/tmp/scratch-');
writeFileSync(data + '-s.json', JSON.stringify(demoSettings));
const centre = await openCentre({ port: 0, 'smtp-port': 0, 'trust-mail': 'loopback', data, settings: data + '-s.json', below: storyClock(), sweepEveryMs: 0 } as never);
const phones = new Telephones(centre, newLedger());
const scene = { phones, tell: (ar: string, en: string) => console.log(en) };
const day = localDay(centre.clock.now());
const scenes: Record<string, () => Promise<unknown>> = {
  refs: async () => { refs = await A.anOrdinaryMorning(scene); return refs; },
  handed: () => A.handedOn(scene), left: () => A.leftWaiting(scene), back: () => A.calledBack(scene), msg: () => A.aMessageInstead(scene),
  where: () => B.whereItStands(scene, refs), wrong: () => B.wrongReferences(scene), lines: () => B.otherLines(scene), strange: () => B.strangeCallers(scene),
  closed: async () => { await centre.advance(8 * 3600_000); return B.afterHours(scene); },
};
let refs: readonly string[] = [];
for (const [name, run] of Object.entries(scenes)) {
  try { console.log(name, await run()); } catch (e) { console.log(name, 'FAILED', (e as Error).stack?.split('\n').slice(0, 6).join('\n')); const last = centre.switchboard.calls()[0]; console.log(last?.state, last?.outcome, JSON.stringify(last?.lines.slice(-6), null, 0)); break; }
}
await centre.advance(3600_000);
await centre.settle();
const { calls } = figuresOf(await centre.figures.range(day, day));
console.log(calls, phones.ledger, offeredOf(phones.ledger), meanWait(phones.ledger), meanHandling(phones.ledger), serviceLevel(phones.ledger, 20));
console.log(centre.bus.standings().filter(({ dead }) => dead > 0));
await centre.close(); process.exit(0);
