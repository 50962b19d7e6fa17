import { triggerContract } from '@modelferry/testkit';
import { trainingJobEnded } from '../src/triggers/training-job-ended.ts';
import { eventIdOf, jobHistoryStage } from './support/job-history-stage.ts';

triggerContract('a training job that has ended', {
  trigger: trainingJobEnded,
  inputs: { definition: 'churn' },
  open: jobHistoryStage,
  eventIdOf,
});
