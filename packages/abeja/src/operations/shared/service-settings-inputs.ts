import { count, flag, reference, text } from '@modelferry/operation';
import * as v from 'valibot';
import { environmentNames, nameValuesProblem } from '../../training/grammar/name-values.ts';
import { instanceTypeProblem } from '../../training/grammar/instance-type.ts';

/** The code version that a service runs. */
export const codeVersionInput = (description: string) =>
  reference({
    title: 'Code Version',
    description,
    lookup: 'codeVersions',
    dependsOn: ['deploymentId'],
    placeholder: 'e.g. ver-abc1111111111111',
  });

/** How a service is to be. @param otherwise completes each description: what counts where nothing is given */
export const serviceSettingsInputs = (otherwise: string) => ({
  instanceType: v.optional(
    text({
      title: 'Instance Type',
      description: `The machine that the service runs on; without it, ${otherwise}`,
      placeholder: 'e.g. cpu-0.25',
      problemOf: instanceTypeProblem,
      advanced: true,
    }),
  ),
  instanceNumber: v.optional(
    count({
      title: 'Instance Number',
      description: `How many machines the service runs on; without it, ${otherwise}`,
      min: 1,
      max: 300,
      advanced: true,
    }),
  ),
  maxInstanceNumber: v.optional(
    count({
      title: 'Max Instance Number',
      description: `How many machines it may grow to; without it, ${otherwise}`,
      min: 1,
      max: 300,
      advanced: true,
    }),
  ),
  enableAutoscale: v.optional(
    flag({
      title: 'Enable Autoscale',
      description: `Whether the number of machines follows the load; without it, ${otherwise}`,
      advanced: true,
    }),
  ),
  environment: v.optional(
    text({
      title: 'Environment',
      description: `Variables for the code: one NAME=value per line, or a JSON object; without them, ${otherwise}`,
      placeholder: 'e.g. LOG_LEVEL=info',
      multiline: true,
      maxLength: 100_000,
      problemOf: (given) => nameValuesProblem(given, environmentNames),
      advanced: true,
    }),
  ),
  recordChannelId: v.optional(
    reference({
      title: 'Record Channel',
      description: `The channel that keeps what the service is asked; without it, ${otherwise}`,
      lookup: 'channels',
      placeholder: 'e.g. 1230000000000',
      advanced: true,
    }),
  ),
});
