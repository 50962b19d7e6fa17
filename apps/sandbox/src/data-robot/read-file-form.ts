import type { Readable } from 'node:stream';
import { BadForm, readForm } from '../forms/read-form.ts';
import { invalid } from './errors.ts';

/** Takes what a form's `file` holds, as it comes. */
export type FileTaker = (file: Readable, fileName: string) => Promise<void>;

/**
 * Reads a multipart form with one `file`.
 *
 * @returns its other fields
 * @throws ApiError 422 for what is no such form, or has no file
 */
export async function readFileForm(
  body: Readable,
  contentType: string,
  takeFile: FileTaker,
): Promise<ReadonlyMap<string, readonly string[]>> {
  let isTaken = false;
  const fields = await readForm(body, contentType, ({ name, stream, fileName }) => {
    if (name !== 'file' || isTaken) return undefined;
    isTaken = true;
    return takeFile(stream, fileName);
  }).catch((error: unknown) => {
    throw error instanceof BadForm ? invalid(error.message) : error;
  });
  if (!isTaken) throw invalid('No file content');
  return fields;
}
