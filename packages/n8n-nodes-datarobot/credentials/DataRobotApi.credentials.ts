import { refusalRules } from '@modelferry/n8n-host/credentials';
import type {
  IAuthenticateGeneric,
  ICredentialTestRequest,
  ICredentialType,
  Icon,
  INodeProperties,
} from 'n8n-workflow';
import { endpointExpression, endpointProperties } from './shared/endpoint.ts';

const notTheApi = 'Something else than the API of DataRobot answered. Check the endpoint.';

/** An API key of an account, and where the account lives. */
export class DataRobotApi implements ICredentialType {
  name = 'dataRobotApi';

  displayName = 'DataRobot API';

  documentationUrl =
    'https://github.com/modelferry/modelferry/tree/main/packages/n8n-nodes-datarobot#credentials';

  icon: Icon = { light: 'file:../icons/datarobot.svg', dark: 'file:../icons/datarobot.dark.svg' };

  properties: INodeProperties[] = [
    ...endpointProperties,
    {
      displayName: 'API Key',
      name: 'apiToken',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: 'In DataRobot: the menu of your user, "API keys and tools", "API keys"',
    },
    {
      displayName: 'Authorization Scheme',
      name: 'authScheme',
      type: 'options',
      options: [
        {
          name: 'Bearer',
          value: 'Bearer',
          description: 'Of all current servers',
        },
        {
          name: 'Token',
          value: 'Token',
          description: 'Of installations that do not take Bearer',
        },
      ],
      default: 'Bearer',
      description: 'The word before the key',
    },
    {
      displayName: 'Prediction Server Key',
      name: 'predictionServerSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      description:
        'The second secret (datarobot-key) of a dedicated prediction server. Leave it empty: the deployment names it. It is sent to such a server only.',
    },
  ];

  authenticate: IAuthenticateGeneric = {
    type: 'generic',
    properties: {
      headers: {
        Authorization: '={{ ($credentials.authScheme || "Bearer") + " " + $credentials.apiToken.trim() }}',
      },
    },
  };

  test: ICredentialTestRequest = {
    request: {
      baseURL: endpointExpression,
      url: '/deployments/',
      qs: { limit: 1 },
      disableFollowRedirect: true,
    },
    rules: refusalRules(
      {
        401: 'DataRobot refused the key. Check that it is whole, that it has not expired, and that Endpoint is where it was made.',
        403: 'DataRobot knows the key, and does not let it see deployments. Ask an administrator for access to the API.',
        404: notTheApi,
      },
      notTheApi,
    ),
  };
}
