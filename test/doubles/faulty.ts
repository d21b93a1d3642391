/** The error of a faulty double. */
export class Outage extends Error {
  override readonly name = 'Outage';
}

/** Counts calls over several doubles and fails one of them. */
export class FaultPlan {
  calls = 0;
  readonly #failAt: number;
  readonly #when: 'before' | 'after';

  /** `before`: the call had no effect; `after`: it took effect, and the response was lost. */
  constructor(failAt: number, when: 'before' | 'after') {
    this.#failAt = failAt;
    this.#when = when;
  }

  async run<T>(call: () => Promise<T>): Promise<T> {
    this.calls += 1;
    const failing = this.calls === this.#failAt;
    if (failing && this.#when === 'before') throw new Outage('never reached');
    const answer = await call();
    if (failing) throw new Outage('answer lost');
    return answer;
  }
}

/** Wrap an object so that its asynchronous methods follow the plan. */
export function faulty<T extends object>(target: T, plan: FaultPlan): T {
  return new Proxy(target, {
    get(whole, name) {
      const value: unknown = Reflect.get(whole, name, whole);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => plan.run(() => Promise.resolve(value.apply(whole, args)));
    },
  });
}
