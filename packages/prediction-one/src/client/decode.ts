import * as v from 'valibot';

/** An ID: comes as a number or as text, and is text from here on, so that a long one keeps all its digits. */
export const id = v.pipe(v.union([v.string(), v.number()], 'must be an ID'), v.transform(String));

/** A date in whatever form: stays what it was, as text. Which forms occur is unknown (specification, Q8). */
export const moment = v.pipe(v.union([v.string(), v.number()], 'must be a date'), v.transform(String));
