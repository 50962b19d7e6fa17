import { reference } from '@modelferry/operation';

/** A deployment whose endings are told. */
export const watchedDeployment = (description: string) =>
  reference({
    title: 'Deployment',
    description,
    lookup: 'deployments',
    urlPattern: '/deployments/([^/?#]+)',
    placeholder: 'e.g. 5e7e6a3f8e7d8c0001a1b2c3',
  });
