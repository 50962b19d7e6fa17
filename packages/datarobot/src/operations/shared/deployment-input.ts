import { reference, type Words } from '@modelferry/operation';

/** A deployment that is there. */
export const deploymentInput = (description: string, shown: Pick<Words, 'advanced' | 'when'> = {}) =>
  reference({
    title: 'Deployment',
    description,
    lookup: 'deployments',
    urlPattern: '/deployments/([^/?#]+)',
    placeholder: 'e.g. 5e7e6a3f8e7d8c0001a1b2c3',
    ...shown,
  });
