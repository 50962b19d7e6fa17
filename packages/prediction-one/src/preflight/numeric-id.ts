import { InputError } from '@modelferry/http';

/**
 * An ID that the vendor documents as a number, as it was given.
 * @throws InputError before anything is sent, for a name or a URL in its place
 */
export function numericId(field: string, given: string): string {
  if (/^\d+$/.test(given)) return given;
  throw new InputError([
    {
      field,
      problem: `"${given}" is no ID, which is a number`,
      remedy: 'Choose it from the list, or take its ID from there; a name or a URL does not do.',
    },
  ]);
}
