/** A value of a context, as JSON knows them. */
export type ContextValue =
  string | number | boolean | null | readonly ContextValue[] | { readonly [name: string]: ContextValue };

/** How the job stands, for the status functions; `skipped` is what a job sees that needs a skipped one. */
export type JobStatus = 'success' | 'failure' | 'cancelled' | 'skipped';

/** What an expression can see. */
export interface Scope {
  /** The contexts that may be named. @default all there are */
  readonly names?: readonly string[];
  /** By name: `github`, `env`, `steps`, ... Names not given are empty. */
  readonly contexts: Readonly<Record<string, ContextValue>>;
  readonly status: JobStatus;
  /** Where `hashFiles` looks. */
  readonly workspace: string;
}
