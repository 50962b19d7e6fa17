import type { AbejaState } from './abeja/abeja-state.ts';
import type { AbejaDescription } from './abeja/describe-abeja.ts';
import type { DataRobotDescription } from './data-robot/describe-platform.ts';
import type { DataRobotState } from './data-robot/platform-state.ts';
import type { FaultPlan, FaultRequest, PlannedFault } from './faults/fault.ts';
import type { RegionDescription } from './prediction-one/describe-region.ts';
import type { RegionState } from './prediction-one/region-state.ts';
import type { RegionName } from './prediction-one/region.ts';
import type { TranscriptEntry } from './transcript.ts';

export interface SandboxOptions {
  /** The control server's port; storage and the vendors take the ports after it. 0 takes free ones. @default 0 */
  readonly port?: number;
  /** Where uploads are kept. @default a temporary folder, removed at the end */
  readonly stateDir?: string;
  /** Ids, keys, samples and models follow from it. @default 1 */
  readonly seed?: number;
  /** Let jobs advance with the clock, this many times as fast as real time. @default they advance with each status poll */
  readonly timeScale?: number;
  /** Open points to switch to their other reading, by name. */
  readonly variants?: readonly string[];
  readonly faults?: readonly FaultRequest[];
}

/** Where everything is, with demo credentials that work: the line that `npm run sandbox` prints. */
export interface SandboxDescription {
  /** The sandbox's own API. */
  readonly control: string;
  /** The origin of all presigned URLs. */
  readonly storage: { readonly baseUrl: string };
  readonly stateDir: string;
  readonly seed: number;
  readonly predictionOne: Readonly<Record<RegionName, RegionDescription>>;
  readonly dataRobot: DataRobotDescription;
  readonly abeja: AbejaDescription;
}

/** What has happened so far. */
export interface SandboxState {
  /** Requests that carried a vendor's credential to another vendor, or anything like one to the storage origin. */
  readonly credentialLeaks: number;
  readonly variants: readonly string[];
  readonly predictionOne: Readonly<Record<RegionName, RegionState>>;
  readonly dataRobot: DataRobotState;
  readonly abeja: AbejaState;
}

/** A running sandbox, driven from the same process. The control API does the same over HTTP. */
export interface Sandbox {
  readonly describe: () => SandboxDescription;
  readonly state: () => SandboxState;
  /** Every request to the vendors and the storage, in order of arrival, secrets masked. */
  readonly requests: () => readonly TranscriptEntry[];
  readonly faults: {
    /** @throws RangeError for an unknown kind or operation */
    readonly plan: (faults: FaultRequest | readonly FaultRequest[]) => FaultPlan;
    readonly get: (planId: string) => FaultPlan | undefined;
    readonly list: () => readonly PlannedFault[];
    /** Planned and not (fully) happened: expect this to be empty at a test's end. */
    readonly unconsumed: () => readonly PlannedFault[];
    readonly clear: (planId?: string) => void;
  };
  readonly variants: {
    /** @throws RangeError for an unknown name */
    readonly change: (change: {
      readonly enable?: readonly string[];
      readonly disable?: readonly string[];
    }) => void;
    readonly list: () => readonly string[];
  };
  readonly clock: {
    /** Moves every job by whole steps, as so many polls would. */
    readonly step: (count?: number) => void;
    /** Moves time: expiries, and jobs by a step per minute. */
    readonly advance: (ms: number) => void;
    readonly now: () => number;
  };
  /** Back to the state of the start: same keys and URLs, no jobs, faults or requests. */
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
}
