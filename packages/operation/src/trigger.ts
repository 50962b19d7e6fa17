import type * as v from 'valibot';
import type { EntriesSchema } from './define-operation.ts';
import type { Field } from './field.ts';
import type { LookupContext } from './lookup.ts';

/** Something that has happened at the vendor. */
export interface TriggerEvent<Output = object> {
  /** The same each time the same thing is told: who must not act twice compares it. `batch-prediction:6650:COMPLETED` */
  readonly eventId: string;
  readonly output: Output;
}

/** What one poll has found. */
export interface TriggerPoll<Output, Cursor> {
  /** In the order in which they are to be told. */
  readonly events: readonly TriggerEvent<Output>[];
  /** What the next poll begins with; only to be kept together with the events. */
  readonly cursor: Cursor;
}

/** Three cursors of polls that overlapped. */
export interface CursorMerge<Cursor> {
  /** What the poll that ends now began with; undefined when it was the first one. */
  readonly base: Cursor | undefined;
  /** What another poll has left since. */
  readonly stored: Cursor;
  /** What this poll has come to. */
  readonly next: Cursor;
}

/**
 * A kind of event as its one file declares it. Every event is told at least once: a cursor is kept after its events were
 * read whole, and polling again from an older one tells some of them again, under the same ID.
 */
export interface TriggerDeclaration<
  Client,
  Inputs extends EntriesSchema,
  Outputs extends EntriesSchema,
  Cursor extends v.GenericSchema,
> {
  /** camelCase, unique in the catalog: `batchPredictionEnded`. */
  readonly name: string;
  /** Title Case: `Batch Prediction Ended`. */
  readonly title: string;
  /** One sentence without a final full stop. */
  readonly summary: string;
  readonly inputs: Inputs;
  readonly outputs: Outputs;
  /** What is remembered between polls: plain JSON of bounded size. Times in it are the vendor's. */
  readonly cursor: Cursor;
  /**
   * Asks what has happened since. The first poll, without a cursor, tells nothing and remembers what is there.
   * @throws as the vendor's client does; then nothing has moved
   */
  poll(
    context: LookupContext<Client>,
    inputs: v.InferOutput<Inputs>,
    cursor: v.InferOutput<Cursor> | undefined,
  ): Promise<TriggerPoll<v.InferOutput<Outputs>, v.InferOutput<Cursor>>>;
  /** Joins what overlapping polls know, so that no cursor goes back. */
  merge(cursors: CursorMerge<v.InferOutput<Cursor>>): v.InferOutput<Cursor>;
  /** An event to build a workflow with: the latest one, or one that is made up where there is none. */
  sample(
    context: LookupContext<Client>,
    inputs: v.InferOutput<Inputs>,
  ): Promise<TriggerEvent<v.InferOutput<Outputs>>>;
}

type RawInputs = Readonly<Record<string, unknown>>;

/** A kind of event as adapters see it: cursors are JSON that only the trigger itself can read. */
export interface Trigger<Client = never> {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly inputFields: readonly Field[];
  readonly outputFields: readonly Field[];
  /**
   * Checks inputs of whatever origin, then polls. A cursor that cannot be read counts as none.
   * @throws InputError with every fault at once, before anything is sent
   */
  poll(
    context: LookupContext<Client>,
    rawInputs: RawInputs,
    cursor: unknown,
  ): Promise<TriggerPoll<object, unknown>>;
  /** As {@link TriggerDeclaration.merge}; of cursors that cannot be read, the new one is taken. */
  merge(cursors: { readonly base: unknown; readonly stored: unknown; readonly next: unknown }): unknown;
  /** As {@link TriggerDeclaration.sample}. @throws InputError */
  sample(context: LookupContext<Client>, rawInputs: RawInputs): Promise<TriggerEvent>;
}
