import type { JobReference, JobSnapshot } from '@modelferry/polling';

/** What an operation tells while it runs. Adapters show it, or keep the last of it. */
export type ProgressEvent =
  /** A new stretch of work: `Upload training data`. */
  | { readonly type: 'phase'; readonly title: string }
  | { readonly type: 'upload'; readonly name: string; readonly bytes: number; readonly totalBytes?: number }
  | { readonly type: 'download'; readonly name: string; readonly bytes: number; readonly totalBytes?: number }
  /** The vendor's view of the job changed, or the figures that the job tells of its work. */
  | { readonly type: 'status'; readonly job: JobReference; readonly snapshot: JobSnapshot }
  /** A look at the job failed for a passing reason and will be repeated. */
  | {
      readonly type: 'fault';
      readonly job: JobReference;
      readonly faultsInARow: number;
      readonly message: string;
    }
  | { readonly type: 'rows'; readonly done: number; readonly total: number }
  /** Something the user should know that does not stop the work. */
  | { readonly type: 'warning'; readonly message: string };
