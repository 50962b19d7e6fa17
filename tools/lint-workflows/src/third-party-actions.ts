/**
 * The actions of others that we use and show, with those of their inputs that we may set. Adding one here is the
 * moment to read it.
 */
export const thirdPartyActions: Readonly<Record<string, readonly string[]>> = {
  'actions/checkout': ['fetch-depth', 'path', 'persist-credentials', 'ref'],
  'actions/download-artifact': ['name', 'path'],
  'actions/setup-node': [
    'cache',
    'check-latest',
    'node-version',
    'node-version-file',
    'package-manager-cache',
  ],
  'actions/upload-artifact': ['if-no-files-found', 'name', 'path', 'retention-days'],
  'zizmorcore/zizmor-action': ['advanced-security', 'inputs', 'persona', 'version'],
};
