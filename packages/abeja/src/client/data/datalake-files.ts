import type { RequestHeaders } from '@modelferry/http';
import type { CallPort } from '@modelferry/operation';
import type { Source } from '@modelferry/upload';
import * as v from 'valibot';
import { get, post, put, remove } from '../calls.ts';
import {
  datalakeFile,
  waitingFile,
  type DatalakeFile,
  type Lifetime,
  type WaitingFile,
} from './datalake-file.ts';
import { metadataOnWire, type Metadata } from './metadata.ts';
import { nextToken, type TokenPage } from '../wire/page.ts';
import { pathOf } from '../wire/segments.ts';
import { snaked } from '../wire/snaked.ts';

/** What is told of a file. */
export interface FileFacts {
  /** @default the source's, else `application/octet-stream` */
  readonly contentType?: string;
  readonly metadata?: Metadata;
}

/** A file that is sent in one request. It streams: nothing of it is held. */
export interface FileUpload extends FileFacts {
  readonly source: Source;
  readonly lifetime?: Lifetime;
  /** A key of the metadata: 409 where a file has the same value for it. */
  readonly conflictTarget?: string;
  onBytesTaken?(totalBytes: number): void;
}

/** Which files to list. */
export interface FileFilter {
  /** First day, `YYYYMMDD`. */
  readonly start?: string;
  /** Last day, as `start`. */
  readonly end?: string;
  /** Of the days; sent only with them. */
  readonly timezone?: string;
  readonly itemsPerPage?: number;
  /** @default the vendor's: the oldest first */
  readonly sort?: 'uploaded_at' | '-uploaded_at';
  /** `x-abeja-meta-filename:foo`. */
  readonly q?: string;
  /** Asks for the next part; then nothing else is sent. */
  readonly nextToken?: string;
}

/** The calls for files of the datalake (docs/vendors/abeja.md, 3.7). Their paths have no organization. */
export interface DatalakeFileCalls {
  /** 3.7. Never repeated: see `conflictTarget`. */
  uploadFile(channelId: string, upload: FileUpload, signal: AbortSignal): Promise<DatalakeFile>;
  /** 3.7. Makes a file that waits for its bytes at `uploadUrl`. */
  createFileUpload(
    channelId: string,
    facts: FileFacts & { readonly contentType: string },
    signal: AbortSignal,
  ): Promise<WaitingFile>;
  /** 3.7. */
  getFiles(channelId: string, filter: FileFilter, signal: AbortSignal): Promise<TokenPage<DatalakeFile>>;
  /** 3.7. */
  getFile(channelId: string, fileId: string, signal: AbortSignal): Promise<DatalakeFile>;
  /** 3.7. */
  deleteFile(channelId: string, fileId: string, signal: AbortSignal): Promise<void>;
  /** 3.7. */
  setFileMetadata(channelId: string, fileId: string, metadata: Metadata, signal: AbortSignal): Promise<void>;
  /** 3.7. */
  setFileLifetime(channelId: string, fileId: string, lifetime: Lifetime, signal: AbortSignal): Promise<void>;
}

const headersOf = ({ contentType, metadata }: FileFacts): RequestHeaders => ({
  ...metadataOnWire(metadata),
  'content-type': contentType ?? 'application/octet-stream',
});

const filesPage = v.object({ files: v.array(datalakeFile), next_page_token: nextToken });

export function datalakeFileCalls(port: CallPort, hideUrl: (url: string) => void): DatalakeFileCalls {
  const fileOf = (channelId: string, ...rest: readonly string[]): string =>
    `/channels${pathOf(channelId, ...rest)}`;
  const hidden = (file: DatalakeFile): DatalakeFile => {
    if (file.downloadUri !== undefined) hideUrl(file.downloadUri);
    return file;
  };

  return {
    async uploadFile(channelId, upload, signal) {
      const { source, lifetime, conflictTarget, onBytesTaken, contentType = source.contentType } = upload;
      const call = {
        ...post(`upload "${source.name}" to the channel ${channelId}`, fileOf(channelId, 'upload'), signal),
        query: { lifetime, conflict_target: conflictTarget },
        headers: headersOf({ ...upload, contentType }),
        body: { kind: 'stream', source } as const,
        onBytesTaken,
      };
      return hidden(await port.json(call, datalakeFile));
    },

    async createFileUpload(channelId, facts, signal) {
      const call = post(`get an upload address in the channel ${channelId}`, fileOf(channelId), signal);
      const file = await port.json({ ...call, headers: headersOf(facts) }, waitingFile);
      hideUrl(file.uploadUrl);
      return file;
    },

    async getFiles(channelId, { nextToken: token, timezone, ...filter }, signal) {
      const isDated = filter.start !== undefined || filter.end !== undefined;
      const query =
        token === undefined
          ? { ...filter, timezone: isDated ? timezone : undefined }
          : { nextPageToken: token };
      const { files, next_page_token } = await port.json(
        get(`list the files of the channel ${channelId}`, fileOf(channelId), signal, snaked(query)),
        filesPage,
      );
      return { entries: files.map(hidden), nextToken: next_page_token };
    },

    getFile: async (channelId, fileId, signal) =>
      hidden(
        await port.json(get(`read the file ${fileId}`, fileOf(channelId, fileId), signal), datalakeFile),
      ),

    deleteFile: (channelId, fileId, signal) =>
      port.send(remove(`delete the file ${fileId}`, fileOf(channelId, fileId), signal)),

    setFileMetadata: (channelId, fileId, metadata, signal) =>
      port.send(
        put(
          `set the metadata of the file ${fileId}`,
          fileOf(channelId, fileId, 'metadata'),
          signal,
          metadataOnWire(metadata),
        ),
      ),

    setFileLifetime: (channelId, fileId, lifetime, signal) =>
      port.send(
        put(`set the lifetime of the file ${fileId}`, fileOf(channelId, fileId, 'lifetime'), signal, {
          lifetime,
        }),
      ),
  };
}
