import { InputError } from '@modelferry/http';
import { peekSource, typeMismatch, type Source } from '@modelferry/upload';
import { fileNameFault } from '../preflight/file-name-fault.ts';
import { knownLength } from '../preflight/known-length.ts';

/** A ZIP that the user has made: sent as it is, if it is one. @throws InputError */
export async function readyArchive(field: string, file: Source): Promise<Source> {
  const nameFault = fileNameFault(field, file.name, { extensions: ['zip'], renamable: true });
  if (nameFault) throw new InputError([nameFault]);
  const { head, source } = await peekSource(file, 8);
  const problem = head.length === 0 ? 'is empty' : typeMismatch(file.name, head);
  if (problem === undefined) return knownLength(field, source);
  throw new InputError([
    {
      field,
      problem: `"${file.name}" ${problem}`,
      remedy: 'Pass a CSV, or a ZIP that holds train_src/ and eval_src/ with one file each.',
    },
  ]);
}
