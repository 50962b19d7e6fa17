import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SandboxClock } from '../clock.ts';
import type { Invention } from '../random.ts';
import type { ReceivedUpload } from './receive-upload.ts';
import { expired, StorageError } from './xml-error.ts';

const hourMs = 3_600_000;

/** Bytes to hand out. */
export interface StoredObject {
  readonly body: Buffer | { readonly path: string; readonly bytes: number };
  readonly contentType: string;
  readonly fileName?: string;
  /** Announce the whole length, send half, cut. */
  readonly truncated?: boolean;
}

interface GrantBase {
  /** The object's name in the URL. */
  readonly name: string;
  /** @default one hour */
  readonly lifetimeMs?: number;
  readonly jobId?: string;
}

export interface UploadGrant extends GrantBase {
  readonly kind: 'upload';
  /** What the URL was made for, where that matters. */
  readonly contentType?: string;
  /** Called once all announced bytes are stored. @throws StorageError to refuse them, which removes them again */
  readonly onUpload: (upload: ReceivedUpload) => Promise<void> | void;
  /** Called before the body is read. @throws StorageError to refuse it */
  readonly onArrive?: (bytes: number) => void;
}

export interface DownloadGrant extends GrantBase {
  readonly kind: 'download';
  readonly open: () => Promise<StoredObject> | StoredObject;
}

export type Grant = UploadGrant | DownloadGrant;
type Issued = Grant & { readonly id: string };

/**
 * Presigned URLs: whoever holds one may do the one thing it is for, until it expires. The signing secret is random in
 * every run, so a URL cannot be made up even when the seed is known.
 */
export class Grants {
  readonly #clock: SandboxClock;
  readonly #invention: Invention;
  readonly #baseUrl: () => string;
  readonly #secret = randomBytes(32);
  readonly #issued = new Map<string, Issued>();

  constructor(clock: SandboxClock, invention: Invention, baseUrl: () => string) {
    this.#clock = clock;
    this.#invention = invention;
    this.#baseUrl = baseUrl;
  }

  issue(grant: Grant): string {
    const id = this.#invention.hex('object', 24);
    this.#issued.set(id, { ...grant, id });
    const expires = String(Math.ceil((this.#clock.now() + (grant.lifetimeMs ?? hourMs)) / 1000));
    const signature = this.#sign(grant.kind, id, expires);
    const query = new URLSearchParams({ 'X-Sandbox-Expires': expires, 'X-Sandbox-Signature': signature });
    return `${this.#baseUrl()}/${grant.kind}/${id}/${encodeURIComponent(grant.name)}?${query.toString()}`;
  }

  /** @throws StorageError for a URL that was tampered with, is used up, or has expired */
  redeem(kind: Grant['kind'], id: string, query: Readonly<Record<string, unknown>>): Issued {
    const expires = String(query['X-Sandbox-Expires'] ?? '');
    const given = Buffer.from(String(query['X-Sandbox-Signature'] ?? ''));
    const right = Buffer.from(this.#sign(kind, id, expires));
    const grant = this.#issued.get(id);
    if (given.length !== right.length || !timingSafeEqual(given, right) || grant === undefined) {
      throw new StorageError(403, 'SignatureDoesNotMatch', 'The request signature does not match.');
    }
    if (this.#clock.now() > Number(expires) * 1000) throw expired();
    return grant;
  }

  /** For the transcript: which job a URL belongs to, whether or not it may still be used. */
  jobIdOf(id: string): string | undefined {
    return this.#issued.get(id)?.jobId;
  }

  /** The Content-Type that an upload URL was made for. */
  contentTypeOf(id: string): string | undefined {
    const grant = this.#issued.get(id);
    return grant?.kind === 'upload' ? grant.contentType : undefined;
  }

  clear(): void {
    this.#issued.clear();
  }

  #sign(kind: string, id: string, expires: string): string {
    return createHmac('sha256', this.#secret).update(`${kind}\n${id}\n${expires}`).digest('hex');
  }
}
