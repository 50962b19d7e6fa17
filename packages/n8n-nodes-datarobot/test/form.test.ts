import { dataRobot } from '@modelferry/datarobot';
import { askedCredentials, formContract } from '@modelferry/n8n-testkit';

formContract(dataRobot);

describe('credentials that are asked for', () => {
  test.each(dataRobot.operations.map(({ resource, name }) => [resource, name] as const))(
    '%s %s',
    (resource, operation) => {
      expect(askedCredentials({ resource, operation })).toEqual(
        // A portable server is the user's own, and no other operation knows it
        resource === 'prediction' ? ['dataRobotApi', 'dataRobotPortableServerApi'] : ['dataRobotApi'],
      );
    },
  );
});
