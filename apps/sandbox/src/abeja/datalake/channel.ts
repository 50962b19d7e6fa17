import type { Contents } from '../contents.ts';

/** Where files are gathered. */
export interface Channel {
  readonly id: string;
  readonly storageType: string;
  readonly createdMs: number;
  readonly files: Map<string, DatalakeFile>;
  name: string;
  description: string;
  updatedMs: number;
  archived: boolean;
}

/** How long a file stays. */
export const lifetimeDays = { '1day': 1, '1week': 7, '1month': 30, '6months': 180, '1year': 365 } as const;
export type Lifetime = keyof typeof lifetimeDays;

/** One file of a channel. */
export interface DatalakeFile {
  readonly id: string;
  readonly channelId: string;
  readonly contentType: string;
  readonly createdMs: number;
  /** `x-abeja-meta-<key>`, keys and values percent-encoded as they came. */
  metadata: Readonly<Record<string, string>>;
  lifetime: Lifetime | null;
  /** Until its bytes are there, it is none that can be read. */
  uploadedMs: number | null;
  contents?: Contents;
}
