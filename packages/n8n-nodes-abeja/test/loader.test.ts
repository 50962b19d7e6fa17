import { loaderContract } from '@modelferry/n8n-testkit/run';

loaderContract('abeja');
