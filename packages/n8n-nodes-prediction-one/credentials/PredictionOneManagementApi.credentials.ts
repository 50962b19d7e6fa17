import type {
  IAuthenticateGeneric,
  ICredentialTestRequest,
  ICredentialType,
  Icon,
  INodeProperties,
} from 'n8n-workflow';
import { hostProperties, managementUrlExpression } from './shared/management-host.ts';
import { statusRules } from './shared/refusals.ts';

/** A key that manages models, data sets and prediction APIs, or the Secret Key that gets such keys by itself. */
export class PredictionOneManagementApi implements ICredentialType {
  name = 'predictionOneManagementApi';

  displayName = 'Prediction One Management API';

  documentationUrl =
    'https://github.com/modelferry/modelferry/tree/main/packages/n8n-nodes-prediction-one#credentials';

  icon: Icon = { light: 'file:../icons/prediction-one.svg', dark: 'file:../icons/prediction-one.dark.svg' };

  properties: INodeProperties[] = [
    ...hostProperties,
    {
      displayName: 'Key Type',
      name: 'keyType',
      type: 'options',
      options: [
        {
          name: 'Secret Key',
          value: 'secret',
          description: 'Of the account: train, deploy and retrain keys are fetched with it',
        },
        {
          name: 'Train Key',
          value: 'train',
          description: 'For models and data sets only',
        },
        {
          name: 'Deploy Key',
          value: 'deploy',
          description: 'For prediction APIs only',
        },
      ],
      default: 'secret',
    },
    {
      displayName: 'Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
    },
  ];

  authenticate: IAuthenticateGeneric = {
    type: 'generic',
    properties: { headers: { 'x-api-key': '={{ $credentials.apiKey }}' } },
  };

  /**
   * A Secret Key is asked for a retrain key without naming a model: that is refused in words of its own when the key is
   * right, and makes no new key. The other kinds list one entry.
   */
  test: ICredentialTestRequest = {
    request: {
      baseURL: managementUrlExpression,
      url: '={{ { secret: "/api-key?credential_type=retrain", train: "/models?limit=1", deploy: "/classifiers" }[$credentials.keyType] }}',
      disableFollowRedirect: true,
      // n8n resolves expressions everywhere in a test's request
      ignoreHttpStatusErrors: '={{ $credentials.keyType === "secret" }}' as unknown as boolean,
    },
    rules: statusRules,
  };
}
