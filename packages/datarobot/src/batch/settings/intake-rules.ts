import { adapterRules } from './adapter-rules.ts';
import { intakeTypes, queriedTypes } from './intake-types.ts';
import type { Rule } from './rule.ts';

/** Which inputs of a source go together. Source: section 3.7. */
export const intakeRules: readonly Rule[] = [
  ...adapterRules('intake', intakeTypes),
  {
    field: 'intakeTable',
    problem: 'is needed where there is no Intake Query: give one of the two',
    holds: ({ intakeType, intakeTable, intakeQuery }) =>
      !queriedTypes.includes(String(intakeType)) || intakeTable !== undefined || intakeQuery !== undefined,
  },
  {
    field: 'intakeQuery',
    problem: 'does not go with Intake Table: give one of the two',
    holds: ({ intakeTable, intakeQuery }) => intakeTable === undefined || intakeQuery === undefined,
  },
  {
    field: 'uploadMode',
    problem: 'only goes with intake from Local File: choose One Piece, or another type',
    holds: ({ intakeType, uploadMode }) => intakeType === 'localFile' || uploadMode !== 'parts',
  },
  {
    field: 'scoreWhileUploading',
    problem: 'only goes with intake from Local File: switch it off, or choose another type',
    holds: ({ intakeType, scoreWhileUploading }) =>
      intakeType === 'localFile' || scoreWhileUploading !== true,
  },
];
