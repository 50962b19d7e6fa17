import type { RunContext } from './run-context.ts';

/** Something that can be chosen where an operation asks for an ID. */
export interface LookupEntry {
  readonly value: string;
  readonly title: string;
  readonly description?: string;
  readonly url?: string;
}

/** One page of what can be chosen. */
export interface LookupPage {
  readonly entries: readonly LookupEntry[];
  /** Passed back to get the next page; absent on the last one. */
  readonly next?: string;
}

/** What a lookup may use: it asks quickly, keeps nothing and reports nothing. */
export type LookupContext<Client> = Pick<RunContext<Client>, 'client' | 'clock' | 'signal'>;

/** What part of a list is wanted. */
export interface LookupRequest {
  readonly filter?: string;
  readonly next?: string;
  /** The raw values of the inputs named in `dependsOn`, as far as they were entered. @default none */
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/** Lists what can be chosen, a page at a time. @throws as the vendor's client does */
export type Lookup<Client> = (context: LookupContext<Client>, request: LookupRequest) => Promise<LookupPage>;

/** A column that a model expects. */
export interface Column {
  readonly name: string;
  readonly type: 'text' | 'number' | 'boolean' | 'date';
  readonly required: boolean;
}

/** Lists the columns for inputs of kind `rows`. Gets the raw values of the inputs named in `dependsOn`. */
export type ColumnLookup<Client> = (
  context: LookupContext<Client>,
  inputs: Readonly<Record<string, unknown>>,
) => Promise<readonly Column[]>;
