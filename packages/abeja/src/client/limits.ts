import type { CallTimeouts } from '@modelferry/operation';

/** Source: docs/vendors/abeja.md, section 5.1. */
export const defaultTimeouts: CallTimeouts = {
  jsonMs: 30_000,
  uploadMs: 60_000,
  downloadMs: 60_000,
};
