import { approve } from './approve.ts';
import { Unexpected, type Example } from './example.ts';

export const dataRobotRetrainApproveReplace: Example = {
  file: 'datarobot-retrain-approve-replace.json',
  limitMs: 120_000,
  attendant: () => approve({ 'field-0': 'Replace' }),
  outcome(execution, { sandbox }) {
    const { modelPackageId } = execution.items('Retrain')[0]?.json ?? {};
    const { replaced, newModelPackageId } = execution.items('Replace')[0]?.json ?? {};
    const { replacements } = sandbox.state().dataRobot;
    if (replacements !== 1) throw new Unexpected(`the vendor replaced ${replacements} models`);
    if (replaced !== true || modelPackageId === undefined || newModelPackageId !== modelPackageId)
      throw new Unexpected(`what answers now is ${String(newModelPackageId)}, not the new model`);
    return `approved; model package ${String(modelPackageId).slice(0, 8)} answers`;
  },
};
