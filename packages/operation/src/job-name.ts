import type { JobReference } from '@modelferry/polling';

/** A job as sentences call it: `batch prediction 42`. */
export const jobName = ({ kind, id, name }: Pick<JobReference, 'kind' | 'id' | 'name'>): string =>
  name ?? `${kind.replaceAll('-', ' ')} ${id}`;
