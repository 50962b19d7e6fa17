import * as v from 'valibot';

/** An ID: comes as a number or as text, and is text from here on, so that a long one keeps all its digits. */
export const id = v.pipe(v.union([v.string(), v.number()], 'must be an ID'), v.transform(String));

/** A date in whatever form: stays what it was, as text. Which forms occur is unknown (specification, Q8). */
export const moment = v.pipe(v.union([v.string(), v.number()], 'must be a date'), v.transform(String));

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
