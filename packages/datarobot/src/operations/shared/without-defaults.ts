import * as v from 'valibot';

type Optional = v.OptionalSchema<v.GenericSchema, unknown>;

/** The same inputs, where nothing stands for what is left out. */
export type WithoutDefaults<Entries extends Readonly<Record<string, Optional>>> = {
  readonly [Name in keyof Entries]: v.OptionalSchema<Entries[Name]['wrapped'], undefined>;
};

/** For a change: what is not given stays as it is. */
export const withoutDefaults = <const Entries extends Readonly<Record<string, Optional>>>(entries: Entries) =>
  Object.fromEntries(
    Object.entries(entries).map(([name, { wrapped }]) => [name, v.optional(wrapped)]),
  ) as WithoutDefaults<Entries>;
