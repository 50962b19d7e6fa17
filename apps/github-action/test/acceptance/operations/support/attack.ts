import type { FaultRequest } from '@modelferry/sandbox';

/** Words of a vendor's that would be commands, were they to reach the runner as they are. */
export interface Attack {
  readonly step: string;
  readonly fault: FaultRequest;
}

/** By where they stand. */
export type Attacks = Readonly<Record<string, Attack>>;
