import { text } from '@modelferry/operation';

const problem = 'must be a date or a time, as 2027-01-15 or 2027-01-15T08:00:00Z';

/** A day, or a time with its zone: ISO 8601 as far as all hosts read it alike. */
const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/;

/** A moment that a list is narrowed by; a day means its beginning, in UTC. */
export const timeInput = ({ title, description }: { readonly title: string; readonly description: string }) =>
  text({
    title,
    description: `${description}; a day begins at midnight, UTC`,
    placeholder: 'e.g. 2027-01-15T08:00:00Z',
    problemOf: (value) => (iso.test(value) && !Number.isNaN(Date.parse(value)) ? undefined : problem),
    advanced: true,
  });

/** The same in the one form that every server reads. */
export const toIsoTime = (given: string | undefined): string | undefined =>
  given === undefined ? undefined : new Date(given).toISOString();
