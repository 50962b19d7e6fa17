import { rm } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../api-error.ts';
import { countBody } from '../forms/count-body.ts';
import { BadForm, readForm } from '../forms/read-form.ts';
import { receiveUpload } from '../storage/receive-upload.ts';
import type { ReceivedUpload } from '../storage/receive-upload.ts';
import { isArchive, uploadedContents } from './contents.ts';
import type { Contents } from './contents.ts';
import { FieldError } from './errors.ts';
import { fieldsOf } from './fields.ts';
import type { Fields } from './fields.ts';
import type { AbejaPlatform } from './platform.ts';

/** An archive that came with parameters. */
export interface ArchiveForm {
  readonly contents: Contents;
  readonly parameters: Fields;
}

/** With the variant `archive-too-large`. */
const maxArchiveBytes = 1024;

/**
 * Takes a form of an archive and `parameters`, in either order, whatever their files are called.
 *
 * @param part the archive's part
 * @param use what is done with it; an archive that is refused is not kept
 * @throws ApiError 400 for another form, 413 for an archive that is too large
 */
export async function receiveForm<Made>(
  platform: AbejaPlatform,
  request: FastifyRequest,
  part: 'source_code' | 'model_data',
  use: (form: ArchiveForm) => Made,
): Promise<Made> {
  const { folder, invention, variants } = platform.parts;
  countBody(request);
  let upload: ReceivedUpload | undefined;
  let parameters: string | undefined;
  const fields = await readForm(request.raw, request.headers['content-type'] ?? '', (file) => {
    if (file.name === 'parameters')
      return text(file.stream).then((read) => {
        parameters = read;
      });
    if (file.name !== part || upload !== undefined) return undefined;
    const options = { name: file.fileName, folder, seed: invention.seed };
    return receiveUpload(file.stream, options).then((received) => {
      upload = received;
    });
  }).catch((error: unknown) => {
    throw error instanceof BadForm ? new ApiError(400, error.message) : error;
  });
  if (upload === undefined) throw new FieldError(part, 'required');
  try {
    if (upload.bytes > maxArchiveBytes && variants.has('archive-too-large'))
      throw new ApiError(413, 'sandbox: the archive is too large.');
    const contents = uploadedContents(upload);
    if (!(await isArchive(contents))) throw new FieldError(part, 'must be a zip or tar.gz archive');
    return use({ contents, parameters: parse(parameters ?? fields.get('parameters')?.[0]) });
  } catch (error) {
    await rm(upload.path, { force: true });
    throw error;
  }
}

function parse(parameters: string | undefined): Fields {
  if (parameters === undefined) throw new FieldError('parameters', 'required');
  try {
    return fieldsOf(JSON.parse(parameters));
  } catch {
    throw new FieldError('parameters', 'must be a JSON object');
  }
}
