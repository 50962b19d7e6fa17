import type { CallPort } from '@modelferry/operation';
import type { Source } from '@modelferry/upload';
import * as v from 'valibot';
import { get, patch, post, remove } from '../calls.ts';
import { environmentTexts, type Environment } from '../wire/environment.ts';
import { formOf } from '../wire/form-of.ts';
import { archiveQuery, pageOf, type ArchiveFilter } from '../wire/page.ts';
import { presignedUrl } from '../wire/presigned-url.ts';
import { definitionPath } from '../wire/segments.ts';
import { version, type Version } from './version.ts';
import { snaked } from '../wire/snaked.ts';

/** How a version runs its code. */
export interface VersionSettings {
  /** `file:function`, e.g. `train:handler`. */
  readonly handler: string;
  /** `[host/]repository/name[:tag]`, e.g. `abeja-inc/all-cpu:19.10`. */
  readonly image?: string;
  readonly environment?: Environment;
  /** At most 256 characters. */
  readonly description?: string;
  /** Dataset IDs by alias. */
  readonly datasets?: Readonly<Record<string, string>>;
  readonly datasetPremounted?: boolean;
}

/** The code of a version. It streams: nothing of it is held. */
export interface VersionUpload extends VersionSettings {
  readonly source: Source;
  /** @default 'zip' */
  readonly format?: keyof typeof archiveForms;
  onBytesTaken?(totalBytes: number): void;
}

/** Where the code of a version lies. */
export interface VersionFromGit extends VersionSettings {
  readonly gitUrl: string;
  /** @default the vendor's: master */
  readonly gitBranch?: string;
}

/** The calls for versions of job definitions (docs/vendors/abeja.md, 3.2 and 3.8). */
export interface VersionCalls {
  /** Op 7 and 8. Never repeated: there would be two. */
  createVersion(name: string, upload: VersionUpload, signal: AbortSignal): Promise<Version>;
  /** 3.8. Never repeated. */
  createVersionFromGit(name: string, from: VersionFromGit, signal: AbortSignal): Promise<Version>;
  /** Op 9. All of them: this list has no pages. */
  getVersions(name: string, filter: ArchiveFilter, signal: AbortSignal): Promise<readonly Version[]>;
  /** Op 10. */
  getVersion(name: string, number: number, signal: AbortSignal): Promise<Version>;
  /** Op 11. The description is all that can change. @returns the version, where the answer has it */
  updateVersion(
    name: string,
    number: number,
    change: { readonly description: string },
    signal: AbortSignal,
  ): Promise<Version | undefined>;
  /** Op 12. */
  archiveVersion(name: string, number: number, signal: AbortSignal): Promise<void>;
  /** Op 13. */
  unarchiveVersion(name: string, number: number, signal: AbortSignal): Promise<void>;
  /** Op 14. What becomes of its jobs is unknown (Q4). */
  deleteVersion(name: string, number: number, signal: AbortSignal): Promise<void>;
  /** 3.8. @returns a URL for one download soon: a secret, and used without any credential */
  getVersionSourceUrl(name: string, number: number, signal: AbortSignal): Promise<string>;
}

/** File name and media type of the part, as the vendor's own clients send them. */
const archiveForms = {
  zip: ['source_code.zip', 'application/zip'],
  'tar.gz': ['archive.tar.gz', 'application/tar+gzip'],
} as const;

const onWire = (settings: object & { readonly environment?: Environment }) =>
  snaked({ ...settings, environment: environmentTexts(settings.environment) });

export const versionCalls = (port: CallPort, hideUrl: (url: string) => void): VersionCalls => ({
  createVersion: (name, { source, format = 'zip', onBytesTaken, ...settings }, signal) => {
    const [fileName, contentType] = archiveForms[format];
    return port.json(
      {
        ...post(
          `create a version of "${name}" from "${source.name}"`,
          definitionPath(name, 'versions'),
          signal,
        ),
        body: formOf({ name: 'source_code', value: source, fileName, contentType }, onWire(settings)),
        onBytesTaken,
      },
      version,
    );
  },

  createVersionFromGit: (name, from, signal) =>
    port.json(
      post(
        `create a version of "${name}" from a repository`,
        definitionPath(name, 'git', 'versions'),
        signal,
        onWire(from),
      ),
      version,
    ),

  getVersions: async (name, filter, signal) =>
    (
      await port.json(
        get(`list the versions of "${name}"`, definitionPath(name, 'versions'), signal, archiveQuery(filter)),
        pageOf(version),
      )
    ).entries,

  getVersion: (name, number, signal) =>
    port.json(
      get(`read version ${number} of "${name}"`, definitionPath(name, 'versions', number), signal),
      version,
    ),

  updateVersion: (name, number, { description }, signal) =>
    port.json(
      patch(`describe version ${number} of "${name}"`, definitionPath(name, 'versions', number), signal, {
        description,
      }),
      v.optional(version),
    ),

  archiveVersion: (name, number, signal) =>
    port.send(
      post(
        `archive version ${number} of "${name}"`,
        definitionPath(name, 'versions', number, 'archive'),
        signal,
      ),
    ),

  unarchiveVersion: (name, number, signal) =>
    port.send(
      post(
        `take version ${number} of "${name}" out of the archive`,
        definitionPath(name, 'versions', number, 'unarchive'),
        signal,
      ),
    ),

  deleteVersion: (name, number, signal) =>
    port.send(
      remove(`delete version ${number} of "${name}"`, definitionPath(name, 'versions', number), signal),
    ),

  getVersionSourceUrl: (name, number, signal) =>
    presignedUrl(
      port,
      get(
        `get the address of the code of version ${number} of "${name}"`,
        definitionPath(name, 'versions', number, 'source'),
        signal,
      ),
      hideUrl,
    ),
});
