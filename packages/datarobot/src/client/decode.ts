import * as v from 'valibot';

/** An ID: opaque text of at least one character; digits are taken as text, too. */
export const id = v.pipe(
  v.union([v.string(), v.number()], 'must be an ID'),
  v.transform(String),
  v.minLength(1, 'must be an ID'),
);

/** A field that may be absent, null or of a form nobody has documented: each is left out. */
export const perhaps = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.fallback(
    v.pipe(
      v.nullish(schema),
      v.transform((value) => value ?? undefined),
    ),
    undefined,
  );
