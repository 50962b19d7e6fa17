import { reference } from '@modelferry/operation';
import { deploymentInput } from './deployment-input.ts';

/** A service of the deployment that is named beside it. */
export const serviceInput = (description: string) =>
  reference({
    title: 'Service',
    description,
    lookup: 'services',
    dependsOn: ['deploymentId'],
    urlPattern: '/services/([^/?#]+)',
    placeholder: 'e.g. ser-abc1111111111111',
  });

/** Name a service that is there. @param what is done to it: `stop` */
export const serviceInputs = (what: string) => ({
  deploymentId: deploymentInput('The deployment that the service belongs to'),
  serviceId: serviceInput(`The service to ${what}`),
});
