import type { Source } from '@modelferry/upload';
import { fingerprintOf } from '../at-most-once/fingerprint.ts';

/** What tells one run from another one: not how it is waited for, and of new code its name and its length. */
export interface RunRequest {
  readonly definition: string;
  readonly version?: string | undefined;
  readonly source?: Source | undefined;
  readonly handler?: string | undefined;
  readonly image?: string | undefined;
  readonly environment?: string | undefined;
  readonly datasets?: string | undefined;
  readonly instanceType?: string | undefined;
  readonly description?: string | undefined;
  readonly exportLog: boolean;
}

export const runFingerprint = (given: RunRequest): Promise<string> =>
  fingerprintOf([
    ...['run', given.definition, given.version, given.source?.name, given.source?.length],
    ...[given.handler, given.image, given.environment, given.datasets],
    ...[given.instanceType, given.description, given.exportLog],
  ]);
