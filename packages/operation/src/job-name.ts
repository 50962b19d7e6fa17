import type { JobReference } from '@modelferry/polling';

/** A job as sentences call it: `batch prediction 42`. */
export const jobName = ({ kind, id }: Pick<JobReference, 'kind' | 'id'>): string =>
  `${kind.replaceAll('-', ' ')} ${id}`;
