import type { Operation } from './define-operation.ts';
import type { Field } from './field.ts';
import type { ColumnLookup, Lookup, LookupContext } from './lookup.ts';
import type { Trigger } from './trigger.ts';

/** What operations are grouped by. */
export interface Resource {
  /** Title Case, singular: `Data Set`. */
  readonly title: string;
  readonly description: string;
}

/** What a cancel found: a job that it ended, one that had ended before, or one without data, which never runs. */
export type CancelOutcome = 'cancelled' | 'already-ended' | 'never-started';

/**
 * Ends a job at the vendor. Asked a second time, it finds no job that runs.
 * @throws as the vendor's client does
 */
export type CancelJob<Client> = (context: LookupContext<Client>, jobId: string) => Promise<CancelOutcome>;

/** All operations of one vendor, and what they need to be shown. */
export interface Catalog<Client> {
  /** kebab-case: `prediction-one`. */
  readonly vendor: string;
  /** As the vendor writes it: `Sony Prediction One`. */
  readonly title: string;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly operations: readonly Operation<Client>[];
  readonly lookups: Readonly<Record<string, Lookup<Client>>>;
  readonly columnLookups: Readonly<Record<string, ColumnLookup<Client>>>;
  /** How to end jobs, by their kind as the ledger has it. @default none can be ended */
  readonly cancels?: Readonly<Record<string, CancelJob<Client>>>;
  /** Events that can be waited for, in the order in which they are shown. @default none */
  readonly triggers?: readonly Trigger<Client>[];
}

/**
 * Checks what the compiler cannot: every resource, lookup and cancel exists, names are unique, `when` points to a main
 * input.
 * @throws Error naming the operation or the trigger, and the input
 */
export function defineCatalog<Client>(catalog: Catalog<Client>): Catalog<Client> {
  const seen = new Set<string>();
  const once = (name: string) => {
    if (seen.has(name)) throw new Error(`${name} is declared twice.`);
    seen.add(name);
  };
  for (const { resource, name, inputFields, cancellable, ciStep } of catalog.operations) {
    const here = `${catalog.vendor} ${resource}.${name}`;
    once(here);
    if (ciStep !== undefined) {
      once(`${catalog.vendor}/${ciStep}`);
      if (!/^[a-z]+(-[a-z]+)*$/.test(ciStep)) throw new Error(`${here}: "${ciStep}" is not kebab-case.`);
    }
    if (cancellable && !catalog.cancels) throw new Error(`${here}: the catalog has no way to cancel a job.`);
    if (!catalog.resources[resource]) throw new Error(`${here}: there is no resource "${resource}".`);
    checkFields(catalog, here, inputFields);
  }
  for (const { name, inputFields } of catalog.triggers ?? []) {
    const here = `${catalog.vendor} trigger ${name}`;
    once(here);
    checkFields(catalog, here, inputFields);
  }
  return catalog;
}

function checkFields(
  { lookups, columnLookups }: Pick<Catalog<never>, 'lookups' | 'columnLookups'>,
  here: string,
  inputFields: readonly Field[],
): void {
  for (const field of inputFields) {
    if (field.kind === 'reference' && !lookups[field.lookup]) {
      throw new Error(`${here}: there is no lookup "${field.lookup}" for ${field.name}.`);
    }
    if (field.kind === 'rows' && field.columnsFrom && !columnLookups[field.columnsFrom]) {
      throw new Error(`${here}: there is no column lookup "${field.columnsFrom}" for ${field.name}.`);
    }
    for (const controlling of Object.keys(field.when ?? {})) {
      const main = inputFields.find((other) => other.name === controlling);
      // A sibling among the options may not have been added at all: its condition would silently drop the value
      if (!main || main.advanced) throw new Error(`${here}: "when" of ${field.name} must name a main input.`);
    }
  }
}
