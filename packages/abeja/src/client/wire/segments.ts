import { InputError, pathSegment } from '@modelferry/http';

/**
 * The path below a collection, from IDs of whatever kind.
 * @throws InputError for an ID that no path can hold
 */
export const pathOf = (...segments: readonly (string | number)[]): string =>
  segments.map((segment) => `/${pathSegment(segment)}`).join('');

/**
 * A name that stands in a path: the server takes it for a name or an ID, and a slash in it for a further segment.
 * @throws InputError for an empty one, for `.` and `..`, and for one with a slash
 */
export function checkName(name: string): string {
  const problem =
    name.trim() === ''
      ? 'must not be empty'
      : name === '.' || name === '..' || name.includes('/')
        ? 'must have no slash in it, and be neither "." nor ".."'
        : undefined;
  if (problem === undefined) return name;
  throw new InputError([
    { field: 'name', problem, remedy: 'Give the name or the ID of the job definition.' },
  ]);
}

/** Below the organization: what belongs to a job definition. @throws as {@link checkName} and {@link pathOf} */
export const definitionPath = (name: string, ...rest: readonly (string | number)[]): string =>
  `/training/definitions${pathOf(checkName(name), ...rest)}`;
