import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** Where things lie inside the checkout. */
export const paths = {
  root,
  /** Survives between starts; git knows nothing of it. */
  cache: join(root, '.cache'),
  examples: join(root, 'examples', 'n8n'),
  githubExamples: join(root, 'examples', 'github-actions'),
  /** The manifest and lock file of the pinned n8n. */
  n8nManifest: join(root, 'apps', 'playground', 'n8n'),
  sandboxMain: join(root, 'apps', 'sandbox', 'src', 'main.ts'),
  bin: join(root, 'node_modules', '.bin'),
} as const;
