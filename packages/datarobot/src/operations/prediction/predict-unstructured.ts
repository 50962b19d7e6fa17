import { choice, file, number, savedFile, text, texts } from '@modelferry/operation';
import { checkFileName } from '@modelferry/upload';
import * as v from 'valibot';
import { findHost } from '../../real-time/find-host.ts';
import { answerToFile } from '../../real-time/unstructured/answer-to-file.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { serverInputs, serverRules } from '../shared/server-inputs.ts';

const mediaType = {
  pattern: /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(\s*;.*)?$/,
  patternHint: 'a media type',
};

const inputs = v.pipe(
  v.object({
    ...serverInputs,
    payload: file({
      title: 'Payload',
      description: 'What the model gets, unchanged: text, an image, whatever it was made for',
      textName: 'payload.json',
    }),
    contentType: v.optional(
      text({
        title: 'Content Type',
        description: 'Media type of the payload; without it, that of the file',
        placeholder: 'e.g. application/json',
        ...mediaType,
      }),
    ),
    accept: v.optional(
      text({
        title: 'Accept',
        description: 'Media type of the answer; without it, none is asked for, which every server takes',
        placeholder: 'e.g. text/plain',
        ...mediaType,
        advanced: true,
      }),
    ),
    queryArguments: v.optional(
      texts({
        title: 'Query Arguments',
        description: 'Arguments for the model, each as name=value; not every server passes them on',
        pattern: /^[^=]+=/,
        patternHint: 'arguments of the form name=value',
        advanced: true,
      }),
      () => [],
    ),
    route: v.optional(
      choice({
        title: 'Route',
        description: 'Where unstructured models answer',
        choices: {
          predictionsUnstructured: {
            title: 'Predictions Unstructured',
            description: 'As documented: predictionsUnstructured',
          },
          predictions: {
            title: 'Predictions',
            description: 'As some serverless platforms have it: predictions',
          },
        },
        advanced: true,
      }),
      'predictionsUnstructured',
    ),
    resultFileName: v.optional(
      text({
        title: 'Result File Name',
        description: 'Name to save the answer under; without it, answer with the extension of its type',
        placeholder: 'e.g. answer.json',
        problemOf: checkFileName,
        advanced: true,
      }),
    ),
  }),
  serverRules(),
  v.forward(
    v.partialCheck([['deploymentId']], (given) => given.deploymentId !== undefined, 'is required'),
    ['deploymentId'],
  ),
);

export const predictUnstructured = defineOperation({
  resource: 'prediction',
  name: 'predictUnstructured',
  title: 'Predict Unstructured',
  action: 'Predict unstructured payload',
  summary: 'Send a payload of any kind to an unstructured model, and save the answer as it is',
  inputs,
  outputs: v.object({
    resultFile: savedFile({ title: 'Result File', description: 'What the model answered, untouched' }),
    contentType: v.optional(
      text({ title: 'Content Type', description: 'What the model says that its answer is' }),
    ),
    executionTimeMs: v.optional(
      number({
        title: 'Execution Time',
        description: 'How long the model took, in milliseconds, where the server tells',
        advanced: true,
      }),
    ),
  }),
  async run(context, given) {
    const target = await findHost(context, given);
    return answerToFile(context, target, given);
  },
});
