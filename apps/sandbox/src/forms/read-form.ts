import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';

/** One file of a form, as it comes. */
export interface FormFile {
  /** The part's name. */
  readonly name: string;
  readonly fileName: string;
  readonly stream: Readable;
}

/** A body that is no such form; the message says why. */
export class BadForm extends Error {}

/**
 * Reads a multipart form, its parts in any order: files are handed on while they come in, other fields are answered.
 *
 * @param takeFile one that gives nothing lets the file go
 * @throws BadForm for what cannot be read
 */
export async function readForm(
  body: Readable,
  contentType: string,
  takeFile: (file: FormFile) => Promise<void> | undefined,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const fields = new Map<string, string[]>();
  const taken: Promise<void>[] = [];
  const open: Readable[] = [];
  let parser: Busboy;
  try {
    parser = new Busboy({ headers: { 'content-type': contentType } });
  } catch {
    throw new BadForm('sandbox: the body is no multipart form.');
  }
  parser.on('field', (name, value) => fields.set(name, [...(fields.get(name) ?? []), value]));
  parser.on('file', (name, stream, fileName) => {
    const work = takeFile({ name, fileName, stream });
    if (work === undefined) {
      stream.resume();
      return;
    }
    work.catch(() => stream.resume());
    open.push(stream);
    taken.push(work);
  });
  const ended = once(parser, 'finish');
  // What goes wrong on the way in must end the reading too
  body.once('error', (error) => parser.destroy(error));
  body.once('close', () => {
    if (!body.readableEnded) parser.destroy(new Error('The request broke off.'));
  });
  body.pipe(parser);
  await ended.catch((error: unknown) => {
    const broken = error instanceof Error ? error : new Error(String(error));
    for (const stream of open) stream.destroy(broken);
    throw new BadForm(`sandbox: the form cannot be read: ${broken.message}`);
  });
  await Promise.all(taken);
  return fields;
}
