import { specOf } from '../actions/catalogue.ts';
import type { Action, Flow } from '../flow-language.ts';
import { branchOf } from './branch.ts';
import type { CallOptions, CallState, CallStatus, Expectation, FlowCall, Outcome } from './call-types.ts';
import { fillIn } from './json-path.ts';
import { takeKeys } from './keypad.ts';
import { type ActionResult, createMachine, flowData, type InputDone, type Machine } from './machine.ts';
import { runnerOf } from './runner-of.ts';
import { standIn } from './stand-in.ts';

const MAX_STEPS = 1000;

interface Waiting {
  readonly action: Action;
  readonly expects: Expectation;
  readonly done: InputDone;
  readonly queue: boolean;
}

const waitsFor = ({ action: { Identifier, Type }, expects }: Waiting) => ({
  expects,
  at: { block: Identifier, type: Type },
});

/** Runs one call through flows, step by step. */
export class RunningCall implements FlowCall {
  readonly #machine: Machine;
  readonly #maxSteps: number;
  #at: string | undefined;
  #waiting: Waiting | undefined;
  #queue: string | undefined;
  #withAgent = false;
  #ended: { readonly outcome: Outcome; readonly reason?: string } | undefined;
  #spokenCount = 0;
  #running: Promise<void> | undefined;

  constructor(options: CallOptions) {
    this.#machine = createMachine(options);
    this.#maxSteps = options.maxSteps ?? MAX_STEPS;
    this.#at = options.flow.StartAction;
  }

  get attributes() {
    return this.#machine.attributes;
  }

  get steps() {
    return this.#machine.steps;
  }

  get spoken() {
    return this.#machine.spoken;
  }

  get effects() {
    return this.#machine.effects;
  }

  get notSimulated() {
    return this.#machine.notSimulated;
  }

  async run(): Promise<CallStatus> {
    this.#running ??= this.#advance().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
    return this.#status();
  }

  async press(keys: string): Promise<CallStatus> {
    const waiting = this.#waiting;
    if (waiting === undefined) return this.#status();
    const { events = [], free } = waiting.expects;
    if (free === true || events.includes(keys)) return this.#answer(waiting, keys);
    if (waiting.expects.maxDigits === 0) return this.#status();
    const { received, complete } = takeKeys(waiting.expects, keys);
    if (complete) return this.#answer(waiting, received);
    this.#waiting = { ...waiting, expects: { ...waiting.expects, received } };
    return this.#status();
  }

  async timeout(): Promise<CallStatus> {
    const waiting = this.#waiting;
    if (waiting?.expects.timeoutSeconds === undefined) return this.#status();
    const { received } = waiting.expects;
    return this.#answer(waiting, received === '' ? undefined : received);
  }

  async hangUp(): Promise<CallStatus> {
    this.#end('hung-up');
    return this.#status();
  }

