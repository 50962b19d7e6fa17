import { dataRobot as catalog } from '@modelferry/datarobot';
import { packageContract } from '@modelferry/n8n-testkit';

packageContract({ catalog, icon: 'datarobot', vendor: 'DataRobot' });
