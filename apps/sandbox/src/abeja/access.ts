import type { Job } from './training/job.ts';

/** Somebody with a password. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly role: 'admin' | 'regular';
  readonly token: string;
}

/** A machine that may send files to the channels it is tied to. */
export interface Datasource {
  readonly id: string;
  readonly secret: string;
  readonly channelIds: Set<string>;
}

/** The token of a local job. */
export interface LocalToken {
  readonly job: Job;
  uses: number;
}

/** Who makes a call. */
export type Actor =
  | { readonly kind: 'user'; readonly user: User }
  | { readonly kind: 'datasource'; readonly datasource: Datasource }
  | { readonly kind: 'local'; readonly token: LocalToken };
