/** What is put where a value stood. Texts may hold {@link placeholders}. */
export type Junk = unknown;

/** One thing that is wrong with an answer. */
export type Wrong =
  /** At the place number `at` of its JSON, counted through and round again. */
  | { readonly kind: 'put'; readonly at: number; readonly junk: Junk }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'rename'; readonly at: number; readonly name: string }
  /** Two places change their values. */
  | { readonly kind: 'swap'; readonly at: number; readonly with: number }
  /** A list becomes so many times as long. */
  | { readonly kind: 'repeat'; readonly at: number; readonly times: number }
  | { readonly kind: 'body'; readonly text: string }
  | { readonly kind: 'bytes'; readonly how: BytesWrong }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'header'; readonly name: string; readonly value: string }
  | { readonly kind: 'wire'; readonly how: WireWrong };

export const bytesWrongs = [
  'truncated',
  'byte-order-mark',
  'utf-16',
  'latin-1',
  'not-utf-8',
  'gzip',
  'gzip-unsaid',
  'gzip-said',
  'twice',
  'deep',
  'long',
  'blank',
  'nul',
  'half-surrogate',
  'prototype',
  'many-names',
  'many-lines',
] as const;
export type BytesWrong = (typeof bytesWrongs)[number];

export const wireWrongs = [
  'length-too-large',
  'length-too-small',
  'length-twice',
  'length-negative',
  'chunk-size',
  'chunks-cut',
  'no-answer',
  'reset',
  'reset-in-body',
  'silence',
  'silence-in-body',
  'early',
  'not-http',
  'http-2',
  'one-byte',
  'header-without-colon',
  'header-folded',
  'header-injected',
  'header-control',
  'header-huge',
  'headers-many',
  'informational',
  'two-answers',
  'status-word',
  'no-reason',
  'endless-header',
] as const;
export type WireWrong = (typeof wireWrongs)[number];

/** What happens to the answers of one run. */
export interface AnswerPlan {
  /** Which answer, counted through those that a good run gets and round again. */
  readonly at: number;
  /** Whether every answer from there on is wrong in the same way. */
  readonly forever: boolean;
  readonly wrongs: readonly Wrong[];
}

/** Stand for the credential that the request carried, in three spellings, and for a presigned URL. */
export const placeholders = {
  plain: '{key}',
  encoded: '{key-encoded}',
  base64: '{key-base64}',
  url: '{url}',
};
