import type { OperationName } from '@modelferry/sandbox';
import { valueOf, type Performance } from '@modelferry/testkit';
import type { Stage } from '../../support/stage.ts';

export type Inputs = Readonly<Record<string, unknown>>;

/** What a call is to its operation, which decides what a fault does to it. */
export type Nature =
  /** Tells something; may be repeated at will. */
  | 'read'
  /** The same, where a 400 may mean that there is none: a list tells. */
  | 'lookup'
  /** The same, of what is told besides: without it, a warning is all. */
  | 'extra'
  /** One look of many at what goes on. */
  | 'poll'
  /** Makes what is found again by its mark, or by what it is made of. */
  | 'create'
  /** Makes what is found again by its name. */
  | 'named'
  /** Makes one row of many, each of which may fail alone. */
  | 'row'
  /** Sets something to a value; may be repeated once a look has said that it is not so. */
  | 'set'
  /** A question to a service; may be repeated. */
  | 'ask'
  /** An upload that is refused where it has arrived already; may be repeated. */
  | 'upload'
  /** Hands out an address for an upload, each time another. */
  | 'address'
  /** An upload to such an address; may be repeated. */
  | 'put'
  /** A download; may be begun anew, from its first byte. */
  | 'download';

/** An operation as a user would run it, each of its calls, and what must have come of it. */
export interface Scenario {
  /** The operation, and a word more where it has several ways. */
  readonly name: string;
  /** What each call is to it. */
  readonly calls: Readonly<Partial<Record<OperationName, Nature>>>;
  /** Makes what the operation works on. @returns inputs by which it succeeds */
  inputs(stage: Stage): Promise<Inputs>;
  /** What it gives, at least. */
  readonly gives: unknown;
  /** Fails unless all is as the user wanted it. @default nothing but what it gives */
  done?(stage: Stage, performance: Performance): void;
}

/** The operation of a scenario: `datalake.upload`. */
export const operationOf = ({ name }: Pick<Scenario, 'name'>): string => name.split(' ')[0] ?? name;

/** A call of an operation that a fault strikes. */
export interface Point {
  readonly scenario: Scenario;
  readonly call: OperationName;
  readonly nature: Nature;
}

/** `job.run @ trainingJobCreate` */
export const nameOf = ({ scenario, call }: Point): string => `${scenario.name} @ ${call}`;

/** Each call of each operation. */
export const pointsOf = (scenarios: readonly Scenario[]): readonly Point[] =>
  scenarios.flatMap((scenario) =>
    (Object.entries(scenario.calls) as [OperationName, Nature][]).map(([call, nature]) => ({
      ...{ scenario, call, nature },
    })),
  );

/** Fails unless all is as the user wanted it. */
export function expectDone(stage: Stage, { gives, done }: Scenario, performance: Performance): void {
  expect(valueOf<unknown>(performance)).toMatchObject(gives as object);
  done?.(stage, performance);
}
