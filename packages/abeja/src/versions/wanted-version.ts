import type { Source } from '@modelferry/upload';
import type { VersionSettings } from '../client/training/versions.ts';

/** Where the code of a version comes from. */
export type CodeOrigin =
  { readonly source: Source } | { readonly gitUrl: string; readonly gitBranch: string | undefined };

/** A version that is wanted. */
export interface WantedVersion {
  readonly definition: string;
  readonly settings: VersionSettings;
  readonly origin: CodeOrigin;
  /** Whether the job definition is created where it is missing, once the code is seen to be some. @default false */
  readonly ensures?: boolean;
}
