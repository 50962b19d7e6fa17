import type { EngineError } from '@modelferry/http';
import type * as v from 'valibot';
import { describe } from './describe.ts';
import type { Field } from './field.ts';
import { lazily } from './lazily.ts';
import { parseInputs } from './parse-inputs.ts';
import type { RunContext } from './run-context.ts';

type Entries = Readonly<Record<string, v.GenericSchema>>;

/** A schema with entries: an object, or an object with rules across its inputs piped behind it. */
export type EntriesSchema = v.GenericSchema & { readonly entries: Entries };

/** What became of one row. A bad row fails alone. */
export type RowOutcome<Output> =
  { readonly ok: true; readonly output: Output } | { readonly ok: false; readonly error: EngineError };

/**
 * `one`: a result. `many`: a list, each entry an item. `rows`: one outcome for each row of the input of kind `rows`, in
 * order; a host gives all its items to one run.
 */
export type ResultShape = 'one' | 'many' | 'rows';

/** What `run` gives, by the shape of the result. */
export type RunResult<Shape extends ResultShape, Output> = Shape extends 'many'
  ? readonly Output[]
  : Shape extends 'rows'
    ? readonly RowOutcome<Output>[]
    : Output;

/** An operation as its one file declares it. */
export interface OperationDeclaration<
  Client,
  Inputs extends EntriesSchema,
  Outputs extends EntriesSchema,
  Shape extends ResultShape,
> {
  /** Name of one of the catalog's resources. */
  readonly resource: string;
  /** camelCase, unique in the resource: `getMany`. */
  readonly name: string;
  /** Title Case, without the resource: `Get Many`. */
  readonly title: string;
  /** Sentence case, with the resource and no article: `Get many models`. */
  readonly action: string;
  /** One sentence without a final full stop. */
  readonly summary: string;
  readonly inputs: Inputs;
  readonly outputs: Outputs;
  /** @default 'one' */
  readonly result?: Shape;
  /** Whether the vendor can end the job that the operation starts: then its catalog says how. @default false */
  readonly cancellable?: boolean;
  /** Name of the step in CI, kebab-case, unique in the catalog: `switch-model`. @default it is not worth a step of its own */
  readonly ciStep?: string;
  run(
    context: RunContext<Client>,
    inputs: v.InferOutput<Inputs>,
  ): Promise<RunResult<Shape, v.InferOutput<Outputs>>>;
}

/** An operation as adapters see it. */
export interface Operation<Client = never> {
  readonly resource: string;
  readonly name: string;
  readonly title: string;
  readonly action: string;
  readonly summary: string;
  readonly result: ResultShape;
  readonly cancellable: boolean;
  readonly ciStep?: string;
  readonly inputFields: readonly Field[];
  readonly outputFields: readonly Field[];
  /** Checks inputs and does nothing else. @throws InputError with every fault at once */
  check(rawInputs: Readonly<Record<string, unknown>>): void;
  /**
   * Checks inputs of whatever origin, then runs.
   * @throws InputError with every fault at once, before anything is sent
   */
  execute(context: RunContext<Client>, rawInputs: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** An operation that keeps its types, for those who call it from code. */
export interface TypedOperation<Client, RawInputs, Result> extends Operation<Client> {
  /** As {@link Operation.execute}. */
  run(context: RunContext<Client>, rawInputs: RawInputs): Promise<Result>;
}

/** Gives `defineOperation` for one vendor's client; the rest is inferred from the schemas. */
export function operationsOf<Client>() {
  return function defineOperation<
    Inputs extends EntriesSchema,
    Outputs extends EntriesSchema,
    const Shape extends ResultShape = 'one',
  >(
    declaration: OperationDeclaration<Client, Inputs, Outputs, Shape>,
  ): TypedOperation<Client, v.InferInput<Inputs>, RunResult<Shape, v.InferOutput<Outputs>>> {
    const { inputs, outputs, run, result = 'one', cancellable = false, ...words } = declaration;
    // Described when somebody looks: a step of CI runs one operation of all that its vendor has
    const inputFields = lazily(() => describe(inputs.entries));
    const outputFields = lazily(() => describe(outputs.entries));
    const execute = async (context: RunContext<Client>, rawInputs: Readonly<Record<string, unknown>>) =>
      run(context, parseInputs(inputs, inputFields(), rawInputs));
    return {
      ...words,
      result,
      cancellable,
      get inputFields() {
        return inputFields();
      },
      get outputFields() {
        return outputFields();
      },
      check: (rawInputs) => void parseInputs(inputs, inputFields(), rawInputs),
      execute,
      run: (context, rawInputs) => execute(context, rawInputs as Readonly<Record<string, unknown>>),
    };
  };
}
