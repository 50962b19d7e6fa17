import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// What is committed is compared with what is generated elsewhere; here is looked at what it says
const source = readFileSync(
  join(__dirname, '..', '..', '..', '..', 'apps/github-action/src/generated/action-inputs.ts'),
  'utf8',
);

test('inputs are properties by their names, with what may stand there', () => {
  expect(source).toContain("  readonly 'training-data': string;\n");
  expect(source).toContain("  readonly wait?: 'true' | 'false';\n");
  expect(source).toContain("  readonly 'if-no-files-found'?: 'error' | 'warn' | 'ignore';\n");
  expect(source).toContain("   * @default 'fail\\nfailed\\n");
  expect(source).toContain("  readonly 'datarobot/batch-predict': DatarobotBatchPredictInputs;\n");
});
