import type { AbejaDescription, AbejaState, Sandbox } from '@modelferry/sandbox';
import type { OnStage } from '../../support/on-stage.ts';

/** How to reach the vendor, and as whom. */
export const platform = (sandbox: Pick<Sandbox, 'describe'>): AbejaDescription => sandbox.describe().abeja;

/** What has become of everything at the vendor. */
export const vendorState = (sandbox: Pick<Sandbox, 'state'>): AbejaState => sandbox.state().abeja;

/** The inputs that let a step in. */
export function access(sandbox: Pick<Sandbox, 'describe'>) {
  const { organization, user, baseUrl } = platform(sandbox);
  return {
    'organization-id': organization.id,
    'user-id': user.id,
    'personal-access-token': user.token,
    'base-url': baseUrl,
  };
}

/** The job definition that jobs are of here: it learns from cars how far they get. */
export const definition = 'cars-fuel';

/** The code that is trained, as a project has it: some of it is not to leave. */
export const project = {
  'training/train.py': 'def handler(context):\n    pass\n',
  'training/lib/features.py': 'columns = []\n',
  'training/.gitignore': '__pycache__/\n',
  'training/__pycache__/train.pyc': 'compiled',
  'training/.abejaignore': 'notes.md\n',
  'training/notes.md': 'nobody else is to read this',
};

/** The inputs that train the code of {@link project}. */
export async function trainInputs({ sandbox, file }: Pick<OnStage, 'sandbox' | 'file'>) {
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
