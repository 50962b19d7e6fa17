import type { JobState } from '@modelferry/polling';
import type { Dataset } from '../client/datasets.ts';

const states: Readonly<Record<string, JobState>> = {
  COMPLETED: 'succeeded',
  RUNNING: 'running',
  ERROR: 'failed',
};

/** What a dataset says of itself: an error text is a failure under whatever word; a word nobody knows is waited out (3.16). */
export function datasetState({ processingState, error }: Dataset, isRegistered: boolean): JobState {
  if (error !== undefined && error !== '') return 'failed';
  if (processingState === undefined) return isRegistered ? 'succeeded' : 'running';
  return states[processingState.trim().toUpperCase()] ?? 'unknown';
}
