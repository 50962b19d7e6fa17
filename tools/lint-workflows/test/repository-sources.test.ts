import { repositorySources } from '../src/repository-sources.ts';
import { plantedAction, plantedRepository } from './planted-repository.ts';

const root = plantedRepository({
  '.github/workflows/test.yml': 'on: push\n',
  '.github/dependabot.yml': 'version: 2\n',
  'action.yml': plantedAction,
  'apps/github-action/a/b/action.yml': plantedAction,
  'apps/github-action/a/b/action-types.yml': 'inputs: {}\n',
  'examples/github-actions/retrain.yml': 'on: push\n',
  'docs/page.md': '```yaml\non: push\n```\n',
  'README.md': '```yaml\non: push\n```\n',
  'node_modules/x/README.md': '```yaml\non: push\n```\n',
  'node_modules/x/action.yml': plantedAction,
  'apps/github-action/dist/action.yml': plantedAction,
  '.cache/a.md': '```yaml\non: push\n```\n',
});

test('workflows, examples, manifests and pages are found; what is not ours is passed over', () => {
  expect(repositorySources(root).map(({ file, kind }) => `${kind} ${file}`)).toEqual([
    'workflow .github/workflows/test.yml',
    'workflow examples/github-actions/retrain.yml',
    'action action.yml',
    'action apps/github-action/a/b/action.yml',
    'workflow README.md',
    'workflow docs/page.md',
  ]);
});
