import { abeja as catalog } from '@modelferry/abeja';
import { packageContract } from '@modelferry/n8n-testkit';

packageContract({ catalog, icon: 'abeja', vendor: 'ABEJA' });
