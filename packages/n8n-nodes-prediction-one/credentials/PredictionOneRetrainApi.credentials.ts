import type {
  IAuthenticateGeneric,
  ICredentialTestRequest,
  ICredentialType,
  Icon,
  INodeProperties,
} from 'n8n-workflow';
import { hostProperties, managementUrlExpression } from './shared/management-host.ts';
import { keyRules } from './shared/refusals.ts';

/** The retrain key of one published model. */
export class PredictionOneRetrainApi implements ICredentialType {
  name = 'predictionOneRetrainApi';

  displayName = 'Prediction One Retrain API';

  documentationUrl =
    'https://github.com/modelferry/modelferry/tree/main/packages/n8n-nodes-prediction-one#credentials';

  icon: Icon = { light: 'file:../icons/prediction-one.svg', dark: 'file:../icons/prediction-one.dark.svg' };

  properties: INodeProperties[] = [
    ...hostProperties,
    {
      displayName: 'Retrain Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: 'Of the model to retrain; each published model has its own',
    },
  ];

  authenticate: IAuthenticateGeneric = {
    type: 'generic',
    properties: { headers: { 'x-api-key': '={{ $credentials.apiKey }}' } },
  };

  /** Asks for a retraining that cannot exist: only with the right key the vendor says that it does not. */
  test: ICredentialTestRequest = {
    request: {
      baseURL: managementUrlExpression,
      url: '/retrain_jobs/00000000-0000-0000-0000-000000000000',
      disableFollowRedirect: true,
      ignoreHttpStatusErrors: true,
    },
    rules: keyRules,
  };
}
