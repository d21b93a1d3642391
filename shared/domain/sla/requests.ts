import type { Undertaking } from './promises.ts';
import type { Fact } from './timeline.ts';

/**
 * Return the requests to departments in the order in which they were made. Asking again while a request is
 * open changes nothing.
 */
export function requestsOf(facts: readonly Fact[]): readonly Undertaking[] {
  const requests: Undertaking[] = [];
  const open = new Map<string, number>();
  for (const fact of facts) {
    if (fact.type === 'asked' && !open.has(fact.request)) {
      open.set(fact.request, requests.length);
      requests.push({ from: fact.at, dueAt: fact.dueAt ?? null, end: null, withdrawn: false });
    } else if (fact.type === 'answered' || fact.type === 'request-withdrawn') {
      const index = open.get(fact.request) ?? -1;
      const request = requests[index];
      if (request === undefined) continue;
      open.delete(fact.request);
      requests[index] = { ...request, end: fact.at, withdrawn: fact.type === 'request-withdrawn' };
    }
  }
  return requests;
}
