import { askSuite } from './suites/ask.suite.ts';
import { assigneeCases } from './suites/assignee.suite.ts';
import { callCases } from './suites/call.suite.ts';
import { callOutCases } from './suites/call-out.suite.ts';
import { commitCases } from './suites/commit.suite.ts';
import { drawCases } from './suites/draw.suite.ts';
import { effectCases } from './suites/effect.suite.ts';
import { kindCases } from './suites/kind.suite.ts';
import { lifeEndCases } from './suites/life-end.suite.ts';
import { listingCases } from './suites/listing.suite.ts';
import { liveCases } from './suites/live.suite.ts';
import { noticeCases } from './suites/notice.suite.ts';
import { scrubCases } from './suites/scrub.suite.ts';
import type { StoreUnderTest } from './suites/store-under-test.ts';
import { timerCases } from './suites/timer.suite.ts';
import { workloadCases } from './suites/workload.suite.ts';

/** The contract of every store. `open` returns the store of the test file. */
export function storeSuite(open: () => StoreUnderTest): void {
  commitCases(open);
  listingCases(open);
  assigneeCases(open);
  effectCases(open);
  noticeCases(open);
  kindCases(open);
  timerCases(open);
  workloadCases(open);
  liveCases(open);
  lifeEndCases(open);
  scrubCases(open);
  callOutCases(open);
  callCases(open);
  drawCases(open);
  askSuite(() => open().store);
}
