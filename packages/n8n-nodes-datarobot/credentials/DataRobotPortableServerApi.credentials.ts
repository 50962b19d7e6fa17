import { refusalRules } from '@modelferry/n8n-host/credentials';
import type {
  IAuthenticateGeneric,
  ICredentialTestRequest,
  ICredentialType,
  Icon,
  INodeProperties,
} from 'n8n-workflow';

const notAServer = 'Something else than a portable prediction server answered. Check Server URL.';

/** A portable prediction server that stands behind a token. Without one in front of it, it needs no credential. */
export class DataRobotPortableServerApi implements ICredentialType {
  name = 'dataRobotPortableServerApi';

  displayName = 'DataRobot Portable Server API';

  documentationUrl =
    'https://github.com/modelferry/modelferry/tree/main/packages/n8n-nodes-datarobot#credentials';

  icon: Icon = { light: 'file:../icons/datarobot.svg', dark: 'file:../icons/datarobot.dark.svg' };

  properties: INodeProperties[] = [
    {
      displayName: 'Server URL',
      name: 'serverUrl',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. https://scoring.example.com',
      description: 'Address of the server. The token goes to this host and to no other one.',
    },
    {
      displayName: 'Server Token',
      name: 'serverToken',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
    },
  ];

  authenticate: IAuthenticateGeneric = {
    type: 'generic',
    properties: { headers: { Authorization: '=Bearer {{ $credentials.serverToken.trim() }}' } },
  };

  test: ICredentialTestRequest = {
    request: {
      baseURL: '={{ $credentials.serverUrl.trim().replace(/[/]+$/, "") }}',
      url: '/ping',
      disableFollowRedirect: true,
    },
    rules: refusalRules(
      {
        401: 'The server refused the token. Check that it is whole.',
        403: 'The server refused the token. Check that it is the one of this server.',
        404: notAServer,
      },
      notAServer,
    ),
  };
}