  async agentAnswers(): Promise<CallStatus> {
    if (this.#queue === undefined || this.#ended !== undefined) return this.#status();
    this.#withAgent = true;
    this.#waiting = undefined;
    this.#at = undefined;
    return this.#status();
  }

  async agentLeaves(): Promise<CallStatus> {
    if (!this.#withAgent || this.#ended !== undefined) return this.#status();
    this.#withAgent = false;
    this.#queue = undefined;
    if (!this.#enterHook('CustomerRemaining')) this.#end('agent-completed');
    return this.run();
  }

  #answer({ action, done }: Waiting, keys: string | undefined): Promise<CallStatus> {
    this.#waiting = undefined;
    this.#follow(action, done(keys));
    return this.run();
  }

  async #advance(): Promise<void> {
    for (let steps = 0; this.#at !== undefined && this.#ended === undefined; steps++) {
      if (steps >= this.#maxSteps) {
        this.#end('too-many-steps', `${this.#maxSteps} actions ran without waiting for the caller`);
        return;
      }
      const action = this.#machine.flow.Actions.find(({ Identifier }) => Identifier === this.#at);
      if (action === undefined) {
        this.#end('failed', `there is no action ${this.#at}`);
        return;
      }
      await this.#perform(action);
    }
  }

  async #perform(action: Action): Promise<void> {
    if (specOf(action.Type) === undefined) {
      this.#trace(action, 'unknown-action');
      this.#end('unsupported', `Connect has no action type ${action.Type} (${action.Identifier})`);
      return;
    }
    const runner = runnerOf(action.Type) ?? standIn;
    const result = await runner(action, this.#machine);
    if (this.#ended === undefined && !this.#withAgent) this.#follow(action, result);
  }

  #follow(action: Action, result: ActionResult): void {
    switch (result.kind) {
      case 'ask':
        this.#at = undefined;
        this.#waiting = { action, expects: result.expects, done: result.done, queue: result.queue === true };
        return;
      case 'end':
        this.#trace(action, result.outcome);
        this.#finish(result.outcome, result.reason);
        return;
      case 'queued':
        this.#trace(action, 'queued');
        this.#enterQueue();
        return;
      case 'jump':
        this.#trace(action, result.branch);
        if (result.module === true) this.#machine.frames.push({ flow: this.#machine.flow, action });
        this.#enter(result.flow);
        return;
      case 'return':
        this.#trace(action, 'return');
        this.#return(result);
        return;
      default:
        this.#take(action, result);
    }
  }

  #take(action: Action, result: ActionResult): void {
    const { branch, target } = this.#branchOf(action, result);
    this.#trace(action, branch);
    this.#at = target;
    if (target === undefined) this.#end('failed', `${action.Identifier} has no branch for ${branch}`);
  }

  #branchOf(action: Action, result: ActionResult) {
    return branchOf(action, result, (operand) => fillIn(operand, flowData(this.#machine)));
  }

  /** Continue where the module was invoked, with its result if it has one. */
  #return({ result, data }: { readonly result?: string; readonly data?: unknown }): void {
    const frame = this.#machine.frames.pop();
    if (frame === undefined) {
      this.#end('module-ended');
      return;
    }
    this.#machine.flow = frame.flow;
    this.#machine.modules = { Result: result ?? '', ResultData: data ?? {} };
    const came: ActionResult = result === undefined ? { kind: 'next' } : { kind: 'result', value: result };
    this.#at = this.#branchOf(frame.action, came).target;
    if (this.#at === undefined) this.#end('failed', `${frame.action.Identifier} has no next action`);
  }

  /** End the flow. After a queue flow the caller keeps waiting; any other end ends the call. */
  #finish(outcome: Outcome, reason?: string): void {
    if (outcome === 'flow-ended' && this.#queue !== undefined) this.#at = undefined;
    else this.#end(outcome, reason);
  }

  #enterQueue(): void {
    this.#queue = this.#machine.queue;
    this.#at = undefined;
    if (this.#queue !== undefined) this.#machine.world.queued(this.#queue);
    this.#enterHook('CustomerQueue');
  }

  #enterHook(hook: string): boolean {
    const flow = this.#machine.options.flows?.[this.#machine.hooks[hook] ?? ''];
    if (flow !== undefined) this.#enter(flow);
    return flow !== undefined;
  }

  #enter(flow: Flow): void {
    this.#machine.flow = flow;
    this.#at = flow.StartAction;
  }

  #trace({ Identifier, Type }: Action, branch: string): void {
    this.#machine.steps.push({ block: Identifier, type: Type, branch });
  }

  #end(outcome: Outcome, reason?: string): void {
    this.#ended ??= { outcome, ...(reason === undefined ? {} : { reason }) };
    this.#at = undefined;
    this.#waiting = undefined;
  }

  #state(): CallState {
    if (this.#ended !== undefined) return 'ended';
    if (this.#withAgent) return 'with-agent';
    const inQueue = this.#waiting?.queue ?? this.#queue !== undefined;
    return inQueue ? 'waiting-for-queue' : 'waiting-for-input';
  }

  #status(): CallStatus {
    const spoken = this.#machine.spoken.slice(this.#spokenCount);
    this.#spokenCount = this.#machine.spoken.length;
    return {
      state: this.#state(),
      ...this.#ended,
      spoken,
      ...(this.#waiting === undefined ? {} : waitsFor(this.#waiting)),
      ...(this.#queue === undefined ? {} : { queue: this.#queue }),
    };
  }
}
