import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { invalid } from './errors.ts';

/** Takes what a form's `file` holds, as it comes. */
export type FileTaker = (file: Readable, fileName: string) => Promise<void>;

/**
 * Reads a multipart form: its one file is handed on while it comes in, its other fields are answered.
 *
 * @throws ApiError 422 for what is no such form, or has no file
 */
export async function readForm(
  body: Readable,
  contentType: string,
  takeFile: FileTaker,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const fields = new Map<string, string[]>();
  let taken: Promise<void> | undefined;
  let parser: Busboy;
  try {
    parser = new Busboy({ headers: { 'content-type': contentType } });
  } catch {
    throw invalid('sandbox: the body is no multipart form.');
  }
  parser.on('field', (name, value) => fields.set(name, [...(fields.get(name) ?? []), value]));
  parser.on('file', (name, file, fileName) => {
    if (name !== 'file' || taken !== undefined) {
      file.resume();
      return;
    }
    taken = takeFile(file, fileName);
    taken.catch(() => file.resume());
  });
  const ended = once(parser, 'finish');
  // What goes wrong on the way in must end the reading too
  body.once('error', (error) => parser.destroy(error));
  body.once('close', () => {
    if (!body.readableEnded) parser.destroy(new Error('The request broke off.'));
  });
  body.pipe(parser);
  await ended.catch((error: unknown) => {
    throw invalid(
      `sandbox: the form cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  if (taken === undefined) throw invalid('No file content');
  await taken;
  return fields;
}
