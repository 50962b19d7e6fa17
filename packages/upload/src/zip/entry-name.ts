import { InputError } from '@modelferry/http';

const maxNameBytes = 0xffff;

/**
 * The path of an entry as its bytes, refused where unpacking it could write outside of the target folder.
 * @throws InputError for an empty path, `..`, `.`, an empty segment, a leading slash, a drive, a backslash or control
 * characters
 */
export function entryName(path: string): Uint8Array {
  const problem = problemOf(path);
  if (problem) {
    throw new InputError([
      {
        field: 'file',
        problem: `"${path.replace(/\p{Cc}/gu, '?').slice(0, 200)}" cannot be a name inside an archive: ${problem}`,
        remedy: 'Rename the file.',
      },
    ]);
  }
  return new TextEncoder().encode(path);
}

function problemOf(path: string): string | undefined {
  if (path === '') return 'it is empty';
  if (path.includes('\\')) return 'it has a backslash in it';
  if (/^[A-Za-z]:/.test(path)) return 'it begins with a drive';
  if (/\p{Cc}/u.test(path)) return 'it has control characters in it';
  if (/\p{Surrogate}/u.test(path)) return 'it is no valid Unicode';
  const segments = path.split('/');
  if (segments[0] === '') return 'it begins with a slash';
  if (segments.includes('')) return 'a folder in it has no name';
  if (segments.some((segment) => segment === '.' || segment === '..')) return 'it leads to another folder';
  return new TextEncoder().encode(path).length > maxNameBytes ? 'it is too long' : undefined;
}
