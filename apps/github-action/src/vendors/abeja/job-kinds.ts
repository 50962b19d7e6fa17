import type { JobKinds } from '../vendor.ts';

/** What goes on at ABEJA Platform for a step of CI. */
export const abejaJobs: JobKinds = {
  // `definition/job`
  'training-job': {
    outputs(id) {
      const [definition = '', job = ''] = id.split('/');
      return { definition, 'job-id': job };
    },
    waitedBy: 'wait',
  },
  // `deployment/service`
  service: {
    outputs(id) {
      const [deployment = '', service = ''] = id.split('/');
      return { 'deployment-id': deployment, 'service-id': service };
    },
    later:
      'Look at the service on the platform: once it is ready, the endpoint can be pointed to it there. Where it is not wanted any longer, delete it: services are paid for. Running this step again would create another one.',
  },
};
