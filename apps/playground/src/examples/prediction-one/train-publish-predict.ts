import { cutTable, penguins } from '../../data/tables.ts';
import { Unexpected, type Example } from '../example.ts';
import { predictedColumn } from './predicted-column.ts';

export const trainPublishPredict: Example = {
  file: 'train-publish-predict.json',
  limitMs: 180_000,
  outcome(execution, { sandbox }) {
    const { classifierId, modelId } = execution.items('Publish')[0]?.json ?? {};
    const { classifiers } = sandbox.state().predictionOne.japan;
    const isLive = classifiers.some(
      ({ id, modelId: live }) => id === classifierId && String(live) === modelId,
    );
    if (!isLive)
      throw new Unexpected(
        `the vendor has no prediction API ${String(classifierId)} of model ${String(modelId)}`,
      );
    const known = cutTable(penguins).toScore.map((row) => row[penguins.target]);
    const predicted = predictedColumn(execution.items('Predict'), 'sandbox_label', known.length);
    const right = known.filter((species, index) => species === predicted[index]).length;
    if (right < known.length - 1)
      throw new Unexpected(`only ${right} of ${known.length} penguins were told rightly`);
    return `model ${String(modelId)} published as ${String(classifierId)}; ${right} of ${known.length} penguins told rightly`;
  },
};
