import { RehearsedCentre } from './centre.ts';
import { day } from './day/day.ts';
import { Scene } from './day/scene.ts';
import { synthesise } from './stack.ts';
import { unusedWithoutReason } from './unused-rights.ts';

/** The least number of calls that a day makes. Fewer calls show that parts of the day do not happen. */
const LEAST_CALLS = 1000;

const begun = Date.now();
const seconds = (): string => `${((Date.now() - begun) / 1000).toFixed(0).padStart(4)} s`;

const USAGE = `Usage: npm run rehearse -- [SUBJECT ...]

Deploy the stack into moto, play a day on the built functions, and decide every call by the role of its function.
  SUBJECT   play only the steps of these subjects after the opening, and do not ask for every function and event:
            ${Object.keys(day).slice(1).join(', ')}`;

/** Print the faults after those that were printed. Return the number of all. */
function show(faults: readonly string[], before: number): number {
  for (const fault of faults.slice(before)) process.stderr.write(`fault: ${fault}\n`);
  return faults.length;
}

/** Play the day, or some subjects of it. Return what is wrong. */
async function rehearse(subjects: readonly string[]): Promise<string[]> {
  const chosen = subjects.length === 0 ? Object.keys(day) : ['opening', ...subjects];
  const centre = await RehearsedCentre.open(synthesise());
  try {
    const scene = new Scene(centre);
    let shown = 0;
    for (const { name, expected = [], play } of chosen.flatMap((subject) => day[subject] ?? [])) {
      await centre.ledger.expecting(expected, async () => {
        await play(scene).catch((error: Error) => centre.ledger.broke(name, error.stack ?? error.message));
        await centre.settle();
      });
      process.stdout.write(`${seconds()}  ${name}\n`);
      shown = show(centre.ledger.broken(), shown);
    }
    await centre.sources.drainAll();
    await centre.writeTraces();
    const faults = subjects.length === 0 ? findings(centre) : centre.ledger.broken();
    show(faults, shown);
    return faults;
  } finally {
    await centre.close();
  }
}

function findings({ ledger, lambdas, stack, rights }: RehearsedCentre): string[] {
  const callers = new Map([...stack.functions.values()].map(({ service, role }) => [service, role]));
  const missing = [...rights.missing.values()].map(
    ({ caller, action, resource, why }) => `${caller}: ${action} on ${resource}: ${why}`,
  );
  const unused = unusedWithoutReason(rights.unused(callers));
  const few = ledger.callCount < LEAST_CALLS ? [`only ${ledger.callCount} calls of ${LEAST_CALLS}`] : [];
  const events = [...ledger.published.values()].reduce((sum, ids) => sum + ids.size, 0);
  process.stdout.write(
    `\n${ledger.callCount} calls of ${lambdas.invocations.size} functions, decided by their roles\n` +
      `${ledger.again} batches delivered again\n` +
      `${events} events of ${ledger.published.size} types\n` +
      `${missing.length} missing rights, ${unused.length} unused rights without a reason\n`,
  );
  return [...ledger.faults(lambdas.invocations, stack.functions.keys()), ...missing, ...unused, ...few];
}

const subjects = process.argv.slice(2);
const unknown = subjects.filter((subject) => !Object.hasOwn(day, subject));
try {
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: no such subject\n${USAGE}`);
  const faults = await rehearse(subjects);
  process.stdout.write(`${faults.length} faults\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  process.exitCode = 1;
}
