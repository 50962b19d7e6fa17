/** What of n8n's a node needs to be run. */
export interface NodeToRun {
  /** The module of the node: a path, or the name of one of n8n's own. */
  readonly nodeFile: string;
  readonly typeVersion: number;
  readonly parameters: object;
  /** By the name of their types. */
  readonly credentials: Readonly<Record<string, object>>;
  /** What n8n's signing with these credentials puts into a request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A file as n8n's binary store describes it. */
export interface StoredFile {
  readonly id?: string;
}

/** An item that a node is given. */
export interface InputItem {
  readonly json: object;
  readonly binary?: Readonly<Record<string, StoredFile>>;
}

/** An item that a node gives. */
export interface OutputItem {
  readonly json: Readonly<Record<string, unknown>>;
  readonly pairedItem?: { readonly item: number };
}

/** A file that a node has kept in n8n's binary store. */
export interface FileFound {
  readonly bytes: number;
  readonly crc: number;
}

/** What a run of a node cost, and what came of it. */
export interface NodeRun {
  readonly wallMs: number;
  /** Highest resident set before the run, with n8n, the node and the items loaded, and a small run behind it. */
  readonly idleBytes: number;
  readonly peakBytes: number;
  readonly output: readonly OutputItem[];
  readonly files: readonly FileFound[];
}

/** By how much a run's highest resident set was above the highest one before it, in MB. */
export const aboveIdleMb = ({ idleBytes, peakBytes }: Pick<NodeRun, 'idleBytes' | 'peakBytes'>): number =>
  (peakBytes - idleBytes) / 1e6;
