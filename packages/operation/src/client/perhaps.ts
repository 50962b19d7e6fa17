import * as v from 'valibot';

/** A field of an answer that may be absent, null or of a form nobody has documented: each is left out. */
export const perhaps = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.fallback(
    v.pipe(
      v.nullish(schema),
      v.transform((value) => value ?? undefined),
    ),
    undefined,
  );
