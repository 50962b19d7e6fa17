import { ApiError } from '../../api-error.ts';
import { receiveUpload } from '../../storage/receive-upload.ts';
import { uploadedContents } from '../contents.ts';
import { addFile } from '../datalake/add-file.ts';
import { fileObject, newFileObject } from '../datalake/channel-objects.ts';
import type { Channel, DatalakeFile } from '../datalake/channel.ts';
import { decoded } from '../datalake/decoded.ts';
import { findChannel, findFile, livingFiles } from '../datalake/find.ts';
import { readFileFacts, readLifetime } from '../datalake/read-file-facts.ts';
import { hasMetadata, selectFiles } from '../datalake/select-files.ts';
import { withOffset } from '../dates.ts';
import { AnsweredError, badRequest, FieldError } from '../errors.ts';
import { fieldsOf } from '../fields.ts';
import type { AbejaPlatform } from '../platform.ts';
import { presignUpload } from '../presign.ts';
import type { Call, Route } from '../call.ts';
import { fileArrived } from '../serving/file-arrived.ts';

const hourMs = 3_600_000;

/** The files of a channel. */
export function channelFileRoutes(platform: AbejaPlatform): readonly Route[] {
  return [
    ['POST /channels/:channel', 'channelPresign', (call) => presign(platform, call)],
    [
      'GET /channels/:channel',
      'channelFiles',
      (call) => {
        const { files, next } = selectFiles(livingFiles(platform, findChannel(platform, call)), call.query);
        return { files: files.map((file) => fileObject(platform, file)), next_page_token: next };
      },
    ],
    ['GET /channels/:channel/:file', 'channelFile', (call) => fileObject(platform, findFile(platform, call))],
    [
      'DELETE /channels/:channel/:file',
      'channelFileDelete',
      (call) => {
        const { id } = findFile(platform, call);
        findChannel(platform, call).files.delete(id);
        return { message: `deleted file (${id})` };
      },
    ],
    [
      'PUT /channels/:channel/:file/metadata',
      'channelFileMetadata',
      (call) => {
        const file = findFile(platform, call);
        const entries = Object.entries(call.fields());
        if (entries.some(([name, value]) => !/^x-abeja-meta-./i.test(name) || typeof value !== 'string'))
          throw new FieldError('metadata', 'must be texts under x-abeja-meta-');
        file.metadata = Object.fromEntries(
          entries.map(([name, value]) => [name.toLowerCase(), String(value)]),
        );
        return fileObject(platform, file);
      },
    ],
    [
      'PUT /channels/:channel/:file/lifetime',
      'channelFileLifetime',
      (call) => {
        const file = findFile(platform, call);
        file.lifetime = readLifetime(call.fields().lifetime);
        return { channel_id: file.channelId, file_id: file.id, lifetime: file.lifetime };
      },
    ],
  ];
}

/** Files that come directly, whose bytes are read as they come. */
export function channelUploadRoutes(platform: AbejaPlatform): readonly Route[] {
  const { folder, invention } = platform.parts;
  return [
    [
      'POST /channels/:channel/upload',
      'channelUpload',
      async (call) => {
        const channel = openChannel(platform, call);
        const facts = readFileFacts(call);
        checkConflict(platform, channel, facts, call.query.conflict_target);
        const { raw, entry } = call.request;
        const name = decoded(facts.metadata['x-abeja-meta-filename'] ?? 'file');
        const onBytes = (total: number): void => {
          entry.bodyBytes = total;
        };
        const upload = await receiveUpload(raw, { name, folder, seed: invention.seed, onBytes });
        const file = addFile(platform, channel, facts, uploadedContents(upload));
        fileArrived(platform, file);
        return newFileObject(file);
      },
    ],
  ];
}

function presign(platform: AbejaPlatform, call: Call): unknown {
  const channel = openChannel(platform, call);
  fieldsOf(call.request.body);
  const facts = readFileFacts(call);
  checkConflict(platform, channel, facts, call.query.conflict_target);
  const file = addFile(platform, channel, facts);
  const name = decoded(facts.metadata['x-abeja-meta-filename'] ?? file.id);
  const { clock } = platform.parts;
  const url = presignUpload(
    platform,
    name,
    (contents) => {
      Object.assign(file, { contents, uploadedMs: clock.now() });
      fileArrived(platform, file);
    },
    facts.contentType,
  );
  return {
    upload_url: url,
    url_expires_on: withOffset(clock.now() + (platform.urlLifetimeMs ?? hourMs)),
    ...newFileObject(file),
  };
}

/** @throws ApiError 404, and 400 for one that is archived */
function openChannel(platform: AbejaPlatform, call: Call): Channel {
  const channel = findChannel(platform, call);
  if (channel.archived && !platform.parts.variants.has('archived-usable'))
    throw badRequest('the channel is archived');
  return channel;
}

/** @throws ApiError 409 when a file with the same metadata is there */
function checkConflict(
  platform: AbejaPlatform,
  channel: Channel,
  { metadata }: Pick<DatalakeFile, 'metadata'>,
  target: string | undefined,
): void {
  if (target === undefined) return;
  const name = `x-abeja-meta-${target.toLowerCase()}`;
  const value = metadata[name];
  if (value === undefined) throw new FieldError('conflict_target', 'the file has no such metadata');
  const other = livingFiles(platform, channel).find((file) => hasMetadata(file, name, value));
  if (other === undefined) return;
  if (platform.parts.variants.has('conflict-returns-file'))
    throw new AnsweredError(409, newFileObject(other));
  throw new ApiError(409, `a file with the same ${target} exists already`);
}
