import * as v from 'valibot';

/** An ID in an answer: opaque text of at least one character; digits are taken as text, too. */
export const id = v.pipe(
  v.union([v.string(), v.number()], 'must be an ID'),
  v.transform(String),
  v.minLength(1, 'must be an ID'),
);
