import type {
  IAuthenticateGeneric,
  ICredentialTestRequest,
  ICredentialType,
  Icon,
  INodeProperties,
} from 'n8n-workflow';
import { predictionRules } from './shared/refusals.ts';

/** URL and key of one prediction API, as its screen shows them. */
export class PredictionOnePredictionApi implements ICredentialType {
  name = 'predictionOnePredictionApi';

  displayName = 'Prediction One Prediction API';

  documentationUrl =
    'https://github.com/modelferry/modelferry/tree/main/packages/n8n-nodes-prediction-one#credentials';

  icon: Icon = { light: 'file:../icons/prediction-one.svg', dark: 'file:../icons/prediction-one.dark.svg' };

  properties: INodeProperties[] = [
    {
      displayName: 'API URL',
      name: 'apiUrl',
      type: 'string',
      default: '',
      required: true,
      placeholder:
        'e.g. https://user-api.predictionone.sony.biz/v1/groups/my-group/classifiers/my-api/inference',
      description: 'The whole URL, as the screen of the prediction API shows it',
    },
    {
      displayName: 'Prediction Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: 'As the same screen shows it; each prediction API has its own',
    },
  ];

  authenticate: IAuthenticateGeneric = {
    type: 'generic',
    properties: { headers: { 'x-api-key': '={{ $credentials.apiKey }}' } },
  };

  /** Sends no row: the vendor looks at the key first, and then finds fault with the request, which costs nothing. */
  test: ICredentialTestRequest = {
    request: {
      baseURL: '={{ $credentials.apiUrl.trim() }}',
      url: '',
      method: 'POST',
      body: { inputs: [] },
      disableFollowRedirect: true,
      ignoreHttpStatusErrors: true,
    },
    rules: predictionRules,
  };
}
