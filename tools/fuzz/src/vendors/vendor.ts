import type { Catalog } from '@modelferry/operation';
import type { SandboxDescription } from '@modelferry/sandbox';
import type { Inputs, World } from '../plays/play.ts';

/** What can be asked for while inputs are filled in. */
export interface Cast {
  readonly sandbox: SandboxDescription;
  /** Runs an operation of the catalog. @returns its result */
  perform(operation: string, inputs?: Inputs): Promise<Readonly<Record<string, unknown>>>;
}

/** Gives the value of an input. */
export type Hint = (cast: Cast) => unknown;

/** What is particular to a vendor. */
export interface Vendor<Client = never> {
  readonly catalog: Catalog<Client>;
  /** A client as a host makes it. */
  clientOf(sandbox: SandboxDescription, world: World): Client;
  /** Everything that must never be seen. */
  secretsOf(sandbox: SandboxDescription): readonly string[];
  /** The origins to which the vendor's credential may go. */
  originsOf(sandbox: SandboxDescription): readonly string[];
  /**
   * How inputs are filled in, by the name of one (`file`), or by that of an operation and one of its inputs
   * (`dataset.upload.file`), which is then filled in though it may be left out.
   */
  readonly hints: Readonly<Record<string, Hint>>;
  /** How the job is made that a cancel ends, by its kind. */
  readonly cancelled: Readonly<Record<string, (cast: Cast) => Promise<unknown>>>;
}
