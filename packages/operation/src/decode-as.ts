import * as v from 'valibot';

/** Makes the reader of a vendor's answer. What it throws names the field and is shown to the user. */
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
