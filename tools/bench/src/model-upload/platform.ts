import type { AbejaDescription } from '@modelferry/sandbox';
import type { BenchContext } from '../harness/index.ts';

/** Where a model is uploaded to. */
export interface Platform {
  readonly context: BenchContext;
  readonly abeja: AbejaDescription;
  /** Name of the job definition that gets the model. */
  readonly definition: string;
  /** What signs a request by hand. */
  readonly authorization: string;
}
