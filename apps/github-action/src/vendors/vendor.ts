import type { Secrets } from '@modelferry/auth';
import type { Clock, Transport } from '@modelferry/http';
import type { Catalog } from '@modelferry/operation';

/** An input that lets a step in: a key, or where the vendor is reached. Declared beside the catalog, never in it. */
export interface Credential {
  /** kebab-case: `api-token`. */
  readonly name: string;
  /** One sentence with its full stop. */
  readonly description: string;
  readonly example?: string;
  /** What the vendor, and with it the engine, calls it. @default its name with spaces */
  readonly called?: string;
  /** Hidden wherever it might show. */
  readonly secret: boolean;
  readonly required: boolean;
  readonly default?: string;
  /** Whether it is an http(s) URL. @default false */
  readonly isUrl?: boolean;
  /** The way in that it is a part of, of which a step takes exactly one, whole. @default it stands by itself */
  readonly login?: string;
  /** The closed list. */
  readonly choices?: readonly string[];
  /** Steps of CI that use it. @default all */
  readonly steps?: readonly string[];
}

/** What a vendor's client is made from in a step. */
export interface ClientAccess {
  readonly transport: Transport;
  /** What the user gave, by the credential's name; those left out are absent. */
  readonly given: Readonly<Record<string, string>>;
  readonly clock: Clock;
  /** Hides what is added in the log, and has the runner hide it. */
  readonly secrets: Secrets;
  /** Tells the user what stops nothing. */
  warn(message: string): void;
}

/** What CI has to say of a kind of job that a step starts, or waits for. */
export interface JobKind {
  /** The IDs in it, by the output's name; set as soon as the job is there. */
  outputs(id: string): Readonly<Record<string, string>>;
  /** The step that waits for one later; it takes the IDs as inputs of the same names. @default none does */
  readonly waitedBy?: string;
  /** What to do about one that goes on, where no step waits for it: a sentence or two. */
  readonly later?: string;
}

/** By the kind's name in the ledger. What else a status may be of is no job of the step's: a task, a deployment. */
export type JobKinds = Readonly<Record<string, JobKind>>;

/** A vendor's catalog as steps of CI run it. */
export interface VendorHost<Client> {
  readonly catalog: Catalog<Client>;
  readonly jobs: JobKinds;
  /** Loads what it takes to send something. */
  createClient(access: ClientAccess): Promise<Client>;
}

/** One of the vendors, whichever: its client is made here and goes nowhere but into its own catalog. */
export interface AnyVendorHost {
  readonly catalog: Catalog<never>;
  readonly jobs: JobKinds;
  createClient(access: ClientAccess): Promise<unknown>;
}

/** What is known of a vendor before any of its code is loaded. */
export interface Vendor {
  /** kebab-case, as its folder and its catalog are called. */
  readonly name: string;
  readonly credentials: readonly Credential[];
  load(): Promise<AnyVendorHost>;
}
