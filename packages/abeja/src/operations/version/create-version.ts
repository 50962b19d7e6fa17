import { choice, file, link, text } from '@modelferry/operation';
import * as v from 'valibot';
import { createVersion as create } from '../../versions/create-version.ts';
import { describeVersion } from '../../versions/describe-version.ts';
import { originOf } from '../../versions/origin-of.ts';
import { toVersionSettings } from '../../versions/to-version-settings.ts';
import { handlerInput, imageInput, versionOptions } from '../shared/code-inputs.ts';
import { namesFunction, namesFunctionProblem } from '../shared/code-rules.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { definitionInput } from '../shared/definition-input.ts';
import { newDescription } from '../shared/description-inputs.ts';
import { versionOutputs } from '../shared/version-outputs.ts';

const inputs = v.pipe(
  v.object({
    definition: definitionInput('the job definition that gets another version'),
    origin: v.optional(
      choice({
        title: 'Origin',
        description: 'Where the code comes from',
        choices: {
          file: { title: 'File', description: 'A zip, a tar.gz or one Python file' },
          git: { title: 'Git', description: 'A repository that the platform reads' },
        },
      }),
      'file',
    ),
    source: v.optional(
      file({
        title: 'Source',
        description: 'The code, as a zip, a tar.gz or one Python file',
        extensions: ['zip', 'gz', 'tgz', 'py'],
        textName: 'train.py',
        folder: { ignoreFiles: ['.gitignore', '.abejaignore'] },
        when: { origin: 'file' },
      }),
    ),
    gitUrl: v.optional(
      link({
        title: 'Git URL',
        description:
          'Address of the repository; a secret in it would be shown to all who may look at the version',
        placeholder: 'e.g. https://github.com/example/train.git',
        when: { origin: 'git' },
      }),
    ),
    gitBranch: v.optional(
      text({
        title: 'Git Branch',
        description: 'Branch of the repository',
        placeholder: 'e.g. main',
        maxLength: 255,
        when: { origin: 'git' },
      }),
      'main',
    ),
    handler: handlerInput(),
    image: imageInput(),
    description: v.optional(newDescription('version')),
    ...versionOptions,
  }),
  v.forward(v.partialCheck([['handler'], ['image']], namesFunction, namesFunctionProblem), ['handler']),
  v.forward(
    v.partialCheck(
      [['origin'], ['source']],
      ({ origin, source }) => origin !== 'file' || source !== undefined,
      'is required where the code comes from a file',
    ),
    ['source'],
  ),
  v.forward(
    v.partialCheck(
      [['origin'], ['gitUrl']],
      ({ origin, gitUrl }) => origin !== 'git' || gitUrl !== undefined,
      'is required where the code comes from a repository',
    ),
    ['gitUrl'],
  ),
);

export const createVersion = defineOperation({
  resource: 'version',
  name: 'create',
  title: 'Create',
  action: 'Create job definition version',
  summary: 'Create a version of a job definition from code; never twice, also when an answer gets lost',
  inputs,
  outputs: v.object(versionOutputs),
  async run(context, given) {
    const { definition } = given;
    const wanted = { definition, settings: toVersionSettings(given), origin: originOf(given) };
    return describeVersion(definition, await create(context, wanted));
  },
});
