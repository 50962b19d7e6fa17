import { approve } from '../approve.ts';
import { Unexpected, type Example } from '../example.ts';

export const uploadRetrainApproveReplace: Example = {
  file: 'upload-retrain-approve-replace.json',
  limitMs: 120_000,
  attendant: () => approve({ 'field-0': 'Replace' }),
  outcome(execution, { sandbox }) {
    const { datasetId, versionId, rowCount } = execution.items('Upload new version')[0]?.json ?? {};
    const { runId, modelPackageId } = execution.items('Retrain')[0]?.json ?? {};
    const { datasets, retrainings, replacements } = sandbox.state().dataRobot;
    const versions = datasets.find(({ id }) => id === datasetId)?.versions ?? [];
    if (versions.at(-1)?.id !== versionId || versions.length !== 2)
      throw new Unexpected(`the dataset has ${versions.length} versions, the new one not last`);
    const runs = retrainings.filter(({ id }) => id === runId);
    if (retrainings.length !== 1 || runs[0]?.state !== 'completed')
      throw new Unexpected(`${retrainings.length} retrainings were started, the first one ${runs[0]?.state}`);
    const { replaced, newModelPackageId } = execution.items('Replace model')[0]?.json ?? {};
    if (replacements !== 1 || replaced !== true || newModelPackageId !== modelPackageId)
      throw new Unexpected(`${replacements} models were replaced, and ${String(newModelPackageId)} answers`);
    return `${String(rowCount)} rows uploaded, one run, approved; model package ${String(modelPackageId).slice(-8)} answers now`;
  },
};
