import type { StoredObject } from '../storage/grants.ts';

/** A table that the account keeps. */
export interface DataSet {
  readonly id: number;
  readonly name: string;
  readonly extension: string;
  readonly columnCount: number;
  readonly rowCount: number;
  readonly bytes: number;
  readonly createdMs: number;
  readonly open: () => StoredObject;
}
