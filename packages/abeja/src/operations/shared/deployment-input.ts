import { reference } from '@modelferry/operation';

/** A deployment that is there. */
export const deploymentInput = (description: string) =>
  reference({
    title: 'Deployment',
    description,
    lookup: 'deployments',
    urlPattern: '/deployments/([^/?#]+)',
    placeholder: 'e.g. 1111111111111',
  });
