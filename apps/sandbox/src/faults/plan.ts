import type { FaultPlan, FaultRequest, PlannedFault } from './fault.ts';
import { allFaultKinds } from './kinds.ts';
import { operationNames } from './operations.ts';

interface Entry {
  /** What it strikes; nothing for any. */
  readonly operations: readonly string[] | undefined;
  readonly planId: string;
  readonly fault: Omit<PlannedFault, 'hits' | 'consumed'>;
  passed: number;
  hits: number;
}

/** The faults to come, in order: of those that match a call, the first that is not used up strikes. */
export class FaultPlanner {
  #entries: Entry[] = [];
  #plans = 0;

  /** @throws RangeError for an unknown kind or operation, or a number out of bounds */
  plan(requests: FaultRequest | readonly FaultRequest[]): FaultPlan {
    const list = Array.isArray(requests) ? (requests as readonly FaultRequest[]) : [requests as FaultRequest];
    if (list.length === 0) throw new RangeError('Name at least one fault.');
    list.forEach(check);
    const planId = `plan-${++this.#plans}`;
    list.forEach((request, index) => {
      const info = allFaultKinds[request.kind];
      const named = request.operation ?? info.operation ?? 'any';
      const operations = [named].flat();
      this.#entries.push({
        operations: operations.includes('any') ? undefined : operations,
        planId,
        fault: {
          ...request,
          id: `${planId}.${index + 1}`,
          operation: operations.join(' or '),
          skip: request.skip ?? 0,
          times: request.times ?? info.times ?? 1,
        },
        passed: 0,
        hits: 0,
      });
    });
    return this.get(planId) as FaultPlan;
  }

  /** The fault that strikes this call, which uses it up by one. */
  take(origin: string, operation: string): PlannedFault | undefined {
    for (const entry of this.#entries) {
      const { fault, operations } = entry;
      if (entry.hits >= fault.times) continue;
      if (operations?.includes(operation) === false) continue;
      if (fault.origin !== undefined && fault.origin !== origin) continue;
      if (entry.passed < fault.skip) {
        entry.passed += 1;
        continue;
      }
      entry.hits += 1;
      return report(entry);
    }
    return undefined;
  }

  get(planId: string): FaultPlan | undefined {
    const faults = this.#entries.filter((entry) => entry.planId === planId).map(report);
    return faults.length === 0
      ? undefined
      : { id: planId, faults, consumed: faults.every((fault) => fault.consumed) };
  }

  list(): readonly PlannedFault[] {
    return this.#entries.map(report);
  }

  /** What was planned and did not (fully) happen: a test that planned it should fail. */
  unconsumed(): readonly PlannedFault[] {
    return this.list().filter((fault) => !fault.consumed);
  }

  /** Takes one plan back, or all. */
  clear(planId?: string): void {
    this.#entries = planId === undefined ? [] : this.#entries.filter((entry) => entry.planId !== planId);
  }
}

function report({ fault, hits }: Entry): PlannedFault {
  return { ...fault, hits, consumed: Number.isFinite(fault.times) ? hits >= fault.times : hits > 0 };
}

function check(request: FaultRequest): void {
  if (!Object.hasOwn(allFaultKinds, request.kind)) {
    throw new RangeError(
      `There is no fault "${request.kind}". The kinds are: ${Object.keys(allFaultKinds).join(', ')}.`,
    );
  }
  const { operation } = request;
  if (
    operation !== undefined &&
    operation !== 'any' &&
    !(operationNames as readonly string[]).includes(operation)
  ) {
    throw new RangeError(
      `There is no operation "${operation}". They are: any, ${operationNames.join(', ')}.`,
    );
  }
  for (const name of ['skip', 'times', 'delayMs', 'bytes', 'seconds'] as const) {
    const value = request[name];
    if (value !== undefined && !(value >= 0)) throw new RangeError(`"${name}" of a fault must be 0 or more.`);
  }
}
