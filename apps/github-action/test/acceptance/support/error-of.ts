import type { StageResult } from '@modelferry/github-runner';

/** The message of the one error that a stage has raised. */
export function errorOf({ annotations }: Pick<StageResult, 'annotations'>): string {
  const errors = annotations.filter(({ kind }) => kind === 'error');
  expect(errors).toHaveLength(1);
  return errors[0]?.message ?? '';
}
