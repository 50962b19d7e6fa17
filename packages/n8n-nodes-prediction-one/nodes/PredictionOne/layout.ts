import { override, type Layout } from '@modelferry/n8n-host/properties';
import { predict, predictionOne } from '@modelferry/prediction-one';
import { credentialTypes, predictionKeys, retrainKeys } from './keys.ts';

export { predictionOne as catalog };

/** Which keys are used also says how the prediction API is named: a prediction key belongs to one, and comes with its URL. */
const predictionApiFrom = override(predict, 'predictionApiFrom', {
  properties: [predictionKeys],
  read: ({ parameter }) => (parameter(predictionKeys.name) === 'managementKey' ? 'list' : 'url'),
  wordFor: (value) => (value === 'list' ? 'managementKey' : 'predictionKey'),
});

const scoringUrl = override(predict, 'scoringUrl', {
  properties: [],
  async read({ parameter, credential }) {
    if (parameter(predictionKeys.name) === 'managementKey') return undefined;
    const { apiUrl } = await credential(credentialTypes.prediction);
    return typeof apiUrl === 'string' ? apiUrl : undefined;
  },
});

/** What the form has beside the catalog. */
export const layout: Layout = { head: [retrainKeys], overrides: [predictionApiFrom, scoringUrl] };
