import { flag } from '@modelferry/operation';

/** Whether it is in the archive now. */
export const archivedOutput = flag({ title: 'Archived', description: 'Whether it is archived now' });
