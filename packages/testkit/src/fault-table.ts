import { isEngineError, type ErrorCode } from '@modelferry/http';

/** A fault that a server was told to make. */
export interface PlannedFault {
  /** Whether the fault was met by a request. */
  consumed(): Promise<boolean>;
}

/** What must come of an operation that meets a fault. */
export type Expectation<Outcome> =
  /** It succeeds all the same. */
  | { readonly gives: (outcome: Outcome) => void | Promise<void> }
  /** It fails with an error of ours of this code. */
  | { readonly fails: ErrorCode; readonly with?: (error: unknown) => void | Promise<void> }
  /** It does not meet this fault, for the reason that is given. No test is made. */
  | { readonly cannotHappen: string };

/** One row: what is expected of each operation, and of all the `others` that the row does not name. */
export type FaultRow<Operation extends string, Outcome> = Readonly<
  Partial<Record<Operation | 'others', Expectation<Outcome>>>
>;

export interface FaultTable<Operation extends string, Fault extends string, Outcome> {
  readonly operations: readonly Operation[];
  readonly faults: readonly Fault[];
  readonly expectations: Readonly<Record<Fault, FaultRow<Operation, Outcome>>>;
  /** Tells the server which fault to make for the operation that comes. */
  planFault(operation: Operation, fault: Fault): Promise<PlannedFault>;
  /** Does the operation, as a user would. */
  run(operation: Operation, fault: Fault): Promise<Outcome>;
  /** What holds in every cell, whatever came of it: no second job, no leaked secret. */
  always?(operation: Operation, fault: Fault, result: PromiseSettledResult<Outcome>): void | Promise<void>;
}

/**
 * Declares one test for each cell of the table, and one that fails for every cell without an expectation. A planned fault
 * that no request has met fails its test: it has proved nothing.
 */
export function faultTable<Operation extends string, Fault extends string, Outcome>(
  table: FaultTable<Operation, Fault, Outcome>,
): void {
  const cells = table.faults.flatMap((fault) =>
    table.operations.map((operation) => ({
      fault,
      operation,
      expectation: expectationOf(table, operation, fault),
    })),
  );

  test('the fault table has an expectation for every cell, and no row for anything else', () => {
    expect(gapsOf(table)).toEqual([]);
  });

  for (const fault of table.faults) {
    describe(`fault: ${fault}`, () => {
      for (const { operation, expectation } of cells.filter((cell) => cell.fault === fault)) {
        if (!expectation || 'cannotHappen' in expectation) continue;
        const promise = 'fails' in expectation ? `fails as ${expectation.fails}` : 'succeeds';
        test(`${operation} ${promise}`, () => runCell(table, operation, fault, expectation));
      }
    });
  }
}

/** What is wrong with a table: cells without an expectation, rows and cells that nothing belongs to. */
export function gapsOf<Operation extends string, Fault extends string, Outcome>(
  table: Pick<FaultTable<Operation, Fault, Outcome>, 'operations' | 'faults' | 'expectations'>,
): readonly string[] {
  const missing = table.faults.flatMap((fault) =>
    table.operations
      .filter((operation) => !expectationOf(table, operation, fault))
      .map((operation) => `no expectation for ${operation} x ${fault}`),
  );
  const surplus = Object.entries<FaultRow<Operation, Outcome>>(table.expectations).flatMap(([fault, row]) =>
    table.faults.includes(fault as Fault)
      ? Object.keys(row)
          .filter((name) => name !== 'others' && !table.operations.includes(name as Operation))
          .map((name) => `${name} x ${fault} is no cell`)
      : [`${fault} is no fault`],
  );
  return [...missing, ...surplus];
}

const expectationOf = <Operation extends string, Fault extends string, Outcome>(
  { expectations }: Pick<FaultTable<Operation, Fault, Outcome>, 'expectations'>,
  operation: Operation,
  fault: Fault,
): Expectation<Outcome> | undefined => expectations[fault]?.[operation] ?? expectations[fault]?.others;

/** Plans the fault, runs the operation and holds the result against what was expected. @throws where they differ */
export async function runCell<Operation extends string, Fault extends string, Outcome>(
  table: FaultTable<Operation, Fault, Outcome>,
  operation: Operation,
  fault: Fault,
  expectation: Exclude<Expectation<Outcome>, { readonly cannotHappen: string }>,
): Promise<void> {
  const planned = await table.planFault(operation, fault);
  const [result] = await Promise.allSettled([table.run(operation, fault)]);
  await table.always?.(operation, fault, result);
  if ('gives' in expectation) {
    if (result.status === 'rejected') throw unexpected('It failed and should have succeeded', result.reason);
    await expectation.gives(result.value);
  } else {
    if (result.status === 'fulfilled')
      throw new Error(`It succeeded and should fail as ${expectation.fails}.`);
    const { reason } = result as PromiseRejectedResult;
    if (!isEngineError(reason) || reason.code !== expectation.fails) {
      throw unexpected(`It failed, but not as ${expectation.fails}`, reason);
    }
    await expectation.with?.(reason);
  }
  if (!(await planned.consumed()))
    throw new Error('No request met the planned fault: this test proves nothing.');
}

const unexpected = (what: string, reason: unknown): Error => {
  const code = isEngineError(reason) ? `${reason.code}: ` : '';
  return new Error(`${what}: ${code}${reason instanceof Error ? reason.message : String(reason)}`, {
    cause: reason,
  });
};
