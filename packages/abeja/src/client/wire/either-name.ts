import * as v from 'valibot';

/** An object whose field may stand under other names: the first of them that is there counts. */
export const eitherName = <Schema extends v.GenericSchema>(
  field: string,
  names: readonly string[],
  schema: Schema,
) =>
  v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform((wire) => ({
      ...wire,
      [field]: names.map((name) => wire[name]).find((value) => (value ?? '') !== ''),
    })),
    schema as unknown as v.GenericSchema<Readonly<Record<string, unknown>>, v.InferOutput<Schema>>,
  );
