import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { credentialHeaders } from '../credential-headers.ts';
import { drain } from '../faults/cuts.ts';
import { leaveBodies } from '../json-bodies.ts';
import type { DownloadGrant, Grants, StoredObject, UploadGrant } from './grants.ts';
import { receiveUpload } from './receive-upload.ts';
import { StorageError } from './xml-error.ts';

type Params = Readonly<{ id: string }>;
type Query = Readonly<Record<string, unknown>>;

/** What the storage is asked to be lenient or strict about. */
export interface StorageRules {
  /** @param grantId the last part but one of the URL's path */
  readonly contentTypeAllowed: (contentType: string, grantId: string) => boolean;
  readonly putStatus: () => number;
  /** What a credential is answered. @default 403 */
  readonly credentialStatus?: number;
}

/** Presigned PUT and GET. It wants a known length, no Content-Type, and nothing that looks like a credential. */
export function storageRoutes(
  app: FastifyInstance,
  grants: Grants,
  options: { readonly folder: string; readonly seed: number; readonly rules: StorageRules },
): void {
  leaveBodies(app);

  app.setErrorHandler((error, _request, reply) => {
    const known =
      error instanceof StorageError ? error : new StorageError(500, 'InternalError', String(error));
    return reply.code(known.status).type('application/xml').send(known.toXml());
  });
  app.setNotFoundHandler(() => {
    throw new StorageError(404, 'NoSuchKey', 'There is nothing at this address.');
  });

  // Before a body of a type it cannot parse is refused by the framework, and on every path: a redirect may lead anywhere
  app.addHook('onRequest', async ({ headers, entry, method, params }) => {
    entry.jobId = grants.jobIdOf((params as Partial<Params>).id ?? '');
    const leaked = credentialHeaders.filter((name) => headers[name] !== undefined);
    if (leaked.length > 0) {
      entry.credentialLeak = true;
      throw new StorageError(
        options.rules.credentialStatus ?? 403,
        'AccessDenied',
        `A presigned URL takes no ${leaked.join(', ')}.`,
      );
    }
    if (method !== 'PUT') return;
    const { id = '' } = params as Partial<Params>;
    const contentType = headers['content-type'];
    if (contentType !== undefined && !options.rules.contentTypeAllowed(contentType, id)) {
      throw new StorageError(403, 'SignatureDoesNotMatch', 'Content-Type was not part of the signature.');
    }
    if (headers['content-length'] === undefined) {
      throw new StorageError(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
    }
  });

  app.put<{ Params: Params; Querystring: Query }>(
    '/upload/:id/*',
    { config: { operation: 'put' } },
    async (request, reply) => {
      const grant = grants.redeem('upload', request.params.id, request.query) as UploadGrant;
      try {
        grant.onArrive?.(Number(request.headers['content-length']));
      } catch (error) {
        await drain(request);
        throw error;
      }
      const upload = await receiveUpload(request.raw, {
        name: grant.name,
        folder: options.folder,
        seed: options.seed,
        onBytes: (total) => (request.entry.bodyBytes = total),
      });
      try {
        await grant.onUpload(upload);
      } catch (error) {
        await rm(upload.path, { force: true });
        throw error;
      }
      return reply.code(options.rules.putStatus()).send();
    },
  );

  app.get<{ Params: Params; Querystring: Query }>(
    '/download/:id/*',
    { config: { operation: 'download' } },
    async (request, reply) => {
      const grant = grants.redeem('download', request.params.id, request.query) as DownloadGrant;
      const object = await grant.open();
      void reply.type(object.contentType);
      if (object.fileName !== undefined)
        void reply.header('content-disposition', disposition(object.fileName));
      return reply.send(bodyOf(object, reply));
    },
  );
}

function disposition(fileName: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}

function bodyOf(
  object: StoredObject,
  reply: { header: (name: string, value: number) => unknown },
): Buffer | Readable {
  const { body } = object;
  reply.header('content-length', Buffer.isBuffer(body) ? body.length : body.bytes);
  if (!Buffer.isBuffer(body)) return createReadStream(body.path);
  if (object.truncated !== true) return body;
  return Readable.from(
    (async function* () {
      yield body.subarray(0, Math.ceil(body.length / 2));
      throw new Error('sandbox: the truncated result ends here');
    })(),
    { objectMode: false },
  );
}
