import type { Table } from '../../tables/table.ts';
import type { AsyncTask } from '../async-tasks.ts';

/** The vendor's words, as far as the sandbox goes through them. */
export type ProcessingState = 'RUNNING' | 'COMPLETED' | 'ERROR';

/** What proves the contents of an upload. */
export interface DatasetProof {
  readonly bytes: number;
  readonly sha256: string;
  readonly crc32: number;
}

/** One upload to a dataset. */
export interface DatasetVersion {
  readonly id: string;
  readonly createdMs: number;
  /** Where it came from: a file's name, or a URL. */
  readonly uri: string;
  readonly proof: DatasetProof;
  readonly task: AsyncTask;
  state: ProcessingState;
  error: string;
  rowCount: number | null;
  featureCount: number | null;
  /** A sample of the rows, of the newest versions only. */
  table: Table | undefined;
}

/** A table in the AI Catalog. */
export interface Dataset {
  readonly id: string;
  name: string;
  categories: readonly string[];
  modifiedMs: number;
  /** Oldest first, never empty. */
  readonly versions: DatasetVersion[];
  isDeleted: boolean;
}
