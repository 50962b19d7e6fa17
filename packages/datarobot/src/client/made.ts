import type { LocatedAnswer } from './call-port.ts';
import { idInLocation } from './id-in-location.ts';

/**
 * What a call has made: out of its answer's body, else read by the ID in its `Location`.
 * @param collection the segment of the path that comes before the ID
 * @throws ApiError with code `unexpected-answer` when neither names it
 */
export async function made<T>(
  answer: LocatedAnswer<T>,
  collection: string,
  read: (id: string) => Promise<T>,
): Promise<T> {
  if (answer.value !== undefined) return answer.value;
  const id = idInLocation(collection, answer.location);
  if (id === undefined) throw answer.unusable(`no ID in it, and none in its Location`);
  return read(id);
}
