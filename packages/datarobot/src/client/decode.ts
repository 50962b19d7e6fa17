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

/** Makes the reader of an answer. What it throws names the field and is shown to the user. */
export function decodeAs<Schema extends v.GenericSchema>(schema: Schema) {
  return (value: unknown): v.InferOutput<Schema> => {
    const parsed = v.safeParse(schema, value, { abortEarly: true });
    if (parsed.success) return parsed.output;
    const [issue] = parsed.issues;
    const field = v.getDotPath(issue);
    throw new Error(
      field === null ? 'the answer is no object' : `the field "${field}" is missing or not as documented`,
    );
  };
}
