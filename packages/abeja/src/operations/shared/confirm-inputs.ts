import { flag } from '@modelferry/operation';
import * as v from 'valibot';

/** Must be switched on: nobody knows what goes with it. @param what stands to be lost: `the job definition` */
export const confirmInput = (what: string) =>
  flag({
    title: 'Confirm',
    description: `Whether to delete ${what} for good, and perhaps all that belongs to it`,
  });

export const isConfirmed = ({ confirm }: { readonly confirm: boolean }): boolean => confirm;
export const confirmProblem = 'must be on: what is deleted cannot be had back';
export const deletedOutputs = v.object({
  deleted: flag({ title: 'Deleted', description: 'Whether it was deleted' }),
});
