import { flag, text } from '@modelferry/operation';
import * as v from 'valibot';

/** What became of a switch. */
export const switchOutputs = {
  switched: flag({
    title: 'Switched',
    description:
      'Whether the endpoint was pointed to the service, by this run or by one before it that was cut short',
  }),
  alreadyCurrent: flag({
    title: 'Already Current',
    description: 'Whether it answered so before, and nothing was to do',
  }),
  pending: flag({
    title: 'Pending',
    description: 'Whether the service was not ready when the time was up; the endpoint is as it was then',
  }),
  deploymentId: text({ title: 'Deployment ID', description: 'ID of the deployment' }),
  endpoint: text({ title: 'Endpoint', description: 'The endpoint, by its alias or its ID' }),
  serviceId: v.optional(
    text({ title: 'Service ID', description: 'ID of the service that answers now, or is to' }),
  ),
  status: v.optional(
    text({ title: 'Status', description: 'Status of that service when last looked at', advanced: true }),
  ),
  previousServiceId: v.optional(
    text({
      title: 'Previous Service ID',
      description: 'ID of the service that answered before, which is the way back',
    }),
  ),
  sampleAnswer: v.optional(
    text({
      title: 'Sample Answer',
      description: 'What the service answered the sample, as text, from its beginning',
      advanced: true,
    }),
  ),
};
