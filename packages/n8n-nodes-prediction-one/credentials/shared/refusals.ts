import type { IAuthenticateRuleResponseSuccessBody, ICredentialTestRequest } from 'n8n-workflow';

type BodyRule = IAuthenticateRuleResponseSuccessBody;

/** Where the vendor's message may stand: its place is not documented. */
const places = ['message', 'error.message', 'errors[0].message'] as const;

/** What the management host says of a key that it does not accept. */
const refusedKeys = (checkKey: string): Readonly<Record<string, string>> => ({
  'invalid_api_key.': `${checkKey}.`,
  'Inactive_credential.': `${checkKey}; it may also have expired.`,
  'Not_found_credential.': `${checkKey}.`,
  'This user may be deleted.': 'The vendor does not know the account any more.',
  'This model may be deleted.':
    'The model of this key is gone, or was replaced by a switch: take the key of the published model.',
  Forbidden: `${checkKey}.`,
});

/** What the prediction host says of a key or URL that it does not accept. */
const refusedPredictions: Readonly<Record<string, string>> = {
  'Invalid API key': 'The vendor refused the key. Copy it again from the screen of this prediction API.',
  'Invalid classifier id':
    'The key belongs to another prediction API. Copy URL and key from the same screen.',
  'Not found classifier in classifiers table': 'There is no such prediction API. Copy its URL again.',
  'Not allowed source ip':
    'The access rules of the prediction API do not let this machine in: add its IP address there.',
  Forbidden: 'The vendor refused the key or the URL. Copy both again from the screen of this prediction API.',
};

const bodyRule = (key: string, value: unknown, message: string): BodyRule => ({
  type: 'responseSuccessBody',
  properties: { key, value, message },
});

/** A page or nothing at all comes as text, an answer of the API as an object. */
const textAnswer = bodyRule(
  'constructor.name',
  'String',
  'Something else than the API answered. Check the region or the URL.',
);

const rulesOf = (refusals: Readonly<Record<string, string>>): BodyRule[] => [
  textAnswer,
  ...Object.entries(refusals).flatMap(([said, message]) =>
    [said, said.replace(/\.$/, '')]
      .filter((one, index, all) => all.indexOf(one) === index)
      .flatMap((value) => places.map((place) => bodyRule(place, value, message))),
  ),
];

const refused = 'The vendor refused the key. Check that it is whole';
const checkManagementKey = `${refused}, that Key Type says which key it is, and that Region is that of the account`;

/** The rules of a request whose answer, also to an accepted key, is an error: any other than these is fine. */
export const keyRules: BodyRule[] = rulesOf(
  refusedKeys(`${refused}, that it is a retrain key, and that Region is that of the account`),
);
export const predictionRules: BodyRule[] = rulesOf(refusedPredictions);

/** The rules of a request that succeeds with an accepted key. n8n looks at each rule by its type. */
export const statusRules = [
  ...[400, 401, 403].map((value) => ({
    type: 'responseCode' as const,
    properties: { value, message: `${checkManagementKey}.` },
  })),
  ...rulesOf(refusedKeys(checkManagementKey)),
] as unknown as ICredentialTestRequest['rules'];
