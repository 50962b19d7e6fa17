import { InputError } from '@modelferry/http';
import { checkFileName } from '@modelferry/upload';

/** @throws InputError before anything is sent, for a name that no file can have */
export function checkResultFileName(name: string | undefined): void {
  const problem = name === undefined ? undefined : checkFileName(name);
  if (problem === undefined) return;
  const remedy = 'Give a plain file name such as churn-scored.csv.';
  throw new InputError([{ field: 'resultFileName', problem, remedy }]);
}
