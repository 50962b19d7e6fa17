/**
 * The ID in a `Location`, absolute or relative, with a final slash or without: the segment after the collection's name,
 * never the last but one (`location-forms`).
 */
export function idInLocation(collection: string, location: string | undefined): string | undefined {
  const segments = (location ?? '').replace(/[?#].*$/s, '').split('/');
  const id = segments[segments.indexOf(collection) + 1];
  return segments.includes(collection) && id !== '' ? id : undefined;
}
