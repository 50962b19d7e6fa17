import { refusalRules } from '@modelferry/n8n-host/credentials';
import type {
  IAuthenticateGeneric,
  ICredentialTestRequest,
  ICredentialType,
  Icon,
  INodeProperties,
} from 'n8n-workflow';
import { authenticationProperties, authorizationExpression } from './shared/authentication.ts';

const notTheApi = 'Something else than the API of ABEJA Platform answered. Check Base URL.';

/** Who calls, for which organization, and where. */
export class AbejaApi implements ICredentialType {
  name = 'abejaApi';

  displayName = 'ABEJA Platform API';

  documentationUrl =
    'https://github.com/modelferry/modelferry/tree/main/packages/n8n-nodes-abeja#credentials';

  icon: Icon = { light: 'file:../icons/abeja.svg', dark: 'file:../icons/abeja.dark.svg' };

  properties: INodeProperties[] = [
    {
      displayName: 'Organization ID',
      name: 'organizationId',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'e.g. 1200123565071',
      description: 'The organization whose definitions, jobs, models and services these are',
    },
    ...authenticationProperties,
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: 'https://api.abeja.io',
      placeholder: 'e.g. https://api.abeja.io',
      description: 'Address of the API',
    },
    {
      displayName: 'Service Base URL',
      name: 'serviceBaseUrl',
      type: 'string',
      default: '',
      placeholder: 'e.g. https://1200123565071.api.abeja.io',
      description:
        'Where the services of the organization answer. Leave it empty: it is the host of the organization below that of Base URL.',
    },
  ];

  authenticate: IAuthenticateGeneric = {
    type: 'generic',
    properties: { headers: { Authorization: authorizationExpression } },
  };

  /** A data source may only upload: that it is refused politely tells that it is known. */
  test: ICredentialTestRequest = {
    request: {
      baseURL: '={{ ($credentials.baseUrl.trim() || "https://api.abeja.io").replace(/[/]+$/, "") }}',
      url: '={{ "/organizations/" + encodeURIComponent($credentials.organizationId.trim()) }}',
      disableFollowRedirect: true,
      // n8n resolves expressions everywhere in a test's request
      ignoreHttpStatusErrors:
        '={{ $credentials.authentication === "datasource" ? { ignore: true, except: [401, 404] } : false }}' as unknown as boolean,
    },
    rules: refusalRules(
      {
        401: 'ABEJA Platform refused the credential. Check that ID and secret are whole and belong together, and that Authentication says what they are.',
        403: 'ABEJA Platform knows the credential, and does not let it see this organization. Check Organization ID, or ask an administrator.',
        404: 'ABEJA Platform knows no such organization at this address. Check Organization ID and Base URL.',
      },
      notTheApi,
    ),
  };
}
