import type { Catalog, Field, LookupContext, Operation } from '@modelferry/operation';
import type { Cast, Hint } from '../vendors/vendor.ts';
import type { Inputs } from './play.ts';

/** What the values of inputs are taken from. */
export interface Store<Client> {
  readonly cast: Cast;
  readonly hints: Readonly<Record<string, Hint>>;
  readonly lookups: Catalog<Client>['lookups'];
  readonly context: LookupContext<Client>;
}

/** What keeps waits short. */
const patience: Inputs = {
  timeoutMs: 60_000,
  verifyTimeoutMs: 60_000,
  pollIntervalMs: 5_000,
  returnAll: true,
};

/** Inputs by which an operation succeeds: by what is hinted, by what its lists offer, or by its kind. */
export async function fillInputs<Client>(
  { resource, name, inputFields }: Pick<Operation<Client>, 'resource' | 'name' | 'inputFields'>,
  store: Store<Client>,
): Promise<Inputs> {
  const inputs: Record<string, unknown> = {};
  for (const field of inputFields) {
    const own = store.hints[`${resource}.${name}.${field.name}`];
    if (field.name in patience) inputs[field.name] = patience[field.name];
    else if (own) inputs[field.name] = await own(store.cast);
    else if (field.required) inputs[field.name] = await valueFor(field, inputs, store);
  }
  return inputs;
}

async function valueFor<Client>(
  field: Field,
  inputs: Inputs,
  { cast, hints, lookups, context }: Store<Client>,
): Promise<unknown> {
  const hint = hints[field.name];
  if (hint) return hint(cast);
  if (field.kind === 'flag') return true;
  if (field.kind === 'text') return field.name;
  if (field.kind !== 'reference') throw new Error(`Nothing says how to fill in ${field.name}.`);
  const { entries } = (await lookups[field.lookup]?.(context, { inputs })) ?? { entries: [] };
  const [first] = entries;
  if (!first) throw new Error(`The list ${field.lookup} offers nothing for ${field.name}.`);
  return first.value;
}
