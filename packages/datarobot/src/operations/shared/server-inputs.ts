import { choice, link } from '@modelferry/operation';
import * as v from 'valibot';
import { deploymentInput } from './deployment-input.ts';

/** Who scores. */
export const serverInputs = {
  server: v.optional(
    choice({
      title: 'Prediction Server',
      description: 'Which server scores',
      choices: {
        deployment: {
          title: 'Of the Deployment',
          description: 'The one that the deployment names: dedicated, serverless, or within the cluster',
        },
        portable: { title: 'Portable', description: 'A portable prediction server of your own' },
      },
    }),
    'deployment',
  ),
  portableUrl: v.optional(
    link({
      title: 'Portable Server URL',
      description: 'Address of the portable prediction server, without the path of a deployment',
      placeholder: 'e.g. http://pps.example.com:8080',
      when: { server: 'portable' },
    }),
  ),
  deploymentId: v.optional(
    deploymentInput('The deployment whose model scores; a portable server with one model needs none'),
  ),
};

interface ServerGiven {
  readonly server: 'deployment' | 'portable';
  readonly portableUrl?: string | undefined;
  readonly deploymentId?: string | undefined;
}

/** A server of one's own must be named, and so must be what scores elsewhere. Goes behind an object with {@link serverInputs}. */
export const serverRules = <Given extends ServerGiven>() =>
  v.rawCheck<Given>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { value: input } = dataset;
    const name = input.server === 'portable' ? 'portableUrl' : 'deploymentId';
    if (input[name] !== undefined) return;
    const at = { type: 'object', origin: 'value', input, key: name, value: undefined } as const;
    addIssue({ message: 'is required', path: [at] as never });
  });
