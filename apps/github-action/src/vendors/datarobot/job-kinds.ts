import type { JobKinds } from '../vendor.ts';

const datasetId = /^(?!status\/)(?<dataset>[^/]+)(?:\/versions\/(?<version>[^/]+))?/;

/** What goes on at DataRobot for a step of CI. */
export const dataRobotJobs: JobKinds = {
  'batch-prediction': {
    outputs: (id) => ({ 'job-id': id }),
    waitedBy: 'wait',
  },
  // `deployment/policy/run`
  'retraining-run': {
    outputs(id) {
      const [deployment = '', policy = '', run = ''] = id.split('/');
      return { 'deployment-id': deployment, 'policy-id': policy, 'run-id': run };
    },
    waitedBy: 'wait-for-retraining',
  },
  // `dataset/versions/version/status/task`, of which any part may not be known yet
  dataset: {
    outputs(id) {
      const { dataset, version } = datasetId.exec(id)?.groups ?? {};
      return {
        ...(dataset !== undefined && { 'dataset-id': dataset }),
        ...(version !== undefined && { 'version-id': version }),
      };
    },
    later:
      'Look for it in the AI Catalog: once it is ready there, it can be used by its ID. Running this step again would upload it a second time.',
  },
  'model-replacement': {
    outputs: () => ({}),
    later: 'Run this step again: it waits for a replacement that goes on, and finds one that is done.',
  },
};
