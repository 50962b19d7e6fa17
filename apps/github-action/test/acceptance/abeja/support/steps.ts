import type { OnStage } from '../../support/on-stage.ts';
import { access, ask, platform } from './platform.ts';

type Given = Readonly<Record<string, string>>;
type Place = Pick<OnStage, 'sandbox' | 'file'>;

/** The job definition that jobs are of here: it learns from cars how far they get. */
export const definition = 'cars-fuel';

/** The code that is trained, as a project has it: some of it is not to leave. */
const project = {
  'training/train.py': 'def handler(context):\n    pass\n',
  'training/lib/features.py': 'columns = []\n',
  'training/.gitignore': '__pycache__/\n',
  'training/__pycache__/train.pyc': 'compiled',
  'training/.abejaignore': 'notes.md\n',
  'training/notes.md': 'nobody else is to read this',
};

/** The inputs that train the code of a folder, as fast as the action allows. */
export async function trainInputs({ sandbox, file }: Place) {
  for (const [path, text] of Object.entries(project)) await file(path, text);
  return {
    ...access(sandbox),
    definition,
    source: './training',
    handler: 'train:handler',
    image: 'abeja-inc/all-cpu:19.10',
    'poll-interval': '5s',
  };
}

/** The inputs that wait for a job that somebody else has started. */
export async function waitInputs({ sandbox }: Pick<OnStage, 'sandbox'>): Promise<Given> {
  const path = `/training/definitions/${definition}/versions/1/jobs`;
  const { id } = await ask<{ readonly id: string }>(sandbox, 'POST', path, {});
  return { ...access(sandbox), definition, 'job-id': id, 'poll-interval': '5s' };
}

/** The inputs that register a file as a model. */
export const registerInputs = async ({ sandbox, file }: Place): Promise<Given> => ({
  ...access(sandbox),
  definition,
  file: await file('out/model.bin', 'weights'),
  metrics: 'acc=0.93\nloss=0.2',
});

/** The inputs that put another model behind the endpoint. */
export function switchInputs({ sandbox }: Pick<OnStage, 'sandbox'>): Given {
  const { deployment, jobDefinitions, serviceBaseUrl } = platform(sandbox);
  const another = jobDefinitions.find(({ name }) => name === 'penguins-species');
  return {
    ...access(sandbox),
    'service-base-url': serviceBaseUrl,
    'deployment-id': deployment.id,
    definition: another?.name ?? '',
    'model-id': another?.modelId ?? '',
    'poll-interval': '5s',
  };
}

/** The inputs that upload a table. */
export const uploadDataInputs = async ({ sandbox, file }: Place): Promise<Given> => ({
  ...access(sandbox),
  'channel-id': platform(sandbox).channel.id,
  file: await file('data/new.csv', 'a,b\n1,2\n'),
});
