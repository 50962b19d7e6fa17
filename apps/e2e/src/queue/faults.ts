import { pseudoRandom, type FaultRequest, type Sandbox } from '@modelferry/sandbox';

/** What a vendor under load does: refusals, and connections that break before and after the call was carried out. */
const kinds = [
  { kind: 'http-500-once' },
  { kind: 'http-503-burst' },
  { kind: 'retry-after-seconds' },
  { kind: 'reset-before-body' },
  { kind: 'reset-after-body' },
  { kind: 'drop-before-answer' },
  { kind: 'truncated-json' },
] as const satisfies readonly FaultRequest[];

const share = 0.05;
/** More requests than any run makes. */
const requests = 20_000;

/** Plans a fault for every twentieth request to any vendor, on average: which ones, the seed says. */
export function planFaults(sandbox: Sandbox, seed: number): void {
  const random = pseudoRandom(seed);
  let skip = 0;
  const plan = Array.from({ length: requests * share }, (_, at): FaultRequest => {
    // The requests that others strike do not count towards a fault's own
    skip += Math.floor(random() * 2 * (1 / share - 1) + 0.5);
    return { ...(kinds[at % kinds.length] ?? kinds[0]), operation: 'any', skip, times: 1 };
  });
  sandbox.faults.plan(plan);
}
