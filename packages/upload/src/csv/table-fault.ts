import { InputError } from '@modelferry/http';

/** The error for a table that cannot be used, in the terms of the input it came from. */
export const tableFault = (field: string, fileName: string, problem: string, remedy: string): InputError =>
  new InputError([{ field, problem: `"${fileName}" ${problem}`, remedy }]);
